import type { Sum } from "./totals.ts";
import { nameOf, placeOf, print } from "./tell.ts";

/**
 * Where a column and a row both fail by the same amount, the cell in both is the likely slip: for each such sum a sentence
 * that names the cell and what it would have to say.
 */
export function repairsOf(sums: Sum[]): Map<Sum, string> {
  const wrong = sums.filter(({ match, verdict }) => match === "off" && verdict !== null);
  const repairs = new Map<Sum, string>();
  if (wrong.length > 400) return repairs;
  for (const column of wrong) {
    if (column.view.turned) continue;
    for (const row of wrong) {
      if (!row.view.turned) continue;
      const shared = sharedCell(column, row);
      if (shared) {
        repairs.set(column, shared);
        repairs.set(row, shared);
      }
    }
  }
  return repairs;
}

function sharedCell(column: Sum, row: Sum): string | null {
  const lacking = column.total.value - column.computed;
  const missing = row.total.value - row.computed;
  const same = (a: number, b: number) => Math.abs(a - b) < Math.max(column.step, row.step) * 0.01;
  // A wrong part is in both sums; a wrong total of one is a part of the other's sum.
  const part = column.parts.find((entry) => row.parts.some((other) => other.cell === entry.cell));
  if (part && same(lacking, missing)) return tell(column, part, part.value + lacking);
  if (row.parts.some((entry) => entry.cell === column.total.cell) && same(lacking, -missing))
    return tell(column, column.total, column.computed);
  if (column.parts.some((entry) => entry.cell === row.total.cell) && same(lacking, -missing))
    return tell(row, row.total, row.computed);
  if (column.total.cell === row.total.cell && same(column.computed, row.computed))
    return tell(column, column.total, column.computed);
  return null;
}

function tell(sum: Sum, entry: Sum["total"], value: number): string {
  const { table } = sum.view;
  const line = table.rows.findIndex((row) => row.cells.includes(entry.cell));
  const at = table.rows[line]?.cells.indexOf(entry.cell) ?? -1;
  const name = nameOf({ row: table.rows[line]?.name ?? "", column: table.columns[at] ?? "" });
  return `Både rækken og kolonnen går op, hvis der i ${name || nameOf(placeOf(sum.view, sum.line, sum.across))} står ${print(value, entry.step, entry)} i stedet for ${print(entry.value, entry.step, entry)}.`;
}
