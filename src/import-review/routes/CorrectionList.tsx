import type { Correction } from "#archive/corrections/correction.ts";
import type { ReviewView } from "#import-review/review-view.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Hidden } from "./ReviewHead.tsx";
import { reviewMessages } from "./review-messages.ts";

/** What was set right so far, each to be taken back; what was said of the reading; what did not find its place again. */
export function CorrectionList({ view, hidden }: Hidden & { view: ReviewView }) {
  const { t, language } = useLanguage(reviewMessages);
  return (
    <>
      {view.told.length > 0 && (
        <section>
          <h3>{t.toldTitle}</h3>
          <ul {...langOfMinutes(language)}>
            {view.told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {view.corrections.length > 0 && (
        <section>
          <h3>{t.correctionsTitle}</h3>
          <ul className="plain-list correction-list">
            {view.corrections.map(({ target, correction }) => {
              const words = describe(correction, t);
              return (
                <li key={target}>
                  <form method="post">
                    <input type="hidden" name="version" value={hidden.version} />
                    <input type="hidden" name="target" value={target} />
                    <span>{words}</span>{" "}
                    <button
                      type="submit"
                      name="do"
                      value="undo"
                      className="button button-tertiary"
                      aria-label={t.takeBackOf(words)}
                    >
                      {t.takeBack}
                    </button>
                  </form>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {view.warnings.length > 0 && (
        <section>
          <h3>{t.warningsTitle}</h3>
          <ul {...langOfMinutes(language)}>
            {view.warnings.map(({ message, line }, at) => (
              <li key={`${at} ${message}`}>
                {message} {line !== null && <a href={`#l${line}`}>{t.lineOf(line)}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Messages = (typeof reviewMessages)["da"];

function describe(correction: Correction, t: Messages): string {
  const says = t.corrections;
  switch (correction.kind) {
    case "header":
      return says.to(t.field[correction.field], correction.to ?? says.empty);
    case "participant":
      if (correction.to === null) return says.removed(correction.name ?? "");
      return correction.name === null ? says.added(correction.to.name) : says.person(correction.name);
    case "item": {
      const { item, field, to } = correction;
      const name = item.number === null ? `»${item.title}«` : t.item(item.number, 0);
      return says.to(
        t.ofItem(name, t.field[field]),
        to === null ? says.empty : typeof to === "boolean" ? (to ? t.yes : t.no) : to,
      );
    }
    case "public-text": {
      const { number, title } = correction.item;
      return says.publicText(number === null ? `»${title}«` : t.item(number, 0));
    }
    case "not-an-item":
      return says.notAnItem(correction.line.text.slice(0, 80));
    default:
      return says.start(correction.line.text.slice(0, 80));
  }
}
