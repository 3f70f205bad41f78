import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { mayWorkIn } from "#identity/policy.ts";
import { listMeetings, type MeetingHead } from "./meeting-queries.ts";
import { hasNews, readMeeting } from "./open-meeting.ts";

/** A meeting with what is in its agenda for this person; no items while it has not been sent. */
export type MyMeeting = { head: MeetingHead; items: number; unread: number; hasNews: boolean };

/** Meetings that are planned and not sent yet, and those that were held. */
const NOT_SENT = 5;
const EARLIER = 20;
/** More agendas than one person is sent. */
const SENT = 200;

/**
 * The meetings whose agendas a person reads, those to come and those that were held lately; null for those who have no
 * business in the municipality at all. `today`: "YYYY-MM-DD".
 */
export async function listMyMeetings(
  db: Database,
  actor: Actor,
  municipalityId: number,
  today: string,
): Promise<{ coming: MyMeeting[]; earlier: MyMeeting[] } | null> {
  if (!actor.grants.some((grant) => grant.municipalityId === municipalityId)) return null;
  const place = { municipalityId, committees: committeesOf(actor, municipalityId) };
  const [sent, planned, held] = await Promise.all([
    listMeetings(db, { ...place, from: today, sentOnly: true }, SENT),
    listMeetings(db, { ...place, from: today, sentOnly: false }, NOT_SENT),
    listMeetings(db, { ...place, before: today, sentOnly: true }, EARLIER),
  ]);
  const known = new Set(sent.map(({ id }) => id));
  const coming = [...sent, ...planned.filter(({ id }) => !known.has(id))].sort((a, b) =>
    `${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1,
  );
  const mine = async (heads: MeetingHead[]) =>
    (await Promise.all(heads.map((head) => myMeeting(db, actor, head)))).filter((meeting) => meeting !== null);
  return { coming: await mine(coming), earlier: await mine(held) };
}

/** The committees of a municipality where somebody has a role today; null when it is all of them. */
export function committeesOf(actor: Actor, municipalityId: number): number[] | null {
  const grants = actor.grants.filter((grant) => grant.municipalityId === municipalityId);
  const committees = grants.map(({ committeeId }) => committeeId);
  return committees.includes(null) ? null : committees.filter((id) => id !== null);
}

async function myMeeting(db: Database, actor: Actor, head: MeetingHead): Promise<MyMeeting | null> {
  if (head.dispatches === 0) return mayWorkIn(actor, head) ? { head, items: 0, unread: 0, hasNews: false } : null;
  const meeting = await readMeeting(db, actor, head);
  return meeting && { head, items: meeting.items.length, unread: meeting.unread, hasNews: hasNews(meeting) };
}
