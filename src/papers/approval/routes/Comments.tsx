import { Choice, type FormErrors, TextBox } from "../../../web/components/Form.tsx";
import { EmptyState } from "../../../web/components/EmptyState.tsx";
import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { Values } from "./approval-form.ts";
import type { ApprovalView } from "./load-approval.ts";
import { approvalMessages } from "./messages.ts";

type Props = { view: ApprovalView; errors: FormErrors | undefined; values: Values };

/** What those who work on the paper say to each other about it; what is dealt with stands last. */
export function Comments({ view, errors, values }: Props) {
  const { t, language } = useLanguage(approvalMessages);
  const minutesLang = langOfMinutes(language);
  const open = view.comments.filter(({ settled }) => !settled);
  const sorted = [...open, ...view.comments.filter(({ settled }) => settled)];
  return (
    <section aria-labelledby="comments" className="approval-comments">
      <h2 id="comments">{t.comments}</h2>
      <p className="list-count">{open.length > 0 ? t.open(open.length) : t.commentsLead}</p>
      {sorted.length === 0 ? (
        <EmptyState title={t.noComments}>
          <p>{t.noCommentsLead}</p>
        </EmptyState>
      ) : (
        <ol className="rows">
          {sorted.map((comment) => (
            <li key={comment.id} className={comment.settled ? "comment comment--settled" : "comment"}>
              <p className="row-facts">
                <strong>{comment.writtenBy}</strong>
                <span>{comment.when}</span>
                <span {...(comment.section && minutesLang)}>{comment.section ?? t.whole}</span>
              </p>
              <p className="comment__text" {...minutesLang}>
                {comment.text}
              </p>
              {comment.settled ? (
                <p className="row-facts">{t.settledBy(comment.settled.by, comment.settled.when)}</p>
              ) : (
                view.may.comment && (
                  <form method="post">
                    <input type="hidden" name="id" value={comment.id} />
                    <button
                      type="submit"
                      name="do"
                      value="settle"
                      className="button button-tertiary"
                      aria-label={t.settleOf(comment.writtenBy, comment.when)}
                    >
                      {t.settle}
                    </button>
                  </form>
                )
              )}
            </li>
          ))}
        </ol>
      )}
      {view.may.comment && (
        <form method="post" noValidate>
          <Choice
            label={t.about}
            name="section"
            value={values.section}
            none={t.whole}
            choices={view.sections.map(({ id, heading }) => ({ value: String(id), text: heading }))}
          />
          <TextBox label={t.comment} name="comment" value={values.comment} errors={errors} />
          <p className="form-buttons">
            <button type="submit" name="do" value="comment" className="button button-secondary">
              {t.addComment}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
