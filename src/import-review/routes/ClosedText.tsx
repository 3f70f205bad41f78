import type { FormErrors } from "../../web/components/Form.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { closedTextMessages } from "./closed-text-messages.ts";
import type { Hidden } from "./ReviewHead.tsx";

type Props = Hidden & {
  /** By their place in the reading. */
  items: { at: number; number: string | null; title: string }[];
  errors: FormErrors | undefined;
};

/** Asks whether the words of closed items are published, before they can go where everybody reads them. */
export function ClosedText({ items, hidden, errors }: Props) {
  const { t, language } = useLanguage(closedTextMessages);
  const error = errors?.["published"];
  return (
    <section className="notice notice--text" aria-labelledby="lukket-tekst">
      <h2 id="lukket-tekst">{t.title}</h2>
      <p>{t.lead}</p>
      <ul {...langOfMinutes(language)}>
        {items.map(({ at, number, title }) => (
          <li key={at}>
            <a href={`#punkt-${at}`}>{number === null ? title : `${number}. ${title}`}</a>
          </li>
        ))}
      </ul>
      <p>{t.advice}</p>
      <form method="post" noValidate>
        <input type="hidden" name="version" value={hidden.version} />
        <div className={error ? "form-group form-error" : "form-group"}>
          <label className="tick" htmlFor="published">
            <input
              type="checkbox"
              id="published"
              name="published"
              value="yes"
              {...(error && { "aria-describedby": "published-error", "aria-invalid": true })}
            />
            <span>{t.tick}</span>
          </label>
          {error && (
            <span className="form-error-message" id="published-error">
              {error}
            </span>
          )}
        </div>
        <button type="submit" name="do" value="publish" className="button button-secondary">
          {t.save}
        </button>
      </form>
    </section>
  );
}
