import type { Span } from "#minutes/model.ts";
import { isTableNote } from "#minutes/tables.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Source } from "../model.ts";
import type { CellContent } from "./cell-number.ts";
import { layRows, namedInCells, readAll, type BodyRow, type GridRow } from "./grid.ts";
import { countHeads, joinHeads, plain } from "./heads.ts";
import { readRawRows, type RawRow } from "./raw-rows.ts";
import { findRuns, type Run } from "./runs.ts";
import { unitIn, wholeUnitIn, type Unit } from "./unit.ts";

/** One cell of a table, with its number when it holds exactly one (with or without a share). */
export type Cell = {
  span: Span;
  text: string;
  number: NumberMention | null;
  /** `nothing` is a dash: it sums as zero. `unknown` holds a figure that is kept back or cannot be read for sure. */
  state: CellContent["state"];
};

/** A row of figures, or the heading of a group of rows when all its cells are null. */
export type TableRow = {
  name: string;
  span: Span;
  cells: (Cell | null)[];
  /** The row has fewer cells than the table, so that its figures may stand under the wrong headings. */
  short: boolean;
};

/** A table of figures as it stands in the text: tabs, pipes or aligned by blanks. Rows may be ragged. */
export type FigureTable = {
  span: Span;
  /** The line above that names it, e.g. "Tabel 1: ..."; null when none. */
  caption: Span | null;
  /** What stands above the row names; often the unit ("i 1.000 kr."). */
  corner: string;
  /** Names of the columns of figures (`cells`), wrapped header rows joined; empty strings where unnamed. */
  columns: string[];
  /** Row names, from the first column of each body row. */
  rows: TableRow[];
  /** What the cells count: from caption, headers or notes ("i 1.000 kr." is kr and 1000). */
  unit: string | null;
  scale: number;
  /** What single columns count, where their heading says so; null where it does not. */
  units: (Unit | null)[];
  notes: Span[];
  /** The table has rows naming its columns. */
  headed: boolean;
};

/** All tables of figures in a source, linear in the text. */
export function findTables(source: Source): FigureTable[] {
  const { text } = source;
  const lines = readRawRows(text);
  const tables: FigureTable[] = [];
  for (const run of findRuns(text, lines)) {
    const table = readTable(text, lines, run);
    if (table) tables.push(table);
  }
  return tables;
}

function readTable(text: string, lines: RawRow[], run: Run): FigureTable | null {
  const grid = alignHead(layRows(run.rows));
  const labelled = grid.length > 2 ? namedInCells(grid.slice(1)) : null;
  const heads = labelled ? 1 : countHeads(grid);
  const body = labelled ?? grid.slice(heads).map(toBodyRow);
  const names = joinHeads(grid.slice(0, heads));
  const width = Math.max(0, ...body.map((row) => row.cells.length));
  const corner = labelled ? "" : (names[0] ?? "");
  const columns = Array.from({ length: width }, (_, index) => (labelled ? names[index] : names[index + 1]) ?? "");
  const rows = joinWrapped(body.map((row) => toRow(row)));
  const first = rows[0];
  // Heads that lack a cell may stand over the wrong figures.
  if (first && heads > 0 && grid[heads - 1]?.short) first.short = true;
  if (!rows.some((row) => row.cells.some((cell) => cell?.number))) return null;
  const caption = captionOf(text, lines, run.from);
  const notes = notesOf(text, lines, run.to);
  const said = caption ? text.slice(caption.start, caption.end) : "";
  const whole = unitIn(corner) ?? firstUnit([said, ...notes.map((note) => text.slice(note.start, note.end))]) ?? null;
  return {
    span: { start: lines[run.from]?.start ?? 0, end: lines[run.to]?.end ?? 0 },
    caption,
    corner,
    columns,
    rows,
    unit: whole?.unit ?? null,
    scale: whole?.scale ?? 1,
    units: columns.map((name) => unitIn(name)),
    notes,
    headed: heads > 0,
  };
}

/** A head that lost its empty first cell ("2023\t2022" above "Klager\t12\t14") is moved to the right. */
function alignHead(rows: GridRow[]): GridRow[] {
  const [head, ...body] = rows;
  if (!head?.short || body.length === 0) return rows;
  const missing = head.cells.filter((cell) => cell === null).length;
  const full = body.filter((row) => !row.short).length;
  const first = head.cells[0]?.text ?? "";
  if (missing !== 1 || full === 0 || !/\d|kvartal|budget|regnskab|^i alt$|^antal$|^pct/i.test(plain(first)))
    return rows;
  if (head.cells.slice(1).some((cell) => cell && !/\d|\p{L}/u.test(cell.text))) return rows;
  return [{ ...head, cells: [null, ...head.cells.slice(0, -1)], short: false }, ...body];
}

function toBodyRow(row: GridRow): BodyRow {
  return { start: row.start, end: row.end, name: row.cells[0] ?? null, cells: row.cells.slice(1), short: row.short };
}

function toRow(row: BodyRow): TableRow {
  return {
    name: plain(row.name?.text ?? ""),
    span: { start: row.start, end: row.end },
    short: row.short,
    cells: readAll(row.cells).map((cell) =>
      cell
        ? {
            span: { start: cell.start, end: cell.end },
            text: cell.text,
            number: cell.content.number,
            state: cell.content.state,
          }
        : null,
    ),
  };
}

/** A row name over two lines: the first has no figures, and the second goes on in small letters. */
function joinWrapped(rows: TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const isName = above !== undefined && above.cells.every((cell) => cell === null);
    const goesOn =
      /^\p{Ll}/u.test(row.name) ||
      /(?:\p{L}-|,|\b(?:og|af|i|for|til|på|med|eller|under|fra|ved))$/u.test(above?.name ?? "");
    if (
      isName &&
      goesOn &&
      !above.name.endsWith(":") &&
      !row.cells.every((cell) => cell === null) &&
      !/^(?:heraf|hvoraf)/i.test(row.name)
    )
      joined[joined.length - 1] = {
        ...row,
        name: plain(`${above.name} ${row.name}`),
        span: { start: above.span.start, end: row.span.end },
      };
    else if (
      above &&
      row.cells.every((cell) => cell === null) &&
      /^\p{Ll}/u.test(row.name) &&
      !isName &&
      !/^(?:heraf|hvoraf)/i.test(row.name)
    )
      joined[joined.length - 1] = { ...above, name: plain(`${above.name} ${row.name}`) };
    else joined.push(row);
  }
  return joined;
}

/** The line above a table, or above the empty line before it, if it is short enough to name it. */
function captionOf(text: string, lines: RawRow[], from: number): Span | null {
  let at = from - 1;
  for (let empty = 0; at >= 0 && empty < 2 && lines[at]?.kind === "empty"; empty++) at--;
  const line = lines[at];
  if (!line || line.kind !== "lone" || line.end - line.start > 300) return null;
  const words = text.slice(line.start, line.end).trim();
  const names = /^[*_#\s]*(?:tabel|skema|oversigt|figur|diagram)\b/i.test(words);
  if (!names && (/^[-•]/.test(words) || (words.length > 160 && !words.endsWith(":")))) return null;
  return { start: line.start, end: line.end };
}

function notesOf(text: string, lines: RawRow[], to: number): Span[] {
  const notes: Span[] = [];
  for (let at = to + 1, empty = 0; at < lines.length && notes.length < 12 && empty < 3; at++) {
    const line = lines[at];
    if (!line || line.kind === "empty" || line.kind === "rule") {
      empty++;
      continue;
    }
    const words = text.slice(line.start, Math.min(line.end, line.start + 600)).trim();
    if (line.kind === "tab" || line.kind === "pipe") break;
    if (!isTableNote(words) && !/^(?:kilde|bemærk|obs|\(?alle (?:tal|beløb)|tallene|beløb(?:ene)? )/i.test(words))
      break;
    notes.push({ start: line.start, end: line.end });
    empty = 0;
  }
  return notes;
}

function firstUnit(texts: string[]): Unit | null {
  for (const text of texts) {
    const unit = wholeUnitIn(text);
    if (unit) return unit;
  }
  return null;
}
