/** A cell as printed, trimmed, with its place in the text. */
export type RawCell = { start: number; end: number; text: string };

/**
 * One line of a text. `tab`, `pipe` and `blank` lines have cells; `rule` is drawn ("-----", "|---|"), `lone` is any other
 * text.
 */
export type RawRow = {
  kind: "tab" | "pipe" | "blank" | "rule" | "lone" | "empty";
  start: number;
  end: number;
  cells: RawCell[];
};

/** No row of a table is longer; what is, is running text that lost its line breaks. */
const LONGEST = 8_000;
const MOST_CELLS = 200;
const RULE = /^[\s|:=_+*\u2013\u2014\u2500-\u257f-]*$/u;
const CONTENTS = /\.{3,}\s*\t|\t\s*\.{3,}|\.{5,}/;

/** Cuts a text into lines and these into cells, linear in the text. */
export function readRawRows(text: string): RawRow[] {
  const rows: RawRow[] = [];
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    rows.push(readRow(text, start, end));
    start = end + 1;
  }
  leaveContents(text, rows);
  return rows;
}

/** "Title<tab>12" beside a line of dots belongs to the same table of contents. */
function leaveContents(text: string, rows: RawRow[]): void {
  const inContents = (row: RawRow | undefined) =>
    row !== undefined && row.kind === "lone" && CONTENTS.test(lineOf(text, row));
  const follow = (row: RawRow, before: RawRow | undefined) => {
    if (
      row.cells.length === 2 &&
      /^\d{1,3}$/.test(row.cells[1]?.text ?? "") &&
      before &&
      (inContents(before) || left.has(before))
    ) {
      left.add(row);
      row.kind = "lone";
    }
  };
  const left = new Set<RawRow>();
  for (let at = 1; at < rows.length; at++) follow(rows[at] as RawRow, rows[at - 1]);
  for (let at = rows.length - 2; at >= 0; at--) follow(rows[at] as RawRow, rows[at + 1]);
}

const lineOf = (text: string, row: RawRow) => text.slice(row.start, Math.min(row.end, row.start + LONGEST));

function readRow(text: string, start: number, end: number): RawRow {
  const bare = (kind: RawRow["kind"]): RawRow => ({ kind, start, end, cells: [] });
  if (end - start > LONGEST) return bare("lone");
  const line = text.slice(start, end).replace(/\r$/, "");
  if (line.trim() === "") return bare("empty");
  if (RULE.test(line)) return line.trim().length > 2 ? bare("rule") : bare("lone");
  if (CONTENTS.test(line)) return bare("lone");
  const pipes = line.split("|").length - 1;
  if (pipes >= 2 || (pipes === 1 && /^\s*\||\|\s*$|\s\|\s/.test(line))) {
    const cells = cut(line, start, /\|/g);
    if (/^\s*\|/.test(line)) cells.shift();
    if (/\|\s*$/.test(line)) cells.pop();
    return cells.length > MOST_CELLS ? bare("lone") : { kind: "pipe", start, end, cells };
  }
  if (line.includes("\t")) {
    const cells = cut(line, start, /\t/g);
    if (cells.filter((cell) => cell.text !== "").length === 1 && cells[0]?.text !== "" && cells.length === 2)
      return bare("lone");
    return cells.length > MOST_CELLS ? bare("lone") : { kind: "tab", start, end, cells };
  }
  const cells = cut(line, start, /[ \u00a0]{2,}/g);
  while (cells[0]?.text === "") cells.shift();
  while (cells.at(-1)?.text === "") cells.pop();
  return cells.length > 1 && cells.length <= MOST_CELLS
    ? { kind: "blank", start, end, cells }
    : { kind: "lone", start, end, cells };
}

function cut(line: string, from: number, separator: RegExp): RawCell[] {
  const cells: RawCell[] = [];
  let at = 0;
  for (const match of line.matchAll(separator)) {
    cells.push(trimmed(line, from, at, match.index));
    at = match.index + match[0].length;
  }
  cells.push(trimmed(line, from, at, line.length));
  return cells;
}

function trimmed(line: string, from: number, start: number, end: number): RawCell {
  const part = line.slice(start, end);
  const lead = part.length - part.trimStart().length;
  const text = part.trim();
  return { start: from + start + (text === "" ? 0 : lead), end: from + start + lead + text.length, text };
}
