import { Choice, type FormErrors, TextBox } from "../../../web/components/Form.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import type { Values } from "./approval-form.ts";
import { DueLine } from "./ApprovalSteps.tsx";
import type { ApprovalView } from "./load-approval.ts";
import { approvalMessages } from "./messages.ts";

type Props = { view: ApprovalView; errors: FormErrors | undefined; values: Values };

/** Sends the draft on its way; a step that several could take can be sent to one of them. */
export function SubmitForm({ view, errors, values }: Props) {
  const { t } = useLanguage(approvalMessages);
  return (
    <section aria-labelledby="submit">
      <h2 id="submit">{t.submitTitle}</h2>
      <p>{t.submitLead}</p>
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={view.mark} />
        <ol className="plain-list">
          {view.flow.map(({ role, due, choices }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a role may stand in two steps
            <li key={index}>
              {choices.length > 1 ? (
                <Choice
                  label={t.sendTo(t.roles[role], index + 1)}
                  name={`person-${index}`}
                  none={t.whoever(t.roles[role])}
                  choices={choices}
                />
              ) : (
                <p className="steps__role form-group">
                  {t.sendTo(t.roles[role], index + 1)}{" "}
                  <span className="steps__state">{choices[0]?.text ?? t.nobody}</span>
                </p>
              )}
              {due && <DueLine due={due} />}
            </li>
          ))}
        </ol>
        <TextBox
          label={t.remarkToApprovers}
          name="sendRemark"
          hint={t.mayBeEmpty}
          value={values.sendRemark}
          errors={errors}
          required={false}
        />
        <p className="form-buttons">
          <button type="submit" name="do" value="submit" className="button button-primary">
            {t.submit}
          </button>
        </p>
      </form>
    </section>
  );
}

/** Yes, or back with a reason. */
export function DecideForm({
  view,
  errors,
  values,
  municipality,
  paper,
}: Props & { municipality: string; paper: number }) {
  const { t, to } = useLanguage(approvalMessages);
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t.decideTitle}</h2>
      {view.may.decide?.deputyFor && <p className="notice">{t.decideFor(view.may.decide.deputyFor)}</p>}
      <p>
        <a className="button button-secondary" href={to.paper(municipality, paper)}>
          {t.decideRead}
        </a>
      </p>
      {view.changedNow && (
        <p>
          {t.changedAfterSend}{" "}
          <a href={to.paperVersions(municipality, paper, { fra: view.changedNow.from })}>{t.changedSince}</a>
        </p>
      )}
      <form method="post" noValidate>
        <Seen view={view} />
        <TextBox
          label={t.remark}
          name="remark"
          hint={t.remarkHint}
          value={values.remark}
          errors={errors}
          required={false}
        />
        <p className="form-buttons">
          <button type="submit" name="do" value="approve" className="button button-primary">
            {t.approve}
          </button>
          <button type="submit" name="do" value="return" className="button button-secondary">
            {t.return}
          </button>
        </p>
      </form>
    </section>
  );
}

/** The secretary's way past somebody who is away. */
export function MoveOnForm({ view, errors, values }: Props) {
  const { t } = useLanguage(approvalMessages);
  if (!view.turn) return null;
  return (
    <details className="details" open={errors?.["moveReason"] !== undefined}>
      <summary className="details-summary">{t.moveOnTitle}</summary>
      <form method="post" noValidate className="details-text">
        <p>{t.moveOnLead(t.roles[view.turn.role])}</p>
        <Seen view={view} />
        <TextBox label={t.reason} name="moveReason" value={values.moveReason} errors={errors} />
        <p className="form-buttons">
          <button type="submit" name="do" value="move-on" className="button button-secondary">
            {t.moveOn}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Makes the paper a draft again. */
export function TakeBackForm({ view, errors, values }: Props) {
  const { t } = useLanguage(approvalMessages);
  return (
    <details className="details" open={errors?.["backReason"] !== undefined}>
      <summary className="details-summary">{t.takeBackTitle}</summary>
      <form method="post" noValidate className="details-text">
        <p>{t.takeBackLead}</p>
        <input type="hidden" name="round" value={view.rounds[0]?.number} />
        <TextBox label={t.reason} name="backReason" value={values.backReason} errors={errors} />
        <p className="form-buttons">
          <button type="submit" name="do" value="take-back" className="button button-secondary">
            {t.takeBack}
          </button>
        </p>
      </form>
    </details>
  );
}

/** What the page showed when the form was sent. */
function Seen({ view }: { view: ApprovalView }) {
  return (
    <>
      <input type="hidden" name="round" value={view.turn?.round} />
      <input type="hidden" name="position" value={view.turn?.position} />
      <input type="hidden" name="seen" value={view.mark} />
    </>
  );
}
