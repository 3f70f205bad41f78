import type { Block } from "./blocks.ts";
import { endsEarly, joinText, type Line } from "./pdf-lines.ts";

/** A block of one page, and whether it may be a part of one that the page's edge (or its maker) cut. */
export type Piece = {
  block: Block;
  /** The tag tree says that its beginning stands on the page before, or its end on the next. */
  openStart: boolean;
  openEnd: boolean;
  /** Its lines on the page, none for a table, and where they are broken. */
  first: Line | null;
  last: Line | null;
  edge: number;
};

export function aPiece(block: Block, lines: Line[] = [], edge = 0): Piece {
  return { block, openStart: false, openEnd: false, first: lines[0] ?? null, last: lines.at(-1) ?? null, edge };
}

/** Puts the pages' pieces in one row and joins what page breaks have cut. */
export function joinPieces(pages: Piece[][], isKnown: (word: string) => boolean): Block[] {
  const blocks: Block[] = [];
  let last: Piece | null = null;
  for (const page of pages) {
    for (const [index, piece] of page.entries()) {
      const joined: Block | null = last ? join(last, piece, index === 0, isKnown) : null;
      if (joined) blocks[blocks.length - 1] = joined;
      else blocks.push(piece.block);
      last = { ...piece, block: blocks.at(-1)! };
    }
  }
  return blocks;
}

function join(a: Piece, b: Piece, newPage: boolean, isKnown: (word: string) => boolean): Block | null {
  const tagged = newPage && a.openEnd && b.openStart;
  if (a.block.kind === "table" && b.block.kind === "table")
    return newPage ? joinTables(a.block.rows, b.block.rows, tagged) : null;
  if (a.block.kind === "table" || b.block.kind === "table") return null;
  const alike = a.block.kind === b.block.kind;
  if (b.block.kind !== "paragraph" && !(alike && newPage && (tagged || b.block.kind === "heading"))) return null;
  if (a.block.kind === "heading" && !(alike && newPage)) return null;
  if (!tagged && !goesOn(a, b, a.block.text, b.block.text, newPage)) return null;
  const ownLine = a.last && b.first && a.block.kind === "paragraph" && endsEarly(a.last, b.first, a.edge);
  return {
    ...a.block,
    text: ownLine ? `${a.block.text}\n${b.block.text}` : joinText(a.block.text, b.block.text, isKnown),
  };
}

/** A last line that fills its place, and a text that does not begin a sentence or does not end one. */
function goesOn(a: Piece, b: Piece, before: string, after: string, newPage: boolean): boolean {
  if (
    !a.last ||
    !b.first ||
    Math.abs(a.last.size - b.first.size) > 0.06 * a.last.size ||
    endsEarly(a.last, b.first, a.edge)
  )
    return false;
  if (/^(?:\d{1,3}[.)]|[a-zæøå]\))\s/.test(after) || after.includes("\t") || /[:*]$/.test(before)) return false;
  // A case number on a line of its own.
  if (/^\S*\d-\S*$/.test(after)) return false;
  if (/^\p{Ll}/u.test(after)) return newPage || !/[.!?;]$/.test(before);
  if (/[.!?;]["”»)]?$/.test(before)) return false;
  return /^[\d(„”"]/.test(after) || (newPage && before.length > 100 && after.length > 40);
}

function joinTables(above: string[][], below: string[][], tagged: boolean): Block | null {
  const width = above[0]?.length ?? 0;
  if (!tagged && width !== (below[0]?.length ?? 0)) return null;
  const repeated = above[0]!.join("\t") === below[0]?.join("\t");
  const rows = [...above, ...below.slice(repeated ? 1 : 0)];
  const columns = Math.max(...rows.map((row) => row.length));
  return { kind: "table", rows: rows.map((row) => [...row, ...Array<string>(columns - row.length).fill("")]) };
}
