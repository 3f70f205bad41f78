import { excerpt } from "#decisions/excerpt.ts";
import { saysMore } from "#decisions/says-more.ts";
import type { TreatedItem, Treatment, TreatmentElsewhere } from "#cases/case.ts";
import { DateText } from "../../web/components/DateText.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { caseMessages } from "./messages.ts";

type Props = { municipality: string; step: Treatment; caseTitle: string };

/** One treatment of a case: when, by which body, how it ended and in which words. */
export function TimelineStep({ municipality, step, caseTitle }: Props) {
  return step.kind === "item" ? (
    <ItemStep municipality={municipality} step={step} caseTitle={caseTitle} />
  ) : (
    <ElsewhereStep municipality={municipality} step={step} />
  );
}

function ItemStep({ municipality, step, caseTitle }: Props & { step: TreatedItem }) {
  const { t, to, language } = useLanguage(caseMessages);
  const minutes = langOfMinutes(language);
  return (
    <li className={`step outcome--${step.outcome ?? "other"}`}>
      <p className="step__when">
        <DateText date={step.date} form="full" />
      </p>
      <h3 className="step__body">
        <a href={to.item(municipality, step)}>
          <span {...minutes}>{step.committeeName}</span>
          {step.number && `, ${t.item(step.number)}`}
        </a>
      </h3>
      {step.title !== caseTitle && (
        <p className="small quiet" {...minutes}>
          {step.title}
        </p>
      )}
      <Words step={step} />
      {step.attachments.length > 0 && (
        <details className="details step__attachments">
          <summary className="details-summary">{t.attachments(step.attachments.length)}</summary>
          <ul className="details-text" {...minutes}>
            {step.attachments.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function ElsewhereStep({ municipality, step }: { municipality: string; step: TreatmentElsewhere }) {
  const { t, to, language } = useLanguage(caseMessages);
  const minutes = langOfMinutes(language);
  const roles = step.roles.map((role) => t.roles[role]).filter(Boolean);
  return (
    <li className="step step--elsewhere">
      <p className="step__when">{step.date ? <DateText date={step.date} form="full" /> : t.undated}</p>
      <h3 className="step__body">
        <span {...minutes}>{step.committeeName}</span>
        {roles.length > 0 && <span className="quiet"> ({roles.join(", ")})</span>}
      </h3>
      <Words step={step} />
      <p className="small quiet">
        {step.meeting ? <a href={to.meeting(municipality, step.meeting)}>{t.elsewhereMeeting}</a> : t.elsewhere}
      </p>
    </li>
  );
}

/** The outcome, and the decision's words where they tell more. */
function Words({ step }: { step: Treatment }) {
  const { language } = useLanguage();
  const closed = step.kind === "item" && step.closed;
  const words = step.text !== null && saysMore(step.text);
  if (!step.outcome && !closed && !words) return null;
  return (
    <p className="decision-words">
      <OutcomeTag outcome={step.outcome} closed={closed} />
      {words && <span {...langOfMinutes(language)}>{excerpt(step.text ?? "", 240)}</span>}
    </p>
  );
}
