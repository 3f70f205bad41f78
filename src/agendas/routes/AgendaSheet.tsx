import type { ItemOnPage } from "#agendas/agenda-page-queries.ts";
import type { AgendaMeeting } from "#agendas/agenda-queries.ts";
import type { AgendaWarning } from "#agendas/agenda-warnings.ts";
import { clock, fullDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";
import { AgendaRow } from "./AgendaRow.tsx";
import { Refused } from "./Refused.tsx";
import { useOrder } from "./use-order.ts";

type Props = {
  meeting: Pick<
    AgendaMeeting,
    "committee" | "date" | "start" | "end" | "place" | "extraordinary" | "version" | "committeeSlug"
  > & {
    id: number;
  };
  municipality: string;
  items: ItemOnPage[];
  warnings: AgendaWarning[];
  editable: boolean;
  callable: boolean;
};

/**
 * The agenda as it will print, with what can be done to each item beside it. One form: each button says what it does to
 * which item. With scripts items are moved without leaving the page, and by dragging.
 */
export function AgendaSheet({ meeting, municipality, items, warnings, editable, callable }: Props) {
  const { t, to, language } = useLanguage(buildingMessages);
  const { shown, list, submit, said, refused, draggable } = useOrder(items, editable);
  const { committee, date, start, end, place, extraordinary, version } = meeting;
  const minutesLang = langOfMinutes(language);
  return (
    <section className="agenda-sheet" aria-label={t.agenda}>
      <div className="agenda-sheet__head">
        <p className="agenda-sheet__title" {...minutesLang}>
          {committee}
        </p>
        <p>
          {fullDate(date, language)} {t.clock(clock(start, language), end && clock(end, language))}
          <br />
          <span {...minutesLang}>{place}</span>
          {extraordinary && (
            <>
              <br />
              {t.extraordinary}
            </>
          )}
        </p>
      </div>
      {refused && <Refused {...refused} />}
      <form method="post" onSubmit={submit}>
        <input type="hidden" name="version" value={version ?? 0} />
        {/* What Enter in a number field presses. */}
        <button type="submit" name="do" value="order" className="sr-only" tabIndex={-1} aria-hidden="true">
          {t.saveOrder}
        </button>
        <ol className="agenda-items" ref={list}>
          {shown.map((item, index) => (
            <AgendaRow
              key={item.id}
              item={item}
              place={index + 1}
              isFirst={shown[index - 1]?.part !== item.part}
              isLast={shown[index + 1]?.part !== item.part}
              warnings={warnings.filter((warning) => warning.item === item.id)}
              meeting={meeting.id}
              municipality={municipality}
              editable={editable}
              callable={callable}
              draggable={draggable}
            />
          ))}
        </ol>
        {editable && (
          <div className="agenda-order">
            <button type="submit" name="do" value="order" className="button button-secondary">
              {t.saveOrder}
            </button>
            <p className="row-facts">{t.orderHelp}</p>
            <p className="agenda-more">
              <a href={to.newAgendaItem(municipality, meeting.id)}>{t.addNote}</a>
              <a href={to.standingItems(municipality, meeting.committeeSlug)}>{t.standingItems}</a>
            </p>
          </div>
        )}
      </form>
      <output className="sr-only" aria-live="polite">
        {said}
      </output>
    </section>
  );
}
