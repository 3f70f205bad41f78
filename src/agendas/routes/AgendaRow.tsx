import type { ItemOnPage } from "#agendas/agenda-page-queries.ts";
import type { AgendaWarning } from "#agendas/agenda-warnings.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { clock } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";
import { GuestNames } from "./GuestNames.tsx";
import { WarningText } from "./WarningText.tsx";

type Props = {
  item: ItemOnPage;
  /** Counted from 1, and whether it is the first or last of those it can be moved among. */
  place: number;
  isFirst: boolean;
  isLast: boolean;
  warnings: AgendaWarning[];
  meeting: number;
  municipality: string;
  editable: boolean;
  /** True when it is sent: then when it is treated and who is called in are said anew on a page of their own. */
  callable: boolean;
  draggable: boolean;
};

/** An item as it will print, its warnings below it, and what can be done with it. */
export function AgendaRow({ item, warnings, ...rest }: Props) {
  const { t, to, language } = useLanguage(buildingMessages);
  const { id, number, title, reference, paperId, closed, closedGround, startsAt, minutes, guests, text } = item;
  const minutesLang = langOfMinutes(language);
  return (
    <li id={`punkt-${id}`} data-id={id} data-part={item.part} className={rest.isFirst ? "agenda-part" : undefined}>
      <div className="agenda-item">
        <span className="agenda-item__number">
          <span className="sr-only">{t.item(number)}</span>
          <span aria-hidden="true">{number}.</span>
        </span>
        <div>
          <h2 className={item.withdrawn ? "agenda-item__title crossed-out" : "agenda-item__title"} {...minutesLang}>
            {paperId === null ? title : <a href={to.paper(rest.municipality, paperId)}>{title}</a>}
          </h2>
          <p className="row-facts">
            {startsAt && <span>{t.clock(clock(startsAt, language), null)}</span>}
            {minutes !== null && <span>{t.minutes(minutes)}</span>}
            {reference && <span>{t.caseNumber(reference)}</span>}
            {item.attachments > 0 && (
              <span>
                <Icon name="attach-file" /> {t.attachments(item.attachments)}
              </span>
            )}
            {closed && (
              <span className="agenda-closed">
                <Icon name="lock" /> {t.closed}
                {closedGround && <span {...minutesLang}>: {closedGround}</span>}
              </span>
            )}
          </p>
          {guests.length > 0 && <GuestNames guests={guests} />}
          {text && (
            <p className="agenda-item__text" {...minutesLang}>
              {text}
            </p>
          )}
          {item.lateReason && (
            <p className="agenda-item__text">
              {t.lateReason}: <span {...minutesLang}>{item.lateReason}</span>
            </p>
          )}
          {warnings.length > 0 && (
            <ul className="plain-list agenda-notes">
              {warnings.map((warning, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a code may stand there twice
                <li key={index}>
                  <WarningText warning={warning} />
                </li>
              ))}
            </ul>
          )}
        </div>
        {rest.editable && (
          <ItemButtons item={item} {...rest} hasChanged={warnings.some(({ code }) => code === "paper-changed")} />
        )}
        {rest.callable && !item.withdrawn && (
          <div className="agenda-buttons">
            <a href={to.agendaItem(rest.municipality, rest.meeting, id)}>
              {t.editCall} <span className="sr-only">{title}</span>
            </a>
          </div>
        )}
      </div>
    </li>
  );
}

type ButtonProps = Omit<Props, "warnings" | "editable" | "callable"> & { hasChanged: boolean };

function ItemButtons({ item, place, isFirst, isLast, meeting, municipality, draggable, hasChanged }: ButtonProps) {
  const { t, to } = useLanguage(buildingMessages);
  const { id, title } = item;
  return (
    <div className="agenda-buttons">
      <div className="agenda-buttons__order">
        {draggable && !(isFirst && isLast) && <span className="agenda-handle" title={t.drag} aria-hidden="true" />}
        <button type="submit" name="do" value={`up:${id}`} className="agenda-move agenda-move-up" disabled={isFirst}>
          <Icon name="chevron-left" />
          <span className="sr-only">{t.up(title)}</span>
        </button>
        <input
          className="agenda-place"
          // The field follows the item to its new place.
          key={place}
          name={`place-${id}`}
          inputMode="numeric"
          defaultValue={place}
          aria-label={t.place(title)}
        />
        <button type="submit" name="do" value={`down:${id}`} className="agenda-move agenda-move-down" disabled={isLast}>
          <Icon name="chevron-left" />
          <span className="sr-only">{t.down(title)}</span>
        </button>
      </div>
      <div className="agenda-buttons__do">
        {hasChanged && (
          <button type="submit" name="do" value={`seen:${id}`} className="agenda-link">
            {t.seen} <span className="sr-only">{title}</span>
          </button>
        )}
        <a href={to.agendaItem(municipality, meeting, id)}>
          {t.edit} <span className="sr-only">{title}</span>
        </a>
        <button type="submit" name="do" value={`remove:${id}`} className="agenda-link">
          {t.remove} <span className="sr-only">{title}</span>
        </button>
      </div>
    </div>
  );
}
