import { ICalEventStatus } from "ical-generator";
import type { DispatchMailKind } from "#database/schema-agendas.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Message } from "#mail/mail.ts";
import { oneLine } from "#mail/one-line.ts";
import { newCalendar } from "../calendar.ts";
import type { PlannedMeetingOfCommittee } from "../plan-queries.ts";
import { becauseOf, calendarAttachment, factsOf, inLines, movedFrom, sentences } from "./mail.ts";
import { mailWords } from "./mail-words.ts";

/** What a guest is told of the item they are invited to. `from` and `until`: when they are to come, "HH:MM". */
export type GuestNotice = {
  kind: DispatchMailKind;
  /** Of the dispatch it goes out with: a later one is newer in the calendar. */
  number: number;
  to: { name: string; email: string };
  language: MailLanguage;
  municipality: { slug: string; name: string };
  meeting: PlannedMeetingOfCommittee;
  /** `title`: null of a closed item, of which a mail says nothing. */
  item: { id: number; title: string | null };
  from: string | null;
  until: string | null;
  /** The meeting's hours when these times were set. */
  setFor: { start: string; end: string | null };
};

/**
 * A mail to a guest of one item: the meeting, the item's title where it is open, and when to come, with that as a calendar
 * file. Nothing else of the agenda, and no link into it.
 */
export function guestMail(notice: GuestNotice, home: string): Message {
  const { kind, to, language, municipality } = notice;
  const meeting = inLines(notice.meeting);
  const title = notice.item.title === null ? null : oneLine(notice.item.title);
  const told = { ...notice, meeting, item: { ...notice.item, title }, slot: slotOf(notice) };
  const t = mailWords[language];
  const isOff = kind === "cancelled" || kind === "withdrawn";
  const subject = kind === "dispatch" ? t.subject.invited : t.subject[kind];
  const time = told.slot ? t.slot(t.hours(told.slot.from, told.slot.until)) : t.noSlot;
  return {
    to,
    language,
    subject: subject(`${meeting.committee.name} ${t.day(meeting.date)}`),
    text: [
      t.greeting(oneLine(to.name)),
      bodyOf(told),
      isOff ? factsOf(meeting, language) : `${factsOf(meeting, language)}\n${time}`,
      t.guestCalendar,
      `${t.reasons.guest}\n${oneLine(municipality.name)}`,
    ].join("\n\n"),
    attachments: [calendarAttachment(guestCalendar(told, home), language)],
  };
}

type Slot = { from: string | null; until: string | null };
type Told = GuestNotice & { slot: Slot | null };

function bodyOf({ kind, meeting, item, language }: Told): string {
  const t = mailWords[language];
  const committee = meeting.committee.name;
  switch (kind) {
    case "dispatch":
      return t.invited(committee, item.title);
    case "changed":
      return t.changed(committee, item.title);
    case "withdrawn":
      return t.withdrawn(committee, item.title);
    case "moved":
      return sentences(t.guestMoved(committee, item.title), movedFrom(meeting, language), becauseOf(meeting, language));
    case "cancelled":
      return sentences(t.guestCancelled(committee, item.title), becauseOf(meeting, language));
  }
}

/** When a guest is to come; null when nobody has said, or when the meeting was moved away from the time that was said. */
function slotOf({ from, until, meeting: { start, end }, setFor }: GuestNotice): Slot | null {
  const times = [from, until].filter((time) => time !== null);
  if (times.length === 0) return null;
  const isAsSet = start === setFor.start && end === setFor.end;
  return isAsSet || times.every((time) => time >= start && (end === null || time <= end)) ? { from, until } : null;
}

/**
 * The guest's own time as a calendar file: the same entry in each mail about the item, newer with each change of the plan and
 * each dispatch. Without a time it is the whole meeting.
 */
function guestCalendar({ kind, number, meeting, item, slot, language, municipality }: Told, home: string): string {
  const t = mailWords[language];
  const { startsAt, endsAt, start, place, version } = meeting;
  const at = (time: string) => new Date(startsAt.getTime() + (minutesOf(time) - minutesOf(start)) * 60_000);
  const begins = slot?.from ? at(slot.from) : startsAt;
  const ends = slot?.until ? at(slot.until) : endsAt && endsAt > begins ? endsAt : new Date(begins.getTime() + HOUR);
  const isOff = kind === "cancelled" || kind === "withdrawn";
  const calendar = newCalendar(meeting.committee.name, language);
  calendar.createEvent({
    id: `${municipality.slug}-${meeting.id}-${item.id}@${new URL(home).hostname}`,
    sequence: version * 1000 + number,
    summary: t.summary(meeting.committee.name, item.title, isOff),
    start: begins,
    end: ends,
    location: place,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

const HOUR = 3_600_000;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
