import { readCell, splitLabel, type CellContent } from "./cell-number.ts";
import type { RawCell, RawRow } from "./raw-rows.ts";

/** A row whose cells stand in their columns; null where the row has no cell, `short` when it may have lost one. */
export type GridRow = { start: number; end: number; cells: (RawCell | null)[]; short: boolean };

/** Puts the cells of the rows of one table into columns. */
export function layRows(rows: RawRow[]): GridRow[] {
  return rows[0]?.kind === "blank" || rows.some((row) => row.kind === "blank") ? byPlace(rows) : byNumber(rows);
}

/** Tabs and pipes: the cells stand in the order of their columns. */
function byNumber(rows: RawRow[]): GridRow[] {
  const width = usualWidth(rows);
  return rows.map((row) => {
    const cells: (RawCell | null)[] = [...row.cells];
    while (cells.length > width && cells.at(-1)?.text === "") cells.pop();
    const short = cells.length !== width && cells.length > 1;
    while (cells.length < width) cells.push(null);
    return { start: row.start, end: row.end, cells, short };
  });
}

function usualWidth(rows: RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    let width = cells.length;
    while (width > 0 && cells[width - 1]?.text === "") width--;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return Math.max(...[...counts].filter(([, count]) => count === most || count >= 2).map(([width]) => width));
}

/**
 * Aligned by blanks: the rows with most cells show where the columns stand; a cell of another row belongs to the column
 * it overlaps, or whose right edge is nearest.
 */
function byPlace(rows: RawRow[]): GridRow[] {
  const width = usualWidth(rows);
  const columns: { left: number; right: number }[] = [];
  for (const row of rows) {
    if (row.cells.length !== width) continue;
    for (const [index, cell] of row.cells.entries()) {
      const left = cell.start - row.start;
      const right = cell.end - row.start;
      const column = columns[index];
      if (!column) columns.push({ left, right });
      else {
        column.left = Math.min(column.left, left);
        column.right = Math.max(column.right, right);
      }
    }
  }
  return rows.map((row) => {
    if (row.cells.length === width) return { start: row.start, end: row.end, cells: [...row.cells], short: false };
    const cells: (RawCell | null)[] = Array.from({ length: width }, () => null);
    let short = false;
    for (const cell of row.cells) {
      const index = nearest(columns, cell.start - row.start, cell.end - row.start);
      const there = cells[index];
      if (there) {
        short = true;
        cells[index] = { start: there.start, end: cell.end, text: `${there.text} ${cell.text}` };
      } else cells[index] = cell;
    }
    return { start: row.start, end: row.end, cells, short };
  });
}

function nearest(columns: { left: number; right: number }[], left: number, right: number): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    const score = overlap > 0 ? overlap : -Math.min(Math.abs(right - column.right), Math.abs(left - column.left));
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

export type BodyRow = { start: number; end: number; name: RawCell | null; cells: (RawCell | null)[]; short: boolean };

/**
 * Rows whose every cell names what it counts ("Stadfæstet 123 (82,0 procent)") have no column of names: the name is taken
 * from the cells. Null when the rows are not like that.
 */
export function namedInCells(rows: GridRow[]): BodyRow[] | null {
  if (rows.length < 2 || (rows[0]?.cells.length ?? 0) < 2) return null;
  const split = rows.map((row) => row.cells.map((cell) => (cell && cell.text !== "" ? splitLabel(cell) : null)));
  const filled = rows.map((row) => row.cells.filter((cell) => cell && cell.text !== "").length);
  const enough = split.every((row, index) => row.filter(Boolean).length * 2 > (filled[index] ?? 0));
  if (!enough || !split.some((row) => row.every(Boolean))) return null;
  const named = split.map((row) => {
    const labels = row.flatMap((part) => (part ? [part.label] : []));
    return labels.every((label) => label === labels[0]);
  });
  if (named.filter(Boolean).length * 2 <= rows.length) return null;
  return rows.map((row, at) => {
    const labelled = row.cells.findIndex((_, index) => split[at]?.[index]);
    const cell = row.cells[labelled];
    const label = split[at]?.[labelled]?.label ?? "";
    return {
      start: row.start,
      end: row.end,
      name: cell ? { start: cell.start, end: cell.start + label.length, text: label } : null,
      cells: row.cells.map((each, index) => split[at]?.[index]?.value ?? each),
      short: row.short,
    };
  });
}

export type ReadCell = RawCell & { content: CellContent };

export function readAll(cells: (RawCell | null)[]): (ReadCell | null)[] {
  return cells.map((cell) => (cell && cell.text !== "" ? { ...cell, content: readCell(cell) } : null));
}
