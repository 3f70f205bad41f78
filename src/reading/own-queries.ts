import type { Database } from "#database/connect.ts";
import type { HighlightColour } from "#database/schema-personal.ts";
import type { Quote } from "./anchor.ts";

export type Note = { itemId: number; text: string; version: number };

export type Highlight = Quote & { id: string; itemId: number; part: string; colour: HighlightColour };

/** What one person has written and marked in one meeting's agenda. */
export type Own = {
  notes: Note[];
  highlights: Highlight[];
  /** The dispatch at which each item was read. */
  marks: Map<number, number>;
  /** The dispatch up to which they have seen what is new; null before they first opened it. */
  seen: number | null;
};

/** `userId` is always the person who asks: nobody reads this for somebody else. */
export async function readOwn(db: Database, userId: string, municipalityId: number, meetingId: number): Promise<Own> {
  const mine = { municipality_id: municipalityId, user_id: userId, planned_meeting_id: meetingId };
  const [notes, highlights, marks, visit] = await Promise.all([
    db
      .selectFrom("personal.note")
      .select(["item_id as itemId", "text", "version"])
      .where((eb) => eb.and(mine))
      .execute(),
    db
      .selectFrom("personal.highlight")
      .select(["id", "item_id as itemId", "part", "start", "quote", "prefix", "suffix", "colour"])
      .where((eb) => eb.and(mine))
      .orderBy("item_id")
      .orderBy("start")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("personal.read_mark")
      .select(["item_id", "dispatch"])
      .where((eb) => eb.and(mine))
      .execute(),
    db
      .selectFrom("personal.visit")
      .select("seen")
      .where((eb) => eb.and(mine))
      .executeTakeFirst(),
  ]);
  return {
    notes,
    highlights,
    marks: new Map(marks.map(({ item_id, dispatch }) => [item_id, dispatch])),
    seen: visit?.seen ?? null,
  };
}

/** The meetings in a municipality where a person has written or marked something. */
export async function listOwnMeetings(db: Database, userId: string, municipalityId: number): Promise<number[]> {
  const mine = { municipality_id: municipalityId, user_id: userId };
  const [notes, highlights] = await Promise.all([
    db
      .selectFrom("personal.note")
      .select("planned_meeting_id as id")
      .distinct()
      .where((eb) => eb.and(mine))
      .where("text", "<>", "")
      .execute(),
    db
      .selectFrom("personal.highlight")
      .select("planned_meeting_id as id")
      .distinct()
      .where((eb) => eb.and(mine))
      .execute(),
  ]);
  return [...new Set([...notes, ...highlights].map(({ id }) => id))];
}
