import type { RelatedItem } from "#cases/queries.ts";
import { ItemLine } from "../../decisions/routes/ItemLine.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { caseMessages } from "./messages.ts";

/** So many stand open; the rest are folded, never left out. */
const OPEN = 8;

type Props = { municipality: string; items: RelatedItem[] };

/** The same matter under other numbers, as far as references tell. */
export function RelatedItems({ municipality, items }: Props) {
  const { t } = useLanguage(caseMessages);
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t.related}</h2>
      <p className="small quiet">{t.relatedLead}</p>
      <RelatedList municipality={municipality} items={items.slice(0, OPEN)} />
      {items.length > OPEN && (
        <details className="details">
          <summary className="details-summary">{t.moreRelated(items.length - OPEN)}</summary>
          <RelatedList municipality={municipality} items={items.slice(OPEN)} />
        </details>
      )}
    </section>
  );
}

function RelatedList({ municipality, items }: Props) {
  const { t, to } = useLanguage(caseMessages);
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={`${item.committee} ${item.date} ${item.sitting} ${item.item}`}>
          <ItemLine municipality={municipality} item={item} headingLevel={3}>
            {item.caseKey && (
              <p className="small">
                <a href={to.case(municipality, item.caseKey)}>{t.caseTitle(item.caseReference ?? item.caseKey)}</a>
              </p>
            )}
          </ItemLine>
        </li>
      ))}
    </ul>
  );
}
