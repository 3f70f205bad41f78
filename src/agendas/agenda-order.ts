import type { AgendaItemPlace } from "#database/schema-agendas.ts";

/** What decides where an item may stand. `position` is the secretary's own order. */
export type Placed = { id: number; position: number; place: AgendaItemPlace; closed: boolean };

const ranks: Record<AgendaItemPlace, number> = { first: 0, middle: 1, last: 2, end: 4 };
const CLOSED = 3;

/** Which part of the agenda an item stands in; within a part the secretary orders freely. */
export function partOf({ place, closed }: Pick<Placed, "place" | "closed">): number {
  return closed && place !== "end" ? CLOSED : ranks[place];
}

/**
 * Items in the order they are printed and treated: what opens the meeting, the open items, the closed ones after them so
 * that the doors close once (kommunestyrelsesloven § 10), and what ends it.
 */
export function inOrder<T extends Placed>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => partOf(a) - partOf(b) || a.position - b.position || a.id - b.id);
}

/** The items with one of them a step up or down; as they were where it stands at the edge of its part. */
export function moved<T extends Placed>(items: readonly T[], id: number, step: -1 | 1): T[] {
  const order = inOrder(items);
  const from = order.findIndex((item) => item.id === id);
  const [item, other] = [order[from], order[from + step]];
  if (!item || !other || partOf(item) !== partOf(other)) return order;
  order[from] = other;
  order[from + step] = item;
  return order;
}

/**
 * The items as numbers typed beside them ask for. A number that was changed is where that item is wanted: it goes before
 * the one that stood there when it moves up, after it when it moves down, as in a list that is dragged.
 */
export function ordered<T extends Placed>(items: readonly T[], wanted: ReadonlyMap<number, number>): T[] {
  const order = inOrder(items);
  const keys = new Map(
    order.map(({ id }, index) => {
      const to = wanted.get(id) ?? index + 1;
      return [id, to + Math.sign(to - index - 1) / 2];
    }),
  );
  const sorted = [...order].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
  return inOrder(sorted.map((item, position) => ({ ...item, position })));
}
