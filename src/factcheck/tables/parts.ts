import { isAmount } from "./roles.ts";
import type { View } from "./view.ts";

/** A way to read which lines a total adds up. `plain` readings are the usual ones; the others must prove themselves. */
export type Parts = { lines: number[]; usual: boolean };

const FAR = 400;
/** A table with more totals is read group by group only. */
const MANY_TOTALS = 200;

/** The readings of which lines the total in line `at` adds up, the likeliest first. */
export function readingsOf(view: View, at: number, totals: number[]): Parts[] {
  const { lines } = view;
  const readings: Parts[] = [];
  const add = (parts: number[], usual: boolean) => {
    const own = parts.filter((index) => index !== at);
    if (own.length === 0 || readings.some(({ lines: known }) => isSame(known, own))) return;
    readings.push({ lines: own, usual });
  };
  const role = (index: number) => lines[index]?.role;
  const between = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const isPlain = (index: number) =>
    role(index) === "plain" || (role(index) === "maybe-total" && !totals.includes(index));
  const lastTotal = totals.findLast((index) => index < at) ?? -1;
  const heading = lastIndexBefore(view, at);
  if (totals.length > MANY_TOTALS) {
    add(between(lastTotal + 1, at).filter(isPlain), true);
    return readings;
  }
  const before = totals.filter((index) => index < at);
  const after = totals.filter((index) => index > at);
  const above = between(0, at);
  const below = between(at + 1, lines.length);
  // The group above, all rows above, the subtotals above with what follows them.
  const group = between(Math.max(lastTotal, heading) + 1, at).filter(isPlain);
  add(group, true);
  add(between(lastTotal + 1, at).filter(isPlain), true);
  if (before.length > 0 && at - (before[0] ?? 0) < FAR * 10) {
    add([...before, ...between(lastTotal + 1, at).filter(isPlain)], true);
    add(withoutCovered(view, before, at, isPlain), true);
    add(
      before.filter((index) => role(index) === "total"),
      true,
    );
    add(above.filter(isPlain), true);
  }
  // A total that comes first.
  const nextTotal = after[0] ?? lines.length;
  const first = between(at + 1, nextTotal).filter(isPlain);
  add(first, at === 0 || group.length === 0);
  if (at === 0) {
    add(below.filter(isPlain), true);
    add(after, after.length > 1);
  }
  if (lines.length > FAR) return readings;
  if (lines[at]?.role === "plain") return readings;
  // Readings a table must prove: rows of parts counted, rows left out or set off, only rows of the same unit.
  const near = at >= lines.length / 2 || group.length > 0 ? above : below;
  const amounts = near.filter((index) => isAmount(role(index) ?? "heading") && role(index) !== "total");
  add(amounts, false);
  add(
    near.filter((index) => role(index) !== "heading" && role(index) !== "total" && role(index) !== "label"),
    false,
  );
  add(
    near.filter((index) => role(index) !== "heading" && role(index) !== "total"),
    false,
  );
  const unit = lines[at]?.unit ?? null;
  add(
    amounts.filter((index) => isPlain(index) && (lines[index]?.unit ?? null) === unit),
    false,
  );
  for (let from = at - 2; from >= Math.max(0, at - 10); from--) add(between(from, at).filter(isPlain), false);
  if (group.length > 2 && group.length <= 25)
    for (const left of group)
      add(
        group.filter((index) => index !== left),
        false,
      );
  return readings;
}

/** Totals above that no later total above covers: the sums of groups, each followed by rows of its own. */
function withoutCovered(view: View, totals: number[], at: number, isPlain: (index: number) => boolean): number[] {
  const parts: number[] = [];
  let from = 0;
  for (const total of [...totals, at]) {
    const rows: number[] = [];
    for (let index = from; index < total; index++) if (isPlain(index)) rows.push(index);
    if (total === at) parts.push(...rows);
    else if (rows.length > 0) parts.push(total);
    from = total + 1;
  }
  return parts.filter((index) => view.lines[index]);
}

function lastIndexBefore(view: View, at: number): number {
  for (let index = at - 1; index >= 0 && at - index < FAR; index--)
    if (view.lines[index]?.role === "heading") return index;
  return -1;
}

function isSame(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
