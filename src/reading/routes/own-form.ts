import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import type { ReadMeeting } from "#reading/open-meeting.ts";
import {
  addHighlight,
  highlightShape,
  markRead,
  markSeen,
  markUnread,
  noteShape,
  removeHighlight,
  saveNote,
} from "#reading/own-operations.ts";

/** What a form or a script asked to be kept, and how it went. `text` and `version`: what stands in the note now. */
export type Kept =
  | { ok: true; item: number | null; version?: number }
  | { ok: false; item: number; reason: "changed"; mine: string; text: string; version: number }
  | { ok: false; item: number; reason: "too-long"; mine: string; version: number }
  | { ok: false; item: number | null; reason: "unknown" | "no-such-words" | "too-many" };

/** Does what a form with one of the reading page's buttons asks for. */
export async function keepOwn(db: Database, actor: Actor, meeting: ReadMeeting, form: FormData): Promise<Kept> {
  const item = Number(form.get("item"));
  const dispatch = Number(form.get("dispatch") ?? Number.NaN);
  const known = Number.isInteger(dispatch) && dispatch >= 0;
  const what = form.get("do");
  if (what === "note") return keepNote(db, actor, meeting, item, form);
  if (what === "highlight") {
    const read = highlightShape.safeParse({ ...Object.fromEntries(form), start: Number(form.get("start")) });
    if (!read.success) return { ok: false, item, reason: "no-such-words" };
    const added = await addHighlight(db, actor, meeting, item, read.data);
    return added.ok ? { ok: true, item } : { ...added, item };
  }
  if (what === "remove") {
    const id = highlightShape.shape.id.safeParse(form.get("id"));
    if (!id.success) return { ok: false, item, reason: "unknown" };
    await removeHighlight(db, actor, meeting, id.data);
    return { ok: true, item };
  }
  if (what === "unread") {
    await markUnread(db, actor, meeting, item);
    return { ok: true, item };
  }
  if (what === "read" && known) {
    if (!meeting.items.some((one) => one.item.id === item)) return { ok: false, item, reason: "unknown" };
    await markRead(db, actor, meeting, [item], dispatch);
    return { ok: true, item };
  }
  if ((what === "read-all" || what === "seen") && known) {
    const all = meeting.items.map((one) => one.item.id);
    if (what === "read-all") await markRead(db, actor, meeting, all, dispatch);
    await markSeen(db, actor, meeting, dispatch);
    return { ok: true, item: null };
  }
  return { ok: false, item: null, reason: "unknown" };
}

async function keepNote(db: Database, actor: Actor, meeting: ReadMeeting, item: number, form: FormData): Promise<Kept> {
  const mine = String(form.get("text") ?? "");
  const version = Number(form.get("version") ?? Number.NaN);
  const read = noteShape.safeParse({ text: mine, version });
  if (!read.success)
    return read.error.issues.every(({ path }) => path[0] === "text")
      ? { ok: false, item, reason: "too-long", mine, version }
      : { ok: false, item, reason: "unknown" };
  const saved = await saveNote(db, actor, meeting, item, read.data);
  if (saved.ok) return { ok: true, item, version: saved.version };
  return saved.reason === "changed" ? { ...saved, item, mine } : { ok: false, item, reason: "unknown" };
}
