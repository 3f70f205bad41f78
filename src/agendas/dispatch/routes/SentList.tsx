import type { Receipt, Sent } from "#agendas/dispatch/page-queries.ts";
import { MOST_ATTEMPTS } from "#agendas/dispatch/send-dispatches.ts";
import { EmptyState } from "../../../web/components/EmptyState.tsx";
import { clock, moment } from "../../../web/formats.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { dispatchMessages } from "./dispatch-messages.ts";

type Props = {
  municipality: { slug: string };
  meeting: { id: number; over: boolean };
  sent: Sent[];
  hasMail: boolean;
};

/** What has been sent, newest first: when, by whom, to whom, and what became of each mail. */
export function SentList({ municipality: { slug }, meeting, sent, hasMail }: Props) {
  const { t, to, language } = useLanguage(dispatchMessages);
  return (
    <>
      <p className="dispatch-buttons">
        {!meeting.over && (
          <a className="button button-primary" href={to.addendum(slug, meeting.id)}>
            {t.makeAddendum}
          </a>
        )}
        <a href={to.readingMeeting(slug, meeting.id)}>{t.read}</a>
        <a href={to.readingPdf(slug, meeting.id)}>{t.pdf}</a>
      </p>
      {!hasMail && <p className="notice">{t.noMail}</p>}
      {sent.map(({ number, at, by, late, publicSha256, receipts }) => (
        <section key={number} className="dispatch-sent">
          <h2>{number === 0 ? t.agendaItself : t.addendumNo(number)}</h2>
          <p className="row-facts">
            <span>{t.sentBy(by, moment(at, language))}</span>
            {late && <span className="agenda-late">{t.sentLate}</span>}
            {publicSha256 ? <a href={to.original(slug, publicSha256)}>{t.publicPdf}</a> : <span>{t.publicSoon}</span>}
          </p>
          {receipts.length === 0 ? (
            <EmptyState title={t.noReceipts}>
              <p>{t.noReceiptsHelp}</p>
            </EmptyState>
          ) : (
            <Receipts receipts={receipts} of={number === 0 ? t.agendaItself : t.addendumNo(number)} />
          )}
        </section>
      ))}
    </>
  );
}

function Receipts({ receipts, of }: { receipts: Receipt[]; of: string }) {
  const { t, language } = useLanguage(dispatchMessages);
  const hasNotices = receipts.some(({ kind }) => kind !== "dispatch");
  const stateOf = ({ sentAt, attempts, language: spoken }: Receipt) => {
    if (sentAt) return `${t.sentAt(moment(sentAt, language))}${spoken === "en" ? ` ${t.inEnglish}` : ""}`;
    if (attempts >= MOST_ATTEMPTS) return <strong className="agenda-late">{t.gaveUp}</strong>;
    return attempts > 0 ? <strong className="agenda-late">{t.tried(attempts)}</strong> : t.waiting;
  };
  return (
    <table className="table table--borderless dispatch-receipts">
      <caption className="sr-only">{`${of}: ${t.receipts}`}</caption>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- somebody may get several mails
          <tr key={index}>
            <th scope="row">
              {receipt.name}
              <span className="dispatch-mail">{receipt.email}</span>
            </th>
            <td>
              {t.roles[receipt.role]}
              {receipt.role === "guest" && <GuestFacts receipt={receipt} />}
            </td>
            <td>
              {hasNotices && <span className="dispatch-kind">{t.kinds[receipt.kind]}</span>}
              {stateOf(receipt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To which item somebody was invited, and when they were told to come. */
function GuestFacts({ receipt: { item, from, until } }: { receipt: Receipt }) {
  const { t, language } = useLanguage(dispatchMessages);
  const times = [from, until].filter((time) => time !== null).map((time) => clock(time, language));
  return (
    <span className="dispatch-mail">
      {item !== null && t.guestOf(item)} {times.length > 0 && t.hours(times.join("-"))}
    </span>
  );
}
