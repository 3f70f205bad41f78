import type { MailLanguage } from "#database/schema-identity.ts";
import type { Message } from "#mail/mail.ts";
import { oneLine } from "#mail/one-line.ts";
import { calendarFile } from "../calendar.ts";
import type { PlannedMeetingOfCommittee } from "../plan-queries.ts";
import { mailWords } from "./mail-words.ts";

/** What a mail tells, and to whom. Nothing of what stands in an item is in it. */
export type DispatchNotice = {
  kind: "dispatch" | "moved" | "cancelled";
  /** 0: the agenda; else the addendum's number. */
  number: number;
  to: { name: string; email: string };
  role: "member" | "substitute" | "mayor";
  language: MailLanguage;
  municipality: { slug: string; name: string };
  meeting: PlannedMeetingOfCommittee;
  items: number;
  late: boolean;
};

/** Where the portal is, and the addresses in it that a mail names, in the language it is written in. */
export type Addresses = {
  /** "https://moeder.eksempel.dk". */
  home: string;
  reading: (language: MailLanguage, municipality: string, meetingId: number) => string;
  plan: (language: MailLanguage, municipality: string, committee: string) => string;
};

/**
 * A mail to one recipient, with the meeting as a calendar file. It has the identity the subscribed calendars have (PUBLISH,
 * the same UID, the plan's version as SEQUENCE), so a later mail moves or crosses out what stands in the calendar already;
 * REQUEST would ask politicians to answer a mailbox that nobody reads.
 */
export function dispatchMail(notice: DispatchNotice, { home, reading, plan }: Addresses): Message {
  const { municipality, to, language } = notice;
  const meeting = inLines(notice.meeting);
  const t = mailWords[language];
  const calendar = calendarFile(meeting.committee.name, [meeting], {
    home,
    municipality: municipality.slug,
    address: (committee) => plan(language, municipality.slug, committee),
    language,
  });
  return {
    to,
    language,
    subject: subjectOf({ ...notice, meeting }),
    text: [
      t.greeting(oneLine(to.name)),
      bodyOf({ ...notice, meeting }),
      factsOf(meeting, language),
      ...(notice.kind === "cancelled" ? [] : [`${t.read}\n${home}${reading(language, municipality.slug, meeting.id)}`]),
      t.calendar,
      `${t.reasons[notice.role]}\n${oneLine(municipality.name)}`,
    ].join("\n\n"),
    attachments: [calendarAttachment(calendar, language)],
  };
}

/** The file that mail programs offer to put into the calendar. */
export const calendarAttachment = (content: string, language: MailLanguage) => ({
  filename: mailWords[language].calendarFile,
  contentType: "text/calendar; charset=utf-8; method=PUBLISH",
  content,
});

/** When and where a meeting is. */
export function factsOf({ date, start, end, place }: PlannedMeetingOfCommittee, language: MailLanguage): string {
  const t = mailWords[language];
  return `${t.meeting(`${t.day(date)} ${t.hours(start, end)}`)}\n${t.place(place)}`;
}

/** A meeting whose words make one line each. */
export const inLines = (meeting: PlannedMeetingOfCommittee): PlannedMeetingOfCommittee => ({
  ...meeting,
  place: oneLine(meeting.place),
  reason: meeting.reason && oneLine(meeting.reason, 500),
  committee: { ...meeting.committee, name: oneLine(meeting.committee.name) },
});

function subjectOf({ kind, number, meeting, language }: DispatchNotice): string {
  const t = mailWords[language];
  const what = `${meeting.committee.name} ${t.day(meeting.date)}`;
  if (kind !== "dispatch") return t.subject[kind](what);
  return number === 0 ? t.subject.agenda(what) : t.subject.addendum(number, what);
}

function bodyOf({ kind, number, meeting, items, late, language }: DispatchNotice): string {
  const t = mailWords[language];
  const committee = meeting.committee.name;
  if (kind === "cancelled") return sentences(t.cancelled(committee), becauseOf(meeting, language));
  if (kind === "moved")
    return sentences(t.moved(committee), movedFrom(meeting, language), becauseOf(meeting, language));
  return number === 0 ? sentences(t.agenda(committee, items), late && t.late) : t.addendum(number, committee);
}

export const sentences = (...said: (string | null | false)[]): string => said.filter(Boolean).join(" ");

export const becauseOf = ({ reason }: PlannedMeetingOfCommittee, language: MailLanguage): string | null =>
  reason && mailWords[language].because(reason);

export const movedFrom = ({ movedFrom }: PlannedMeetingOfCommittee, language: MailLanguage): string | null =>
  movedFrom && mailWords[language].movedFrom(mailWords[language].day(movedFrom));
