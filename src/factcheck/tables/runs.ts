import type { RawRow } from "./raw-rows.ts";
import { readCell } from "./cell-number.ts";

/** The lines of one table, from the first to the last, with the rows among them. */
export type Run = { from: number; to: number; rows: RawRow[] };

/** Rows that stand together, with rules, empty lines and wrapped names between them. */
export function findRuns(text: string, lines: RawRow[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || !isRow(line)) continue;
    const run = readRun(text, lines, at);
    at = run.to;
    if (!isTable(run)) continue;
    const before = runs.at(-1);
    if (before && continues(text, lines, before, run)) runs[runs.length - 1] = joinRuns(before, run);
    else runs.push(run);
  }
  return runs;
}

const isRow = ({ kind }: RawRow) => kind === "tab" || kind === "pipe" || kind === "blank";

function readRun(text: string, lines: RawRow[], from: number): Run {
  const kind = (lines[from] as RawRow).kind;
  const rows: RawRow[] = [];
  let to = from;
  let empty = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as RawRow;
    if (line.kind === kind) {
      if (empty > 0 && rows.length > 1 && !sameWidth(rows, line)) break;
      if (empty > 0 && rows.some(hasFigure) && !hasFigure(line)) break;
      rows.push(line);
      to = at;
      empty = 0;
    } else if (line.kind === "rule") continue;
    else if (line.kind === "empty") {
      if (++empty > (rows.length > 1 ? 1 : 2)) break;
    } else if (line.kind === "lone" && empty === 0 && isInside(text, lines, at, kind, rows)) {
      rows.push(asName(text, line));
    } else break;
  }
  while (rows.length > 0 && rows.at(-1)?.kind === "lone") rows.pop();
  return { from, to, rows };
}

/** A line without cells between two rows: a wrapped name or the heading of a group. */
function isInside(text: string, lines: RawRow[], at: number, kind: RawRow["kind"], rows: RawRow[]): boolean {
  const line = lines[at] as RawRow;
  if (line.end - line.start > 110 || rows.length === 0) return false;
  if (
    /[.!?]\s*$/.test(text.slice(line.start, line.end)) &&
    !/i alt\.|mv\.\s*$|m\.v\.\s*$|m\.m\.\s*$/.test(text.slice(line.start, line.end))
  )
    return false;
  for (let next = at + 1; next <= at + 2; next++) {
    const row = lines[next];
    if (row?.kind === kind) return kind !== "blank" || sameWidth(rows, row);
    if (row?.kind !== "lone") return false;
  }
  return false;
}

function asName(text: string, line: RawRow): RawRow {
  const raw = text.slice(line.start, line.end);
  const lead = raw.length - raw.trimStart().length;
  const words = raw.trim();
  return { ...line, cells: [{ start: line.start + lead, end: line.start + lead + words.length, text: words }] };
}

function sameWidth(rows: RawRow[], line: RawRow): boolean {
  return rows.some((row) => row.cells.length === line.cells.length);
}

function hasFigure(row: RawRow): boolean {
  return row.cells
    .slice(1)
    .some((cell) => cell.text !== "" && readCell(cell).state === "number" && !/^(?:19|20)\d\d$/.test(cell.text));
}

/** Blanks make a table only where figures stand below each other; tabs and pipes do by themselves. */
function isTable({ rows }: Run): boolean {
  const filled = rows.filter((row) => row.cells.length > 1);
  if (filled.length === 0) return false;
  if (filled[0]?.kind !== "blank") return filled.length > 1 || (filled[0]?.cells.length ?? 0) > 2;
  const figures = filled.filter(hasFigure);
  return figures.length > 1 && figures.length * 2 >= filled.length;
}

/** A page break may cut a table: the rest goes on without a head, or repeats it. */
function continues(text: string, lines: RawRow[], before: Run, run: Run): boolean {
  const first = run.rows[0] as RawRow;
  const head = before.rows[0] as RawRow;
  if (first.kind !== head.kind || run.from - before.to > 6) return false;
  for (let at = before.to + 1; at < run.from; at++) {
    const line = lines[at] as RawRow;
    if (line.kind === "empty" || line.kind === "rule") continue;
    if (
      !/^\W*(?:side\s+)?\d{1,3}(?:\s*(?:af|\/)\s*\d{1,3})?\W*$/i.test(
        text.slice(line.start, Math.min(line.end, line.start + 80)),
      )
    )
      return false;
  }
  const words = (row: RawRow) => row.cells.map((cell) => cell.text).join("\t");
  if (words(first) === words(head)) return true;
  return hasFigure(first) && first.cells.length === (before.rows.at(-1)?.cells.length ?? 0) && !hasFigure(head);
}

function joinRuns(before: Run, run: Run): Run {
  const repeated =
    run.rows[0]?.cells.map((cell) => cell.text).join() === before.rows[0]?.cells.map((cell) => cell.text).join();
  return { from: before.from, to: run.to, rows: [...before.rows, ...(repeated ? run.rows.slice(1) : run.rows)] };
}
