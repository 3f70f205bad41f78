import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { listMeetings, type MeetingHead } from "./meeting-queries.ts";
import { committeesOf } from "./my-meetings.ts";
import { hasNews, readMeeting } from "./open-meeting.ts";
import { isSeated } from "./policy.ts";

/** A coming meeting with something that the person has not read: of `items`, `unread` are new or changed to them. */
export type UnreadMeeting = { head: MeetingHead; items: number; unread: number; hasNews: boolean };

/** More agendas than one person is sent. */
const MOST = 200;

/**
 * What waits to be read by members, substitutes and guests in the municipalities where they sit, the nearest meeting
 * first. `today`: "YYYY-MM-DD".
 */
export async function unreadMeetings(db: Database, actor: Actor, today: string): Promise<UnreadMeeting[]> {
  const municipalities = [...new Set(actor.grants.map(({ municipalityId }) => municipalityId))];
  const heads = await Promise.all(
    municipalities.map((municipalityId) =>
      listMeetings(
        db,
        { municipalityId, committees: committeesOf(actor, municipalityId), from: today, sentOnly: true },
        MOST,
      ),
    ),
  );
  const sent = heads.flat().filter((head) => !head.cancelled && mayHaveSeat(actor, head));
  const read = await Promise.all(sent.map((head) => readMeeting(db, actor, head)));
  return read.flatMap((meeting) =>
    meeting && meeting.unread > 0
      ? [{ head: meeting.head, items: meeting.items.length, unread: meeting.unread, hasNews: hasNews(meeting) }]
      : [],
  );
}

/** A seat in the committee, or in one of its items. */
const mayHaveSeat = (actor: Actor, head: MeetingHead): boolean =>
  actor.grants.some(({ itemId }) => isSeated(actor, { ...head, itemId }));
