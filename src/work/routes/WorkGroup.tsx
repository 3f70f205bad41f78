import type { WorkEntry } from "#work/work-list.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { count, fullDate } from "../../web/formats.ts";
import { type Language, langOfMinutes } from "../../web/language.ts";
import type { Links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import { workMessages } from "./messages.ts";

type Words = (typeof workMessages)["da"];

type Props = {
  id: string;
  title: string;
  entries: WorkEntry[];
  /** The person works in several municipalities. */ several: boolean;
};

/** Some of what waits for a person, with one thing to do about each. */
export function WorkGroup({ id, title, entries, several }: Props) {
  const { t, language } = useLanguage(workMessages);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id} className={`work-group work-group--${id}`}>
      <h2 id={id}>{title}</h2>
      <p className="list-count">
        {count(entries.length, language)} {t.count(entries.length)}
      </p>
      <ul className="rows">
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} several={several} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, several }: { entry: WorkEntry; several: boolean }) {
  const { t, to, language } = useLanguage(workMessages);
  const minutesLang = langOfMinutes(language);
  const name = nameOf(entry, t, language);
  return (
    <li className="work-entry">
      <div>
        <p className="row-facts work-entry__kind">
          <strong className={`work-mark work-mark--${entry.kind}`}>{t.kinds[entry.kind]}</strong>
          {entry.isNew && <strong className="work-mark work-mark--new">{t.isNew}</strong>}
          {"deputyFor" in entry && entry.deputyFor && <span>{t.actsFor(entry.deputyFor)}</span>}
          {entry.kind === "under-way" && <span>{t.waitsForRole(t.roles[entry.role])}</span>}
        </p>
        <p className="row-title">
          {"title" in entry && entry.title === null && <Icon name="lock" />}{" "}
          <a href={pageOf(entry, to)} {...minutesLang}>
            {name}
          </a>
        </p>
        <p className="row-facts">
          {several && <span {...minutesLang}>{entry.municipality.name}</span>}
          {entry.kind === "read" && <span>{t.unread(entry.unread, entry.items)}</span>}
          {entry.kind === "dispatch" && <span>{t.items(entry.items)}</span>}
          {"reference" in entry && (
            <>
              <span>{entry.reference}</span>
              <span {...minutesLang}>{entry.committee}</span>
            </>
          )}
        </p>
        {entry.kind === "returned" && (
          <p className="work-entry__reason">
            <strong>{t.returnedBy(entry.by)}</strong> <span {...minutesLang}>{entry.reason}</span>
          </p>
        )}
        {entry.due && !(entry.kind === "read" && entry.dueState === "coming") && (
          <p className={`row-facts work-entry__due work-entry__due--${entry.dueState}`}>
            {entry.dueState !== "coming" && <Icon name={entry.dueState === "overdue" ? "warning" : "time"} />}
            <span>{wordsOfDue(entry, t)(fullDate(entry.due, language))}</span>
            {entry.dueState === "overdue" && <strong>{t.isOverdue}</strong>}
            {entry.dueState === "due" && <strong>{t.dueSoon}</strong>}
          </p>
        )}
      </div>
      <a
        className="button button-secondary work-entry__act"
        href={addressOf(entry, to)}
        aria-label={t.actionOf(t.actions[entry.kind], name)}
      >
        {t.actions[entry.kind]}
      </a>
    </li>
  );
}

const keyOf = (entry: WorkEntry): string =>
  `${entry.kind}/${entry.municipality.slug}/${"meetingId" in entry ? entry.meetingId : entry.paperId}`;

function nameOf(entry: WorkEntry, t: Words, language: Language): string {
  if ("meetingId" in entry) return t.meeting(entry.committee, fullDate(entry.date, language));
  return entry.title ?? t.closedPaper(entry.reference);
}

function wordsOfDue({ kind }: WorkEntry, t: Words): (day: string) => string {
  if (kind === "read") return t.dueMeeting;
  return kind === "dispatch" ? t.dueSend : t.due;
}

/** Where what waits can be read. */
function pageOf(entry: WorkEntry, to: Links): string {
  const { slug } = entry.municipality;
  if (entry.kind === "read") return to.readingMeeting(slug, entry.meetingId);
  return entry.kind === "dispatch" ? to.agenda(slug, entry.meetingId) : to.paper(slug, entry.paperId);
}

/** Where it is done. */
const addressOf = (entry: WorkEntry, to: Links): string =>
  entry.kind === "approve" || entry.kind === "under-way"
    ? to.paperApproval(entry.municipality.slug, entry.paperId)
    : pageOf(entry, to);
