import { freeSlug } from "../keys.ts";
import { type ItemKey, sameItem } from "./overlap.ts";

export type StoredItem = ItemKey & { id: number; slug: string; documentId: number; documentKind: "minutes" | "agenda" };

type Incoming = { kind: "minutes" | "agenda"; documentId: number | null; items: (ItemKey & { slug: string })[] };

/** What becomes of a meeting's items. `ids` stands beside the new items: an old number, "new", or null for left out. */
export type ItemPlan = { remove: number[]; ids: (number | "new" | null)[]; slugs: string[] };

/** From this share of an agenda's items on, the minutes stand for the whole agenda. */
const WHOLE = 0.5;

/**
 * Items are replaced whole, and an item that is there again keeps its number, so that links to it live. Minutes take
 * the place of an agenda's items, never the other way round.
 */
export function planItems(incoming: Incoming, stored: StoredItem[]): ItemPlan {
  const { items, kind, documentId } = incoming;
  const isAgain = (item: ItemKey) => items.some((other) => sameItem(item, other));
  const overruled = kind === "agenda" ? overruledBy(items, stored) : () => false;
  const replaced = stored.filter(
    (item) =>
      item.documentId === documentId ||
      (kind === "minutes" &&
        item.documentKind === "agenda" &&
        (isAgain(item) || isWholeAgenda(item, stored, isAgain))) ||
      (kind === item.documentKind && isAgain(item)),
  );
  const taken = new Set(stored.filter((item) => !replaced.includes(item)).map((item) => item.slug));
  const left = new Set(replaced);
  const take = (found: StoredItem | undefined): number | "new" => {
    if (!found) return "new";
    left.delete(found);
    return found.id;
  };
  const ids = items.map((item) => (overruled(item) ? null : take([...left].find((old) => sameItem(item, old)))));
  const slugs = items.map((item, index) => (ids[index] === null ? item.slug : freeSlug(item.slug, taken)));
  for (const [index, slug] of slugs.entries())
    if (ids[index] === "new") ids[index] = take([...left].find((old) => old.slug === slug && old.number === null));
  return { remove: replaced.map((item) => item.id), ids, slugs };
}

/** Which of an agenda's items the meeting's minutes already tell. */
function overruledBy(items: ItemKey[], stored: StoredItem[]): (item: ItemKey) => boolean {
  const minutes = stored.filter((item) => item.documentKind === "minutes");
  const told = items.filter((item) => minutes.some((other) => sameItem(item, other)));
  const whole = told.length > 0 && told.length >= items.length * WHOLE;
  return (item) => whole || told.includes(item);
}

function isWholeAgenda(item: StoredItem, stored: StoredItem[], isAgain: (item: ItemKey) => boolean): boolean {
  const agenda = stored.filter((other) => other.documentId === item.documentId);
  return agenda.filter(isAgain).length >= agenda.length * WHOLE;
}
