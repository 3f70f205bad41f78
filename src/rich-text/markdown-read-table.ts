import { trimBlanks } from "./markdown-inline.ts";
import { readInline } from "./markdown-read-inline.ts";
import type { Numbering } from "./markdown-read.ts";
import type { RichNode } from "./model.ts";

type Place = { row: number; column: number };

/** Lines of a table, with its caption first if it has one. */
export function readTable(lines: string[], numbering: Numbering): RichNode {
  const caption = /^Tabel: [ \t]*(.*)$/.exec(lines[0] as string)?.[1]?.trim();
  const rows = (caption === undefined ? lines : lines.slice(1)).map(cellsOf);
  const rule = rows.findIndex(
    (row) => rows.length > 1 && row.length > 0 && row.every((cell) => /^:?-{2,}:?$/.test(cell)),
  );
  const body = rows.filter((_, index) => index !== rule || index > 1);
  const width = Math.max(1, ...body.map((row) => row.length));
  const grid = body.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  const owners = ownersOf(grid);
  const content = grid.map((row, index) => ({
    type: "tableRow",
    content: row.flatMap((text, column) => {
      const owner = owners[index]?.[column] as Place;
      if (owner.row !== index || owner.column !== column) return [];
      const isHead = (rule === 1 && index === 0) || /^!(?:[ \t]|$)/.test(text);
      const words = rule === 1 && index === 0 ? text : text.replace(/^!(?:[ \t]+|$)/, "");
      return [
        {
          type: isHead ? "tableHeader" : "tableCell",
          attrs: { ...spansAt(owners, index, column), colwidth: null },
          content: readInline(words, numbering).map((content) => ({ type: "paragraph", content })),
        },
      ];
    }),
  }));
  return {
    type: "table",
    attrs: { caption: caption || null },
    content:
      content.filter((row) => row.content.length > 0).length === content.length ? content : withoutSpans(content),
  };
}

/** A row that is covered whole by cells above it cannot stand: then the cells stand alone. */
function withoutSpans<Row extends { content: { attrs: object }[] }>(rows: Row[]): Row[] {
  return rows
    .filter(({ content }) => content.length > 0)
    .map((row) => ({
      ...row,
      content: row.content.map((cell) => ({ ...cell, attrs: { ...cell.attrs, rowspan: 1 } })),
    }));
}

/** `| a \| b | c |` -> ["a | b", "c"]. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  for (const [part] of line
    .trim()
    .slice(1)
    .matchAll(/\\.|[^\\|]+|\||\\$/gsu)) {
    if (part === "|") {
      cells.push(cell);
      cell = "";
    } else cell += part === "\\|" ? "|" : part;
  }
  if (cell.trim() !== "") cells.push(cell);
  return cells.map(trimBlanks);
}

/** Which cell each place belongs to: `<` and `^` to the cell they point at, as far as that is a whole rectangle. */
function ownersOf(grid: string[][]): Place[][] {
  const owners: Place[][] = [];
  for (const [row, cells] of grid.entries()) {
    const line: Place[] = [];
    owners.push(line);
    for (const [column, text] of cells.entries()) {
      const pointed = text === "<" ? line[column - 1] : text === "^" ? owners[row - 1]?.[column] : undefined;
      line.push(pointed ?? { row, column });
    }
  }
  for (const [row, line] of owners.entries())
    for (const [column, owner] of line.entries())
      if (owner.row === row && owner.column === column && !isWhole(owners, row, column)) release(owners, row, column);
  return owners;
}

function isWhole(owners: Place[][], row: number, column: number): boolean {
  const { colspan, rowspan } = spansAt(owners, row, column);
  const owned = owners.flat().filter((owner) => owner.row === row && owner.column === column).length;
  return owned === colspan * rowspan;
}

function release(owners: Place[][], row: number, column: number): void {
  for (const [at, line] of owners.entries())
    for (const [to, owner] of line.entries())
      if (owner.row === row && owner.column === column) line[to] = { row: at, column: to };
}

function spansAt(owners: Place[][], row: number, column: number): { colspan: number; rowspan: number } {
  const owns = (at: number, to: number) => {
    const owner = owners[at]?.[to];
    return owner?.row === row && owner.column === column;
  };
  let [colspan, rowspan] = [1, 1];
  while (owns(row, column + colspan)) colspan++;
  while (owns(row + rowspan, column)) rowspan++;
  return { colspan, rowspan };
}
