import type { RichNode } from "#rich-text/model.ts";
import type { PrintBlock, PrintTable } from "./print-model.ts";

type Cell = PrintTable["cells"][number];

/**
 * A table of rich text as placed cells. A span that runs into another cell or out of the table is cut short, as browsers
 * do; rows of nothing but header cells at the top are its head.
 */
export function printTable(
  rows: RichNode[],
  caption: string | null,
  print: (cell: RichNode) => PrintBlock[],
): PrintTable {
  const taken: boolean[][] = rows.map(() => []);
  const cells: Cell[] = [];
  const head = rows.findIndex(
    ({ content = [] }) => content.length === 0 || content.some(({ type }) => type !== "tableHeader"),
  );
  const headRows = head === -1 ? 0 : head;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    const last = y < headRows ? headRows : rows.length;
    for (const cell of row.content ?? []) {
      while (taken[y]?.[x]) x++;
      let w = 1;
      while (w < span(cell, "colspan") && !taken[y]?.[x + w]) w++;
      const h = Math.min(span(cell, "rowspan"), last - y);
      for (let down = 0; down < h; down++) for (let right = 0; right < w; right++) taken[y + down]![x + right] = true;
      cells.push({ x, y, w, h, head: cell.type === "tableHeader", c: print(cell) });
      x += w;
    }
  }
  const columns = Math.max(1, ...taken.map((row) => row.length));
  return {
    k: "table",
    caption,
    columns,
    rows: rows.length,
    head: headRows,
    figures: figureColumns(cells, columns, headRows),
    cells,
  };
}

const span = ({ attrs }: RichNode, name: string): number => {
  const value = Number(attrs?.[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 50) : 1;
};

/** A number as tables have it: "1.234", "-4,5 %", "12 (8,1 %)", "-", also with a raised note sign. */
const FIGURE =
  /^[-–−+]?\s*(?:\d[\d.,]*\s*(?:%|pct\.?|kr\.?|mio\.?|mia\.?|t\.?kr\.?)?\s*(?:\([-–−+]?\d[\d.,]*\s*(?:%|pct\.?)?\))?)?\s*[¹²³⁴-⁹⁾)]*$/u;

function figureColumns(cells: Cell[], columns: number, head: number): number[] {
  const texts: string[][] = Array.from({ length: columns }, () => []);
  for (const { x, y, w, c } of cells) if (y >= head && w === 1) texts[x]?.push(plain(c));
  return texts.flatMap((column, x) =>
    column.some((text) => /\d/.test(text)) && column.every((text) => FIGURE.test(text)) ? x : [],
  );
}

const plain = (blocks: PrintBlock[]): string =>
  blocks
    .map((block) => (block.k === "paragraph" ? block.c.map((part) => (part.k === "text" ? part.s : "")).join("") : "?"))
    .join(" ")
    .trim();
