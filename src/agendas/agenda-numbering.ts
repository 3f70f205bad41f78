/**
 * A committee's meeting of a calendar year as numbering sees it. `at` sorts meetings by time ("2026-12-08 13:00").
 * `items` stand in their order; `number` is null until they are dispatched.
 */
export type MeetingToNumber = { id: number; at: string; items: readonly { id: number; number: number | null }[] };

/** Numbers that stand in the archive, or in agendas that are sent: they are never given again. */
export type TakenNumber = { date: string; number: number };

/**
 * The number of each item: per body and calendar year, as minutes have it. In the order of time each meeting goes on from
 * the highest number before it, and skips what is taken by a later one that was sent first. What has a number keeps it.
 */
export function numberItems(meetings: readonly MeetingToNumber[], taken: readonly TakenNumber[]): Map<number, number> {
  const numbers = new Map<number, number>();
  const used = new Set(taken.map(({ number }) => number));
  for (const { items } of meetings) for (const { number } of items) if (number !== null) used.add(number);
  let highest = 0;
  for (const { at, items } of [...meetings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id))) {
    for (const { date, number } of taken) if (date <= at.slice(0, 10)) highest = Math.max(highest, number);
    for (const { number } of items) highest = Math.max(highest, number ?? 0);
    for (const { id, number } of items) {
      if (number !== null) {
        numbers.set(id, number);
        continue;
      }
      do highest++;
      while (used.has(highest));
      numbers.set(id, highest);
    }
  }
  return numbers;
}
