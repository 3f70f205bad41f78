import type { FormErrors } from "../../../web/components/Form.tsx";
import { Icon } from "../../../web/components/Icon.tsx";
import { langOfMinutes } from "../../../web/language.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { ShownFinding } from "./load-section.ts";
import { editorMessages } from "./messages.ts";

type Props = {
  findings: ShownFinding[];
  errors: FormErrors | undefined;
  /** The finding whose reason was just written. */
  written?: string | undefined;
  /** For those who read the paper and may not answer. */
  readOnly?: boolean;
};

/** Findings with the sum, each with its two answers: the computed figure, or a reason to leave it. */
export function FindingList({ findings, errors, written, readOnly = false }: Props) {
  const { t, language } = useLanguage(editorMessages);
  return (
    <ul className="margin__list plain-list">
      {findings.map((finding) => {
        const { key, verdict, claim, explanation, computed, statedAt, answer, block } = finding;
        const field = `reason-${key}`;
        return (
          <li
            key={key}
            className={`margin__finding margin__finding--${answer ? "answered" : verdict}`}
            data-block={block ?? undefined}
          >
            <p className="margin__verdict">
              <Icon name={answer ? "check" : "warning"} />
              {answer ? t.answered(answer.by, answer.when) : t[verdict]}
            </p>
            <p {...langOfMinutes(language)}>
              <q>{claim}</q>
            </p>
            {answer ? (
              <form method="post">
                <input type="hidden" name="key" value={key} />
                <p {...langOfMinutes(language)}>{answer.reason}</p>
                {!readOnly && (
                  <button type="submit" name="do" value="reopen" className="button button-tertiary">
                    {t.reopen}
                  </button>
                )}
              </form>
            ) : (
              <>
                <p {...langOfMinutes(language)}>{explanation}</p>
                {!readOnly && statedAt && computed !== null && (
                  <form method="post">
                    <input type="hidden" name="key" value={key} />
                    <button type="submit" name="do" value="use" className="button button-secondary">
                      {/\d/.test(computed) ? t.computedInstead(computed) : t.writeInstead(computed)}
                    </button>
                  </form>
                )}
                <details open={written === key || undefined} hidden={readOnly}>
                  <summary>{t.dismiss}</summary>
                  <form method="post" noValidate>
                    <input type="hidden" name="key" value={key} />
                    <label className="form-label" htmlFor={field}>
                      {t.reason}
                    </label>
                    {errors?.[field] && (
                      <span className="form-error-message" id={`${field}-error`}>
                        {errors[field]}
                      </span>
                    )}
                    <textarea
                      className="form-input"
                      id={field}
                      name="reason"
                      rows={2}
                      aria-describedby={errors?.[field] ? `${field}-error` : undefined}
                    />
                    <button type="submit" name="do" value="answer" className="button button-secondary">
                      {t.saveReason}
                    </button>
                  </form>
                </details>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
