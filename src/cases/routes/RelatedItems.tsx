import type { RelatedItem } from "#cases/queries.ts";
import { ItemLine } from "../../decisions/routes/ItemLine.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { caseMessages } from "./messages.ts";

/** The same matter under other numbers, as far as references tell. */
export function RelatedItems({ municipality, items }: { municipality: string; items: RelatedItem[] }) {
  const { t, to } = useLanguage(caseMessages);
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t.related}</h2>
      <p className="small quiet">{t.relatedLead}</p>
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
    </section>
  );
}
