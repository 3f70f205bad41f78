import type { Piece } from "./pdf-pieces.ts";

/** Words enough to find a page's beginning by. */
const WORDS = 40;

/**
 * Where in the whole text each page begins: at the first words of its first piece, looked for from a little before
 * where the lengths of the pages before it put it. A page whose first words were joined to those before begins there
 * by its length alone.
 */
export function findPageStarts(text: string, pages: Piece[][]): number[] {
  const starts: number[] = [];
  let from = 0;
  let length = 0;
  for (const page of pages) {
    const words = firstWords(page[0]);
    const near = from + Math.floor(length * 0.8);
    const found = starts.length === 0 || words === "" ? -1 : text.indexOf(words, near);
    const start = found >= 0 && found < from + length * 1.5 + 500 ? lineStart(text, found) : from + length;
    from = starts.length === 0 ? 0 : Math.min(Math.max(start, from), text.length);
    starts.push(from);
    length = page.reduce((sum, { block }) => sum + lengthOf(block), 0);
  }
  return starts;
}

function firstWords(piece: Piece | undefined): string {
  if (!piece) return "";
  const { block } = piece;
  const text = block.kind === "table" ? (block.rows[0]?.join("\t") ?? "") : block.text;
  return text.trimStart().split("\n", 1)[0]?.slice(0, WORDS).trimEnd() ?? "";
}

function lengthOf(block: Piece["block"]): number {
  return block.kind === "table"
    ? block.rows.reduce((sum, row) => sum + row.join("\t").length + 1, 1)
    : block.text.length + 2;
}

/** The marks before a heading or an item of a list belong to the page. */
function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return at - start < 12 ? start : at;
}
