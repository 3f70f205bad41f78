import type { Line } from "./lines.ts";
import type { Table } from "./model.ts";

const NOTE =
  /^(?:anm(?:\.|ærkning)?(?:\s*\.)?\s*(?:\d|\*|:|[a-z]\))|note(?:r)?\s*[\d:.]|(?:\*|\d\)|¹|²|³|<sup>)\s*\S)/i;

/** A line that explains a figure in the table above: "Anm . 1) Korrigeret budget". */
export function isTableNote(label: string): boolean {
  return NOTE.test(label);
}

/**
 * The tables among the lines from `from` to `to`: runs of lines with cells, with the notes ("Anm. 1) …") below them.
 * A drawn rule or an empty line between the head and the rows does not end a table.
 */
export function readTables(text: string, lines: Line[], from: number, to: number): Table[] {
  const tables: Table[] = [];
  for (let index = from; index < to; index++) {
    if (!isRow(lines[index] as Line)) continue;
    const rows: string[][] = [];
    let end = index;
    for (let at = index; at < to; at++) {
      const line = lines[at] as Line;
      if (isRow(line)) {
        rows.push(cellsOf(text, line));
        end = at;
      } else if (line.rule) continue;
      else if (line.start !== line.end || at - end > 3 || rows.length > 1) break;
    }
    const notes: string[] = [];
    index = readNotes(lines, end + 1, to, notes);
    if (rows.length > 1 || (rows[0] as string[]).length > 2)
      tables.push({ rows, headerRows: countHeaderRows(rows), notes });
  }
  return tables;
}

function isRow(line: Line): boolean {
  return line.cells && !line.rule && line.start !== line.end;
}

function cellsOf(text: string, line: Line): string[] {
  const start = startOfLine(text, line.start);
  const raw = text.slice(start, line.end);
  const cells = raw.includes("\t")
    ? raw.split("\t")
    : raw
        .trim()
        .replace(/^\||\|$/g, "")
        .split("|");
  return cells.map(cleanCell);
}

/** A row may begin with an empty cell, which is white space before the line's first letter. */
function startOfLine(text: string, from: number): number {
  let start = from;
  while (
    start > 0 &&
    text.charCodeAt(start - 1) !== 10 &&
    (text.charCodeAt(start - 1) === 9 || text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 160)
  )
    start--;
  return start;
}

function cleanCell(cell: string): string {
  let value = cell.trim();
  if (value.includes("<")) value = value.replace(/<br\s*\/?>/g, " ").replace(/<\/?[a-z]+>/g, "");
  if (value.includes("**")) value = value.replaceAll("**", "");
  return value.trim();
}

function readNotes(lines: Line[], from: number, to: number, notes: string[]): number {
  let last = from - 1;
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    if (line.label === "") continue;
    if (!NOTE.test(line.label)) break;
    notes.push(line.label);
    last = at;
  }
  return last;
}

const AMOUNT = /\d/;
const PERIOD =
  /^(?:(?:år|pr\.|kv\.|antal|budget|regnskab|måltal|status|i)\b.*|(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?|i? ?(?:1\.000|mio\.?|mia\.?) kr\.?|.*(?:kvartal|budget|regnskab|resultat|halvår|forbrug|kolonne|antal|måned|status|skoleår|tabel).*|[A-ZÆØÅ][\p{L} ]+ (?:19|20)\d\d.*)$/iu;

/** Rows above the first row of figures; none when the first row already holds figures or nothing below does. */
function countHeaderRows(rows: string[][]): number {
  const [first = [], ...below] = rows;
  if (below.length === 0) return 0;
  const values = first.slice(1);
  const isHead =
    values.length > 0 &&
    values.every((cell) => cell === "" || !AMOUNT.test(cell) || PERIOD.test(cell) || /[¹²³⁾]|\d\)$/.test(cell));
  if (!isHead || (first[0] !== "" && isFigure(first[1] ?? "") && !PERIOD.test(first[1] ?? ""))) return 0;
  return below.some((row) => row.slice(1).some((cell) => AMOUNT.test(cell))) ||
    first[0] === "" ||
    (below.length > 0 && values.every((cell) => cell.length < 60))
    ? 1
    : 0;
}

function isFigure(cell: string): boolean {
  return /^[-+−]?(?:kr\.? )?\d/i.test(cell);
}
