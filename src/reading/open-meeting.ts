import type { Database } from "#database/connect.ts";
import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import { onAnotherDay } from "#documents/on-another-day.ts";
import type { Actor } from "#identity/actor.ts";
import { type ItemChange, itemChange, meetingChanges } from "./changes.ts";
import { findMeeting, type MeetingHead, readDispatches } from "./meeting-queries.ts";
import { type Own, readOwn } from "./own-queries.ts";
import { type Part, partsOf } from "./parts.ts";
import { type PlacedHighlight, placeOf } from "./place-of.ts";
import { visibleTo } from "./policy.ts";

export type ReadItem = {
  item: AgendaItem;
  parts: Part[];
  note: { text: string; version: number };
  highlights: PlacedHighlight[];
  /** "changed": read before it was changed. A withdrawn item waits for nobody. */
  state: "unread" | "read" | "changed";
  /** Since the person last read it, or last saw what is new. */
  change: ItemChange | null;
};

/** A sent agenda as one person may see it, with what they have written and marked themselves. */
export type ReadMeeting = {
  head: MeetingHead;
  agenda: AgendaDocument;
  hidden: number;
  items: ReadItem[];
  unread: number;
  changes: ReturnType<typeof meetingChanges>;
  /** They have opened it before. */
  visited: boolean;
};

/** Null for a meeting that is not there or not sent, and for those who may see nothing of it. */
export async function openMeeting(
  db: Database,
  actor: Actor,
  municipality: string,
  meetingId: number,
): Promise<ReadMeeting | null> {
  const head = await findMeeting(db, municipality, meetingId);
  return head ? readMeeting(db, actor, head) : null;
}

export async function readMeeting(db: Database, actor: Actor, head: MeetingHead): Promise<ReadMeeting | null> {
  const latest = head.dispatches - 1;
  if (latest < 0) return null;
  const own = await readOwn(db, actor.userId, head.municipalityId, head.id);
  const bases = [...own.marks.values(), own.seen ?? latest].filter((number) => number >= 0 && number < latest);
  const dispatches = await readDispatches(db, head, [...new Set([...bases, latest])]);
  const visible = new Map(
    [...dispatches].flatMap(([number, agenda]) => {
      const seen = visibleTo(actor, head, onAnotherDay(agenda, head));
      return seen ? [[number, seen] as const] : [];
    }),
  );
  const now = visible.get(latest);
  if (!now) return null;
  const seen = own.seen ?? latest;
  const items = now.agenda.items.map((item) => {
    const base = Math.max(seen, own.marks.get(item.id) ?? -1);
    const before = base < latest ? visible.get(base)?.agenda : now.agenda;
    return readItem(item, own, before?.items.find(({ id }) => id === item.id) ?? null);
  });
  const before = visible.get(seen)?.agenda;
  return {
    head,
    ...now,
    items,
    unread: items.filter(({ state }) => state !== "read").length,
    changes: before && seen < latest ? meetingChanges(before, now.agenda) : [],
    visited: own.seen !== null,
  };
}

function readItem(item: AgendaItem, own: Own, before: AgendaItem | null): ReadItem {
  const parts = partsOf(item);
  const change = itemChange(before, item);
  const unread = !own.marks.has(item.id) && !item.withdrawn;
  return {
    item,
    parts,
    note: own.notes.find(({ itemId }) => itemId === item.id) ?? { text: "", version: 0 },
    highlights: own.highlights
      .filter(({ itemId }) => itemId === item.id)
      .map((highlight) => ({ ...highlight, place: placeOf(highlight, parts) })),
    state: unread ? "unread" : change ? "changed" : "read",
    change,
  };
}

/** Something came after the person last looked. */
export const hasNews = ({ items, changes }: ReadMeeting): boolean =>
  changes.length > 0 || items.some(({ change }) => change !== null);
