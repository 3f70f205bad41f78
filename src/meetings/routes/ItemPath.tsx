import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Step } from "../path.ts";
import { Dissents, withoutDissents } from "./DecisionBox.tsx";
import { meetingMessages } from "./messages.ts";
import { SectionText } from "./SectionText.tsx";

type Props = { steps: Step[]; municipality: string; date: string };

/** The item's way through the bodies, as a line of stops; those in the archive lead there. */
export function ItemPath({ steps, municipality, date }: Props) {
  const { t } = useLanguage(meetingMessages);
  // A single step is this meeting, which the reader knows.
  if (steps.length < 2) return null;
  return (
    <section className="path" aria-labelledby="sagens-vej">
      <h2 id="sagens-vej">{t.path}</h2>
      <ol>
        {steps.map((step, index) => (
          <li
            key={index}
            aria-current={step.isOwn ? "step" : undefined}
            className={step.date && step.date > date ? "later" : undefined}
          >
            <StepHead step={step} municipality={municipality} />
            {!step.isOwn && step.decision && <StepDecision step={step} municipality={municipality} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepHead({ step, municipality }: { step: Step; municipality: string }) {
  const { t, to, language } = useLanguage(meetingMessages);
  const minutesLang = langOfMinutes(language);
  const { committeeName, date, roles, isOwn, item, decision } = step;
  const words = roles.map((role) => t.roles[role]).filter(Boolean);
  const outcome = decision?.outcome ?? item?.outcome ?? null;
  return (
    <div className="path__step">
      <span className="path__body">
        {item && !isOwn ? (
          <a href={to.item(municipality, item)} {...minutesLang}>
            {committeeName}
          </a>
        ) : (
          <span {...minutesLang}>{committeeName}</span>
        )}
      </span>
      <span className="path__facts">
        {date ? <time dateTime={date}>{longDate(date, language)}</time> : t.undated}
        {words.length > 0 && !outcome && ` · ${words.join(", ")}`}
        {isOwn && ` · ${t.thisMeeting}`}
        {!isOwn && !item && ` · ${t.notInArchive}`}
      </span>
      {outcome && <OutcomeTag outcome={outcome} />}
    </div>
  );
}

function StepDecision({ step, municipality }: { step: Step; municipality: string }) {
  const { language } = useLanguage();
  const decision = step.decision;
  if (!decision) return null;
  return (
    <div className="path__decision">
      <div {...langOfMinutes(language)}>
        <SectionText text={withoutDissents(decision)} headingLevel={4} />
      </div>
      <Dissents decision={decision} municipality={municipality} />
    </div>
  );
}
