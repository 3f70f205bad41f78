import type { AgendaDocument } from "#documents/model.ts";
import type { MeetingHead } from "#reading/meeting-queries.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { clock, fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { readingMessages } from "./messages.ts";

type Props = { head: MeetingHead; about: Omit<AgendaDocument, "items">; pdf: string; notes: string };

/** Which meeting it is, when and where, and the agenda as a file. */
export function AgendaHead({ head, about, pdf, notes }: Props) {
  const { t, to, language } = useLanguage(readingMessages);
  const { committee, municipality } = head;
  const end = head.end && clock(head.end, language);
  return (
    <header className="reading__head">
      <p className="overline">
        {t.agenda} ·{" "}
        <a href={to.committee(municipality.slug, committee.slug)} {...langOfMinutes(language)}>
          {committee.name}
        </a>
      </p>
      <h1 className="meeting-title">{fullDate(head.date, language)}</h1>
      {head.cancelled && (
        <p className="notice notice--withdrawn">
          <span>
            <strong>{t.cancelled}.</strong> <span {...langOfMinutes(language)}>{head.reason}</span>
          </span>
        </p>
      )}
      {head.movedFrom && !head.cancelled && (
        <p className="notice">
          <span>
            <strong>{t.movedFrom(longDate(head.movedFrom, language))}.</strong>{" "}
            <span {...langOfMinutes(language)}>{head.reason}</span>
          </span>
        </p>
      )}
      <ul className="facts">
        <li>
          <Icon name="time" />
          {t.clock(clock(head.start, language), end)}
        </li>
        <li>
          <Icon name="location" />
          <span {...langOfMinutes(language)}>{head.place}</span>
        </li>
        {head.extraordinary && <li>{t.extraordinary}</li>}
        {about.dispatchNumber > 0 && <li>{t.addendum(about.dispatchNumber)}</li>}
        {about.dispatchedAt && <li>{t.sent(longDate(about.dispatchedAt.slice(0, 10), language))}</li>}
      </ul>
      <p className="reading__tools">
        <a className="button button-secondary" href={pdf}>
          <Icon name="download" />
          {t.pdf}
        </a>
        <a href={notes}>{t.myNotes}</a>
      </p>
    </header>
  );
}
