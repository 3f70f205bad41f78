import type { PaperState } from "#database/schema-papers.ts";
import { Icon, type IconName } from "../../../web/components/Icon.tsx";
import { fullDate, listing } from "../../../web/formats.ts";
import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { Due, StepView } from "./load-approval.ts";
import { approvalMessages } from "./messages.ts";

type Props = {
  municipality: string;
  paper: number;
  steps: StepView[];
  /** Of the paper, in its newest round. */
  state?: PaperState;
};

const icons: Record<StepView["state"], IconName> = {
  waiting: "time",
  approved: "check",
  returned: "reply",
  skipped: "arrow-forward",
  dropped: "minus",
};

/** A round of approval as a list of steps: who, when, with what words, and by when those who have not had their turn. */
export function ApprovalSteps({ municipality, paper, steps, state }: Props) {
  const { t, to, language } = useLanguage(approvalMessages);
  const minutesLang = langOfMinutes(language);
  const nameOf = ({ name, deputyFor }: StepView["waitsFor"][number]) =>
    deputyFor === null ? name : t.nameFor(name, deputyFor);
  return (
    <ol className="steps">
      {steps.map((step) => {
        const tone = step.isTurn ? "turn" : step.state;
        return (
          <li key={step.position} className={`steps__step steps__step--${tone}`} aria-current={step.isTurn && "step"}>
            <span className="steps__mark">
              {step.state === "waiting" && !step.isTurn ? step.position : <Icon name={icons[step.state]} />}
            </span>
            <div>
              <p className="steps__role">
                {t.roles[step.role]} <span className="steps__state">{wordOf(step, t)}</span>
              </p>
              {step.by && (
                <p className="row-facts">
                  {step.by.deputyFor
                    ? t.byFor(step.by.name, step.by.deputyFor, step.by.when)
                    : t.by(step.by.name, step.by.when)}
                </p>
              )}
              {step.isTurn && (
                <p className="row-facts">
                  {step.waitsFor.length > 0 ? t.waitsFor(listing(step.waitsFor.map(nameOf), language)) : t.nobody}
                </p>
              )}
              {step.due && <DueLine due={step.due} />}
              {step.comment && (
                <p className="steps__comment" {...minutesLang}>
                  {step.comment}
                </p>
              )}
              {step.changed && step.changed.to !== null && (
                <p className="row-facts">
                  <a href={to.paperVersions(municipality, paper, { fra: step.changed.from, til: step.changed.to })}>
                    {t.changedBefore}
                  </a>
                </p>
              )}
            </div>
          </li>
        );
      })}
      {(state === "ready" || state === "dispatched" || state === "finished") && (
        <li className="steps__step steps__step--ready">
          <span className="steps__mark">
            <Icon name="flag" />
          </span>
          <p className="steps__role">{t.ready}</p>
        </li>
      )}
    </ol>
  );
}

/** By when something should be done; what is past says so in words. */
export function DueLine({ due }: { due: Due }) {
  const { t, language } = useLanguage(approvalMessages);
  return (
    <p className="row-facts">
      <span>{t.dueBy(fullDate(due.day, language))}</span>
      {due.state === "overdue" && (
        <strong className="due due--overdue">
          <Icon name="warning" />
          {t.overdue}
        </strong>
      )}
    </p>
  );
}

function wordOf(step: StepView, t: (typeof approvalMessages)["da"]): string {
  if (step.role === "writer") return step.state === "dropped" ? t.takenBack : t.sent;
  if (step.isTurn) return t.stepTurn;
  return {
    waiting: t.stepWaiting,
    approved: t.stepApproved,
    returned: t.stepReturned,
    skipped: t.stepSkipped,
    dropped: t.stepDropped,
  }[step.state];
}
