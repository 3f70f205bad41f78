import { boldParagraph } from "./blocks.ts";
import { splitColumns } from "./pdf-columns.ts";
import { contentsLine, endsEarly, joinLines, linesByPlace, withContents, type Line } from "./pdf-lines.ts";
import { aPiece, type Piece } from "./pdf-pieces.ts";
import type { Run } from "./pdf-runs.ts";
import { readEdge, type Typography } from "./pdf-typography.ts";
import { NO_SHAPES, type Rule, type Shapes } from "./pdf-shapes.ts";
import { findTable, isRow, readTable } from "./pdf-tables.ts";

/** The pieces of a page without tags: lines by baseline, columns by the room between them, tables by aligned gaps. */
export function layoutPieces(runs: Run[], shapes: Shapes, typography: Typography): Piece[] {
  const pieces: Piece[] = [];
  for (const turned of byTurn(runs)) {
    const isUpright = turned[0]!.turn === 0;
    const { upright, level, dots } = isUpright ? shapes : NO_SHAPES;
    const lines = linesByPlace(withBullets(turned, dots), upright);
    const edge = isUpright ? typography.edge : readEdge(lines, typography.bodySize);
    for (const column of splitColumns(lines))
      pieces.push(...columnPieces(column.lines, level, { ...typography, edge: column.edge ?? edge }));
  }
  return pieces;
}

/** Bullets may be drawn instead of written: a dot a little before a line's first letter is one. */
function withBullets(runs: Run[], dots: Shapes["dots"]): Run[] {
  const bullets = dots.flatMap((dot): Run[] => {
    const middle = (dot.y0 + dot.y1) / 2;
    const sameLine = runs.filter((run) => middle > run.y - 0.1 * run.size && middle < run.y + 0.8 * run.size);
    const first = sameLine.find((run) => run.x0 > dot.x1 && run.x0 - dot.x1 < 2.5 * run.size);
    if (!first || sameLine.some((run) => run.x1 > dot.x0 - 3 * run.size && run.x0 < dot.x0)) return [];
    return [{ ...first, text: "•", x0: dot.x0, x1: dot.x1, spaced: false }];
  });
  return bullets.length === 0 ? runs : [...runs, ...bullets];
}

/** Text in the direction most of the page has, then each other direction. */
function byTurn(runs: Run[]): Run[][] {
  const turns = [0, 1, 2, 3].map((turn) => runs.filter((run) => run.turn === turn));
  return turns.filter((group) => group.length > 0).sort((a, b) => b.length - a.length);
}

type Open = { lines: Line[]; kind: "text" | "item" | "heading"; label: string; depth: number; textX: number };

function columnPieces(lines: Line[], level: Rule[], typography: Typography): Piece[] {
  const pieces: Piece[] = [];
  let open: Open | null = null;
  let itemStarts: number[] = [];
  const close = () => {
    if (open) pieces.push(finish(open, typography));
    open = null;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const contents = contentsLine(line.text);
    if (contents !== null) {
      // A title broken over two lines has its dots on the second.
      const before: Open | null = open;
      const first =
        before && before.kind === "text" && !endsEarly(before.lines.at(-1)!, line, typography.edge)
          ? before.lines.pop()
          : undefined;
      if (before && before.lines.length === 0) open = null;
      close();
      pieces.push(aPiece({ kind: "paragraph", text: first ? `${first.text} ${contents}` : contents }));
      continue;
    }
    const table = findTable(lines, at, level);
    if (table) {
      close();
      pieces.push(aPiece({ kind: "table", rows: readTable(lines.slice(at, table.end), table.rows - at, level) }));
      at = table.end - 1;
      continue;
    }
    if (isRow(line)) {
      close();
      pieces.push(aPiece({ kind: "table", rows: [line.segments.map((segment) => segment.text)] }));
      continue;
    }
    const opened: Open | null = open;
    if (opened && belongs(opened, line, typography)) {
      opened.lines.push(line);
      continue;
    }
    if (opened && opened.kind !== "item") itemStarts = [];
    close();
    open = begin(line, typography, itemStarts);
  }
  close();
  return joinContents(pieces);
}

/** Lines of a table of contents stand line by line, as one block. */
function joinContents(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1)?.block;
    if (
      last?.kind === "paragraph" &&
      piece.block.kind === "paragraph" &&
      isContents(last.text) &&
      isContents(piece.block.text)
    ) {
      last.text += `\n${piece.block.text}`;
    } else joined.push(piece);
  }
  return joined;
}

function isContents(text: string): boolean {
  return /\.{5}\t\d+$/.test(text);
}

const ITEM = /^((?:\d{1,3}[.)]|[a-zæøå][.)]|[•◦▪●‣·–o\u{f0b7}\u{f0a7}-]))\s+(?=\S)/u;

function begin(line: Line, typography: Typography, starts: number[]): Open {
  const item = ITEM.exec(line.text);
  const isHeading = headingLevel(line, typography) > 0;
  if (!item || isHeading)
    return { lines: [line], kind: isHeading ? "heading" : "text", label: "", depth: 0, textX: line.x0 };
  let depth = starts.findIndex((start) => Math.abs(start - line.x0) < 0.6 * line.size);
  if (depth < 0) {
    depth = starts.filter((start) => start < line.x0).length;
    starts.splice(depth, starts.length - depth, line.x0);
  } else starts.length = depth + 1;
  const label = /[\d)\p{Ll}][.)]$/u.test(item[1]!) ? item[1]! : "-";
  return {
    lines: [{ ...line, text: line.text.slice(item[0].length) }],
    kind: "item",
    label,
    depth,
    textX: line.x0 + 0.8 * line.size,
  };
}

function belongs(open: Open, line: Line, typography: Typography): boolean {
  const last = open.lines.at(-1)!;
  const gap = last.y - line.y;
  if (gap <= 0 || gap > 1.22 * typography.pitch * Math.max(line.size, last.size)) return false;
  if (Math.abs(line.size - last.size) > 0.06 * last.size) return false;
  const full = !endsEarly(last, line, typography.edge);
  if (ITEM.test(line.text) && !(full && open.kind === "text" && goesOnWithMark(last.text, line.text))) return false;
  if (open.kind === "heading") return headingLevel(line, typography) > 0 && full;
  if (line.bold !== last.bold && !full) return false;
  if (open.kind === "item") return full || line.x0 >= open.textX;
  return true;
}

/** "den" + "2. juni", "Bilag" + "- Budget": a number or dash that a line break put first. */
function goesOnWithMark(before: string, line: string): boolean {
  return /^\d/.test(line) || (/^[-–]/.test(line) && /[\p{L}\d,]$/u.test(before));
}

function finish(open: Open, typography: Typography): Piece {
  const text = joinLines(open.lines, typography.edge, typography.isKnown);
  const { edge } = typography;
  if (open.kind === "item")
    return aPiece({ kind: "item", depth: open.depth, label: open.label, text }, open.lines, edge);
  if (open.kind === "heading")
    return aPiece({ kind: "heading", level: headingLevel(open.lines[0]!, typography), text }, open.lines, edge);
  if (open.lines.every((line) => line.bold)) return aPiece(boldParagraph(text), open.lines, edge);
  return aPiece({ kind: "paragraph", text: withContents(text) }, open.lines, edge);
}

function headingLevel(line: Line, typography: Typography): number {
  return typography.headingSizes.findIndex((size) => Math.abs(size - line.size) < 0.04 * size) + 1;
}
