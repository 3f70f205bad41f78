import type { Entry } from "./view.ts";
import type { Sum } from "./sum.ts";
import { nameOf, print } from "./tell.ts";

/** A sum that another sum shows where to mend. `innocent`: its total is right, the cell at fault is one of its parts. */
export type Repair = { sentence: string; innocent: boolean };

const MOST = 300;

/**
 * Where two sums fail by the same amount and one cell stands in both, that cell is the likely slip: for each such sum the
 * cell and what it would have to say. Two sums that agree on a cell are certain even where neither is alone.
 */
export function repairsOf(sums: Sum[]): Map<Sum, Repair> {
  const wrong = sums.filter(({ match, parts }) => match === "off" && parts.length > 1);
  const repairs = new Map<Sum, Repair>();
  if (wrong.length > MOST) return repairs;
  for (const [index, one] of wrong.entries())
    for (const other of wrong.slice(index + 1)) {
      const culprit = sharedCell(one, other);
      if (!culprit) continue;
      const sentence = tell(one, other, culprit);
      for (const sum of [one, other])
        if (!repairs.has(sum))
          repairs.set(sum, { sentence, innocent: culprit.isTotal && sum.total.cell !== culprit.entry.cell });
    }
  return repairs;
}

type Culprit = { entry: Entry; value: number; isTotal: boolean };

function sharedCell(one: Sum, other: Sum): Culprit | null {
  const lacking = one.total.value - one.computed;
  const missing = other.total.value - other.computed;
  const same = (a: number, b: number) => Math.abs(a - b) < Math.max(one.step, other.step) * 0.01;
  if (one.total.cell === other.total.cell)
    return same(one.computed, other.computed) ? { entry: one.total, value: one.computed, isTotal: true } : null;
  // A wrong total of one sum is a part of the other; a wrong part is in both.
  if (same(lacking, -missing)) {
    if (holds(other, one.total)) return { entry: one.total, value: one.computed, isTotal: true };
    if (holds(one, other.total)) return { entry: other.total, value: other.computed, isTotal: true };
  }
  if (!same(lacking, missing) || one.view.turned === other.view.turned) return null;
  const part = one.parts.find((entry) => !entry.nothing && holds(other, entry));
  return part ? { entry: part, value: part.value + lacking, isTotal: false } : null;
}

const holds = (sum: Sum, entry: Entry) => sum.parts.some(({ cell }) => cell === entry.cell);

function tell(one: Sum, other: Sum, { entry, value }: Culprit): string {
  const { table } = one.view;
  const row = table.rows.findIndex(({ cells }) => cells.includes(entry.cell));
  const column = table.rows[row]?.cells.indexOf(entry.cell) ?? -1;
  const name = nameOf({ row: table.rows[row]?.name ?? "", column: table.columns[column] ?? "" });
  const both = one.view.turned === other.view.turned ? "Begge summer går op" : "Både rækken og kolonnen går op";
  return `${both}, hvis der i ${name} står ${print(value, entry.step, entry)} i stedet for ${print(entry.value, entry.step, entry)}.`;
}
