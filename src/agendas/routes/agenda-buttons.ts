import type { AgendaAt, AgendaResult } from "#agendas/agenda-change.ts";
import { addPaper, orderItems, removeItem, seePaper, setCalledBy } from "#agendas/agenda-operations.ts";
import { moved, ordered } from "#agendas/agenda-order.ts";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";

/** An identifier in an address or a form; 0, which nothing has, for what is none. */
export const idOf = (text: FormDataEntryValue | null | undefined): number =>
  typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;

/**
 * Does what a button of an agenda's page says: "up:118", "down:118", "remove:118", "seen:118", "add:41", "order" and
 * "called-by". Null when it says nothing that is known.
 */
export async function pressButton(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  form: FormData,
): Promise<AgendaResult | null> {
  const [what, subject] = String(form.get("do") ?? "").split(":");
  const id = idOf(subject);
  if (what === "add") return addPaper(db, actor, at, id);
  if (what === "remove") return removeItem(db, actor, at, id);
  if (what === "seen") return seePaper(db, actor, at, id);
  if (what === "up" || what === "down")
    return orderItems(db, actor, at, [what, id], (rows) => moved(rows, id, what === "up" ? -1 : 1), id);
  if (what === "order") {
    const places = typedPlaces(form);
    return orderItems(db, actor, at, [...places], (rows) => ordered(rows, places));
  }
  const calledBy = form.get("calledBy");
  if (what === "called-by" && (calledBy === "chair" || calledBy === "members"))
    return setCalledBy(db, actor, at, calledBy);
  return null;
}

/** The places typed beside items, by item; what is no number leaves the item where it is. */
function typedPlaces(form: FormData): Map<number, number> {
  return new Map(
    [...form].flatMap(([name, value]) => {
      const id = name.startsWith("place-") ? idOf(name.slice("place-".length)) : 0;
      const place = idOf(value);
      return id > 0 && place > 0 ? [[id, place] as const] : [];
    }),
  );
}
