import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { openMeeting, type ReadMeeting } from "./open-meeting.ts";
import { listOwnMeetings } from "./own-queries.ts";

/**
 * The items of a municipality where a person has written or marked something, by meeting, the latest first. An item that
 * they may no longer see stays out with its notes, and is back when they may.
 */
export async function listMyNotes(
  db: Database,
  actor: Actor,
  municipality: string,
  municipalityId: number,
): Promise<Pick<ReadMeeting, "head" | "items">[]> {
  const ids = await listOwnMeetings(db, actor.userId, municipalityId);
  const meetings = await Promise.all(ids.map((id) => openMeeting(db, actor, municipality, id)));
  return meetings
    .flatMap((meeting) => {
      const items = meeting?.items.filter(({ note, highlights }) => note.text !== "" || highlights.length > 0) ?? [];
      return meeting && items.length > 0 ? [{ head: meeting.head, items }] : [];
    })
    .sort((a, b) => (a.head.date < b.head.date ? 1 : -1));
}
