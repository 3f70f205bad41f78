import type { Hit as FoundItem } from "#search/hits.ts";
import { DateText } from "../../web/components/DateText.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { Marked } from "./Marked.tsx";
import { searchMessages } from "./messages.ts";

/** An item that was found: what it is called, where and when, how it ended, and the words around what was asked for. */
export function Hit({ hit, across }: { hit: FoundItem; across: boolean }) {
  const { t, to, language } = useLanguage(searchMessages);
  const minutes = langOfMinutes(language);
  return (
    <li className="hit">
      <h2 className="row-title">
        <a href={to.item(hit.municipality, hit)} {...minutes}>
          <Marked pieces={hit.titleMarked} />
        </a>
      </h2>
      <div className="row-facts">
        {across && <span>{hit.municipalityName}</span>}
        <span {...minutes}>{hit.committeeName}</span>
        <span>
          <DateText date={hit.date} />
          {hit.number && `, ${t.item(hit.number)}`}
        </span>
        <span>
          <OutcomeTag outcome={hit.outcome} closed={hit.closed} />
        </span>
      </div>
      {hit.excerpt.length > 0 && (
        <p className="hit__excerpt" {...minutes}>
          <Marked pieces={hit.excerpt} />
        </p>
      )}
    </li>
  );
}
