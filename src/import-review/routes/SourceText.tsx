import type { MouseEvent } from "react";
import type { ItemView } from "#import-review/review-view.ts";
import type { SourceLine, SourcePage } from "#import-review/source-view.ts";
import { useLanguage } from "../../web/use-language.ts";
import { reviewMessages } from "./review-messages.ts";
import { useScripts } from "./use-scripts.ts";

/** The text that was read, by page and line, with the items and sections that were seen in it. */
export function SourceText({ pages, items }: { pages: SourcePage[]; items: ItemView[] }) {
  const { t } = useLanguage(reviewMessages);
  const scripted = useScripts();
  return (
    <section className="review__source" id="originalen" aria-labelledby="originalen-titel" lang="da">
      <h2 id="originalen-titel">{t.original}</h2>
      <p className="review__jump">
        <a href="#laesningen">{t.toReading}</a>
      </p>
      {scripted && <p className="row-facts">{t.clickLine}</p>}
      {/* Choosing a line by a click only fills in the field that can be filled in by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div onClick={chooseLine}>
        {pages.map(({ page, first, lines }) => (
          <div key={first}>
            {page !== null && <h3 className="source-page">{t.pageOf(page)}</h3>}
            <ol className="source" start={first}>
              {lines.map((line, at) => (
                <Line key={first + at} line={line} number={first + at} items={items} />
              ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}

function Line({ line, number, items }: { line: SourceLine; number: number; items: ItemView[] }) {
  const { t } = useLanguage(reviewMessages);
  const { text, item, role, inItem } = line;
  const name = [
    inItem ? "source__line source__line--in" : "source__line",
    ...(item === undefined ? [] : ["source__line--item"]),
    ...(role === undefined ? [] : ["source__line--section"]),
  ].join(" ");
  return (
    <li className={name} id={`l${number}`} value={number}>
      {item !== undefined && (
        <a className="source__mark" href={`#punkt-${item}`}>
          {t.item(items[item]?.number ?? null, item)}
        </a>
      )}
      {text}
      {role !== undefined && role !== "other" && <span className="source__role">{t.role[role]}</span>}
    </li>
  );
}

/** Puts the line that was clicked into the form for a missing item, when that is open. */
function chooseLine(event: MouseEvent): void {
  const line = (event.target as Element).closest<HTMLLIElement>("li.source__line");
  const field = document.querySelector<HTMLInputElement>("#mangler[open] input[name=line]");
  if (!line || !field || window.getSelection()?.toString()) return;
  field.value = String(line.value);
  field.focus();
}
