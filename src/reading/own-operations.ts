import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { HighlightColour } from "#database/schema-personal.ts";
import type { Actor } from "#identity/actor.ts";
import { anchor, quoteOf } from "./anchor.ts";
import { HIGHLIGHT_LENGTH, NOTE_LENGTH } from "./limits.ts";
import type { ReadItem, ReadMeeting } from "./open-meeting.ts";

/*
 * What people write and mark for themselves. There is no entry in the audit: administrators read that, and what somebody
 * notes, or has not read yet, is nobody else's business. Whoever may not read the item is told that it is not there.
 */

const MOST_HIGHLIGHTS = 500;

export const noteShape = z.object({
  text: z
    .string()
    .max(NOTE_LENGTH)
    .transform((text) => text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n")),
  version: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 2),
});

export const highlightShape = z.object({
  id: z.uuid(),
  part: z.string().max(100),
  start: z.number().int().min(0),
  quote: z.string().min(1).max(HIGHLIGHT_LENGTH),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
  colour: z.enum(["yellow", "green", "blue"] satisfies HighlightColour[]),
});

const itemOf = (meeting: ReadMeeting, itemId: number): ReadItem | undefined =>
  meeting.items.find(({ item }) => item.id === itemId);

const mineIn = ({ userId }: Actor, { head }: ReadMeeting) => ({
  municipality_id: head.municipalityId,
  user_id: userId,
  planned_meeting_id: head.id,
});

export type NoteResult =
  | { ok: true; version: number }
  | { ok: false; reason: "unknown" }
  /** Written somewhere else since: what stands there now. Nothing of either is lost. */
  | { ok: false; reason: "changed"; text: string; version: number };

/**
 * Keeps a note. `version` is the one that the writer saw, 0 for none; of two devices with the same version one succeeds.
 * The same text sent again is kept already.
 */
export async function saveNote(
  db: Database,
  actor: Actor,
  meeting: ReadMeeting,
  itemId: number,
  { text, version }: z.infer<typeof noteShape>,
): Promise<NoteResult> {
  if (!itemOf(meeting, itemId)) return { ok: false, reason: "unknown" };
  const row = { ...mineIn(actor, meeting), item_id: itemId };
  const written =
    version === 0
      ? await db
          .insertInto("personal.note")
          .values({ ...row, text })
          .onConflict((conflict) => conflict.doNothing())
          .returning("version")
          .executeTakeFirst()
      : await db
          .updateTable("personal.note")
          .set({ text, version: version + 1, updated_at: new Date() })
          .where((eb) => eb.and(row))
          .where("version", "=", version)
          .where("text", "<>", text)
          .returning("version")
          .executeTakeFirst();
  if (written) return { ok: true, version: written.version };
  const now = await db
    .selectFrom("personal.note")
    .select(["text", "version"])
    .where((eb) => eb.and(row))
    .executeTakeFirst();
  if (!now) return saveNote(db, actor, meeting, itemId, { text, version: 0 });
  return now.text === text ? { ok: true, version: now.version } : { ok: false, reason: "changed", ...now };
}

export type HighlightResult = { ok: true } | { ok: false; reason: "unknown" | "no-such-words" | "too-many" };

/** Marks words of an item. The same mark sent twice is one. */
export async function addHighlight(
  db: Database,
  actor: Actor,
  meeting: ReadMeeting,
  itemId: number,
  { id, part, colour, ...quote }: z.infer<typeof highlightShape>,
): Promise<HighlightResult> {
  const item = itemOf(meeting, itemId);
  const text = item?.parts.find(({ key }) => key === part)?.text;
  if (!item || text === undefined) return { ok: false, reason: "unknown" };
  if (item.highlights.length >= MOST_HIGHLIGHTS) return { ok: false, reason: "too-many" };
  const range = anchor(text, quote);
  if (!range) return { ok: false, reason: "no-such-words" };
  await db
    .insertInto("personal.highlight")
    .values({ ...mineIn(actor, meeting), item_id: itemId, id, part, colour, ...quoteOf(text, range) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { ok: true };
}

/** Takes a highlight away; one that is gone already is gone. */
export async function removeHighlight(db: Database, actor: Actor, meeting: ReadMeeting, id: string): Promise<void> {
  await db
    .deleteFrom("personal.highlight")
    .where((eb) => eb.and({ ...mineIn(actor, meeting), id }))
    .execute();
}

/**
 * Marks items as read as they stand in the dispatch that the person had before them: what came later is still to be read.
 * Items that they may not see are left out.
 */
export async function markRead(
  db: Database,
  actor: Actor,
  meeting: ReadMeeting,
  itemIds: number[],
  dispatch: number,
): Promise<void> {
  const number = Math.min(dispatch, meeting.head.dispatches - 1);
  const items = meeting.items.filter(({ item }) => itemIds.includes(item.id) && item.cameWith <= number);
  if (items.length === 0) return;
  await db
    .insertInto("personal.read_mark")
    .values(items.map(({ item }) => ({ ...mineIn(actor, meeting), item_id: item.id, dispatch: number })))
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "user_id", "item_id"]).doUpdateSet((eb) => ({
        dispatch: eb.fn("greatest", ["personal.read_mark.dispatch", "excluded.dispatch"]),
        read_at: new Date(),
      })),
    )
    .execute();
}

export async function markUnread(db: Database, actor: Actor, meeting: ReadMeeting, itemId: number): Promise<void> {
  if (!itemOf(meeting, itemId)) return;
  await db
    .deleteFrom("personal.read_mark")
    .where((eb) => eb.and({ ...mineIn(actor, meeting), item_id: itemId }))
    .execute();
}

/** Notes that the person has seen what is new up to a dispatch. It only goes forward. */
export async function markSeen(db: Database, actor: Actor, meeting: ReadMeeting, dispatch: number): Promise<void> {
  const seen = Math.min(dispatch, meeting.head.dispatches - 1);
  await db
    .insertInto("personal.visit")
    .values({ ...mineIn(actor, meeting), seen })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "user_id", "planned_meeting_id"])
        .doUpdateSet((eb) => ({ seen: eb.fn("greatest", ["personal.visit.seen", "excluded.seen"]) })),
    )
    .execute();
}
