import type { Cell } from "./grid.ts";
import type { Run } from "./pdf-runs.ts";

/** A cell and where its text stands on the page; NaN for an empty one. */
export type PlacedCell = Cell & { x0: number; x1: number };

export function extent(runs: Run[]): { x0: number; x1: number } {
  if (runs.length === 0) return { x0: NaN, x1: NaN };
  return { x0: Math.min(...runs.map((run) => run.x0)), x1: Math.max(...runs.map((run) => run.x1)) };
}

/**
 * Some producers leave empty cells out of the tags. In a table without spans, a row with too few cells gets the
 * missing ones back where its texts stand under the full rows.
 */
export function insertEmptyCells(rows: PlacedCell[][]): PlacedCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width > 100 || rows.every((row) => row.length === width)) return rows;
  if (rows.some((row) => row.some((cell) => cell.columns > 1 || cell.rows > 1))) return rows;
  const full = rows.filter((row) => row.length === width);
  return rows.map((row) => {
    if (row.length === width) return row;
    const placed: PlacedCell[] = [];
    for (const [index, cell] of row.entries()) {
      // Room must be left for the cells still to come.
      const last = width - (row.length - index);
      const column = Number.isNaN(cell.x0) ? placed.length : nearestColumn(cell, full, placed.length, last);
      while (placed.length < column) placed.push({ text: "", columns: 1, rows: 1, x0: NaN, x1: NaN });
      placed.push(cell);
    }
    return placed;
  });
}

function nearestColumn(cell: PlacedCell, full: PlacedCell[][], from: number, to: number): number {
  let best = from;
  let distance = Infinity;
  for (let column = from; column <= to; column++) {
    for (const row of full) {
      const other = row[column]!;
      const away = Math.min(
        Math.abs(other.x0 - cell.x0),
        Math.abs(other.x1 - cell.x1),
        Math.abs(other.x0 + other.x1 - cell.x0 - cell.x1) / 2,
      );
      if (away < distance) {
        best = column;
        distance = away;
      }
    }
  }
  return best;
}
