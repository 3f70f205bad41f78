import { useLanguage } from "../../web/use-language.ts";
import type { Participant } from "../meeting-queries.ts";
import { meetingMessages } from "./messages.ts";

type Props = { participants: Participant[]; municipality: string };

/** Who was missing and who came instead, in a sentence: what one wants to know before the list. */
export function AttendanceSentence({ participants, municipality }: Props) {
  const { t, to } = useLanguage(meetingMessages);
  if (participants.length === 0) return <p className="quiet">{t.noAttendance}</p>;
  const members = participants.filter(({ attendance }) => attendance !== "substitute").length;
  const missing = participants.filter(({ attendance }) => attendance === "absent" || attendance === "excused");
  const substitutes = participants.filter(({ attendance }) => attendance === "substitute");
  return (
    <p className="attendance">
      {missing.length === 0 ? t.allPresent(members) : t.presentOf(members - missing.length, members)}
      {(["excused", "absent"] as const).map((kind) => {
        const people = missing.filter(({ attendance }) => attendance === kind);
        return people.length === 0 ? null : (
          <span key={kind}>
            {" "}
            {t.absences[kind]}: <Names people={people} municipality={municipality} />.
          </span>
        );
      })}
      {substitutes.map((person) => (
        <span key={person.name}>
          {" "}
          {t.substitute}: <a href={to.person(municipality, person.slug)}>{withParty(person)}</a>
          {person.substituteFor && ` ${t.substituteFor(person.substituteFor)}`}.
        </span>
      ))}
    </p>
  );
}

function Names({
  people,
  municipality,
}: {
  people: { name: string; slug: string; party: string | null }[];
  municipality: string;
}) {
  const { to } = useLanguage();
  return people.map((person, index) => (
    <span key={person.slug}>
      {index > 0 && ", "}
      <a href={to.person(municipality, person.slug)}>{withParty(person)}</a>
    </span>
  ));
}

/** "Torben Johansen (C)". */
export function withParty({ name, party }: { name: string; party: string | null }): string {
  return party ? `${name} (${party})` : name;
}

/** Everybody the minutes name. */
export function AttendanceList({ participants, municipality }: Props) {
  const { t, to } = useLanguage(meetingMessages);
  if (participants.length === 0) return null;
  return (
    <section className="participants">
      <h2>
        {t.attendance} <span className="count">{participants.length}</span>
      </h2>
      <ul className="plain-list">
        {participants.map((person) => (
          <li key={person.slug}>
            <a href={to.person(municipality, person.slug)}>{withParty(person)}</a>
            {person.attendance !== "present" && <span className="quiet"> – {t.attendanceWord[person.attendance]}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
