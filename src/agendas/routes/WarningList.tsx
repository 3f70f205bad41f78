import type { ItemOnPage } from "#agendas/agenda-page-queries.ts";
import type { AgendaWarning } from "#agendas/agenda-warnings.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";
import { WarningText } from "./WarningText.tsx";

type Props = { warnings: AgendaWarning[]; items: Pick<ItemOnPage, "id" | "number">[] };

/** Everything to look at before an agenda is sent, each with the way to the item it is about. */
export function WarningList({ warnings, items }: Props) {
  const { t } = useLanguage(buildingMessages);
  if (warnings.length === 0)
    return (
      <section className="agenda-warnings">
        <h2>{t.noWarnings}</h2>
        <p className="quiet">{t.noWarningsLead}</p>
      </section>
    );
  return (
    <section className="agenda-warnings">
      <h2>{t.warnings(warnings.length)}</h2>
      <ul className="plain-list">
        {warnings.map((warning, index) => {
          const item = items.find(({ id }) => id === warning.item);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a code may stand there twice
            <li key={index}>
              {item ? <a href={`#punkt-${item.id}`}>{t.ofItem(item.number)}</a> : <span>{t.whole}</span>}
              <WarningText warning={warning} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
