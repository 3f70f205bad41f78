import { contentsLine, type Line, type Place } from "./pdf-lines.ts";
import type { Rule } from "./pdf-shapes.ts";

type Column = { x0: number; x1: number };

/** Where a table ends: one past its last line that begins a row, and one past the lines its last row goes on for. */
export type TableEnd = { rows: number; end: number };

/** Where the table that begins at `from` ends; null where none begins. */
export function findTable(lines: Line[], from: number, level: Rule[]): TableEnd | null {
  const first = lines[from]!;
  const second = lines[from + 1];
  if (!isRow(first) && !(second && isNearlyRow(first) && isRow(second) && isUnder(first, second))) return null;
  let rows = from + 1;
  for (let at = from + 1; at < lines.length && at < from + 2000; at++) {
    const line = lines[at]!;
    const gap = lines[at - 1]!.y - line.y;
    if (gap < 0 || gap > 3.2 * line.size || at - rows > 3 || contentsLine(line.text) !== null) break;
    if (isRow(line) || isNearlyRow(line)) rows = at + 1;
    // A line between two rows belongs to them if it keeps to one column and close to what is above it, or to a frame.
    else if (!keepsToColumn(line, lines[rows - 1]!) || !(gap < 1.7 * line.size || isFramed(level, line))) break;
  }
  const end = withLastCell(lines, from, rows, level);
  return end > from + 1 ? { rows, end } : null;
}

/** Whether the line has cells: pieces clearly apart from each other. */
export function isRow(line: Line): boolean {
  return line.segments.length > 1;
}

/** Pieces a little farther apart than words: cells only if the lines around say so. */
function isNearlyRow(line: Line): boolean {
  return line.segments.some((segment) => segment.parts.length > 1);
}

function isUnder(line: Line, row: Line): boolean {
  if (line.y - row.y > 2.5 * row.size) return false;
  const parts = line.segments.flatMap((segment) => segment.parts);
  const touched = parts.map((part) => row.segments.findIndex((cell) => cell.x0 < part.x1 && cell.x1 > part.x0));
  return touched.every((cell) => cell >= 0) && new Set(touched).size === parts.length;
}

/** The last row's text may go on below it; a line drawn under it says that it does not. */
function withLastCell(lines: Line[], from: number, end: number, level: Rule[]): number {
  const pitch = Math.min(...lines.slice(from + 1, end).map((line, index) => lines[from + index]!.y - line.y));
  const row = lines[end - 1]!;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    const above = lines[end - 1]!;
    const gap = above.y - line.y;
    if (isRow(line) || gap < 0 || gap > Math.min(1.5 * line.size, pitch * 1.05) || hasRule(level, above, line)) break;
    // Without a frame around it, only what stands under a later cell is surely a part of one.
    const framed = isFramed(level, line);
    const under = row.segments.some(
      (cell, index) => (framed || index > 0) && Math.abs(cell.x0 - line.x0) < 2 && line.x1 <= row.x1 + 2 * line.size,
    );
    if (!under) break;
  }
  return end;
}

function isFramed(level: Rule[], line: Line): boolean {
  return level.some(
    (rule) => rule.y0 < line.y && rule.y0 > line.y - 3 * line.size && rule.x0 <= line.x0 + 2 && rule.x1 >= line.x1 - 2,
  );
}

function keepsToColumn(line: Line, row: Line): boolean {
  const crossed = row.segments.filter((cell) => cell.x0 < line.x1 && cell.x1 > line.x0).length;
  return (
    crossed < 2 &&
    row.segments.some((cell) => Math.abs(cell.x0 - line.x0) < line.size || Math.abs(cell.x1 - line.x1) < line.size)
  );
}

function hasRule(level: Rule[], above: Line, below: Line): boolean {
  const x0 = Math.max(above.x0, below.x0);
  return level.some((rule) => rule.y0 < above.y && rule.y0 > below.y && rule.x0 <= x0 + 2 && rule.x1 > x0 + 2);
}

/** Sorts the pieces of a table's lines into columns and rows. Lines from `tail` on belong to the row before them. */
export function readTable(lines: Line[], tail: number, level: Rule[]): string[][] {
  const columns = findColumns(lines);
  const cells = lines.map((line) => placeCells(line, columns));
  const ruled = lines.slice(1, tail).filter((line, index) => hasRule(level, lines[index]!, line)).length;
  // Lines drawn between the rows say where they end; else the room between them does.
  const limit = ruled > 1 || (ruled === 1 && tail < 4) ? null : rowBreak(lines.slice(0, tail), cells.slice(0, tail));
  const rows: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const row = rows.at(-1);
    const breaks =
      !above ||
      (limit === null
        ? hasRule(level, above, line)
        : above.y - line.y > limit || bothFilled(cells[index - 1]!, cells[index]!));
    if (!row || (breaks && index < tail)) rows.push(cells[index]!);
    else for (const [column, text] of cells[index]!.entries()) row[column] = `${row[column] ?? ""} ${text}`.trim();
  }
  return rows;
}

/** Columns are where the lines with the most pieces have them; other lines widen them or add what is missing. */
function findColumns(lines: Line[]): Column[] {
  const most = Math.max(...lines.map((line) => line.segments.length));
  const columns: Column[] = [];
  const fullest = lines.filter((line) => line.segments.length === most);
  const others = lines.filter((line) => line.segments.length < most);
  for (const line of [...fullest, ...others]) {
    for (const segment of line.segments) {
      const touching = (place: Place) => columns.filter((column) => place.x0 < column.x1 && place.x1 > column.x0);
      const cells = touching(segment).length > 1 ? segment.parts : [segment];
      for (const cell of cells) {
        const touched = touching(cell);
        if (touched.length === 0) columns.push({ x0: cell.x0, x1: cell.x1 });
        else if (touched.length === 1) {
          touched[0]!.x0 = Math.min(touched[0]!.x0, cell.x0);
          touched[0]!.x1 = Math.max(touched[0]!.x1, cell.x1);
        }
      }
    }
  }
  return mergeHeadings(
    columns.toSorted((a, b) => a.x0 - b.x0),
    lines,
  );
}

/** A heading at the left and its numbers at the right of one column do not overlap: never both are filled. */
function mergeHeadings(columns: Column[], lines: Line[]): Column[] {
  if (columns.length < 3 || columns.length > 40) return columns;
  const filled = columns.map((column) =>
    lines.map((line) => line.segments.some((cell) => cell.x0 < column.x1 && cell.x1 > column.x0)),
  );
  const merged: Column[] = [];
  for (let index = 0; index < columns.length; index++) {
    const here = filled[index]!;
    const next = filled[index + 1];
    const apart = next?.every((used, line) => !(used && here[line]));
    const once = (used: boolean[]) => used.filter(Boolean).length === 1 && used[0];
    if (next && apart && (once(here) || once(next))) {
      merged.push({ x0: columns[index]!.x0, x1: columns[index + 1]!.x1 });
      index++;
    } else merged.push(columns[index]!);
  }
  return merged;
}

function placeCells(line: Line, columns: Column[]): string[] {
  const cells = columns.map(() => "");
  for (const segment of line.segments) {
    const touched = columns.filter((column) => segment.x0 < column.x1 && segment.x1 > column.x0).length;
    for (const place of touched > 1 ? segment.parts : [segment]) {
      const column = nearest(place, columns);
      cells[column] = `${cells[column] ?? ""} ${place.text}`.trim();
    }
  }
  return cells;
}

/** The first column the piece touches, else the nearest. */
function nearest(cell: Place, columns: Column[]): number {
  let best = 0;
  let distance = Infinity;
  for (const [index, column] of columns.entries()) {
    const away = Math.max(column.x0 - cell.x1, cell.x0 - column.x1, 0);
    if (away < distance) {
      best = index;
      distance = away;
    }
  }
  return best;
}

/** Lines nearer to each other than this are one row: cells broken over several lines stand closer than rows. */
function rowBreak(lines: Line[], cells: string[][]): number {
  const gaps = lines.slice(1).map((line, index) => (lines[index]!.y - line.y) / line.size);
  const sorted = gaps.toSorted((a, b) => a - b);
  let limit = 0;
  let step = 1.12;
  for (let index = 1; index < sorted.length; index++) {
    const ratio = sorted[index]! / Math.max(0.1, sorted[index - 1]!);
    if (ratio > step && sorted[index - 1]! < 1.4) {
      step = ratio;
      limit = (sorted[index]! + sorted[index - 1]!) / 2;
    }
  }
  const full = cells.filter((row) => row.filter((cell) => cell !== "").length > 1).length;
  // Only lines that fill one cell each can be the rest of a row; without any, each line is a row.
  return full === lines.length ? 0 : limit * (lines[0]?.size ?? 10);
}

function bothFilled(above: string[], line: string[]): boolean {
  const common = line.filter((cell, column) => cell !== "" && (above[column] ?? "") !== "");
  return common.length > 1 && common.some((cell) => /^[-−(]?\d/.test(cell));
}
