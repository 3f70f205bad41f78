import { boldParagraph, oneLine, type Block } from "./blocks.ts";
import { layGrid } from "./grid.ts";
import { extent, insertEmptyCells, type PlacedCell } from "./pdf-cells.ts";
import { joinLines, linesInOrder, withContents, type Line } from "./pdf-lines.ts";
import { aPiece, type Piece } from "./pdf-pieces.ts";
import type { Run } from "./pdf-runs.ts";
import type { Tag } from "./pdf-tree.ts";
import type { Typography } from "./pdf-typography.ts";

type Start =
  | { kind: "paragraph" }
  | { kind: "heading"; level: number }
  | { kind: "item"; depth: number; label: string };

/** Elements that hold blocks and are none themselves. Those not named anywhere here (Span, Link, ...) are running text. */
const HOLDERS = new Set([
  "Document",
  "Part",
  "Art",
  "Sect",
  "Div",
  "TOC",
  "BlockQuote",
  "Index",
  "Private",
  "Aside",
  "FENote",
  "DocumentFragment",
]);
const PARAGRAPHS = new Set(["P", "TOCI", "Caption", "Note", "BibEntry", "Figure", "Formula", "Form", "Annot"]);

/** The share of a page's letters its tags must reach before they are believed. */
const MIN_SHARE = 0.7;

/** The pieces of a tagged page in the order of its tags; null where the tags leave out too much of the page. */
export function taggedPieces(tree: Tag[], runs: Run[], typography: Typography): Piece[] | null {
  if (tree.length === 0) return null;
  const marked = new Map<number, Run[]>();
  for (const run of runs) {
    if (run.mark < 0) continue;
    const group = marked.get(run.mark);
    if (group) group.push(run);
    else marked.set(run.mark, [run]);
  }
  /** Runs already placed, and the piece each went into (null where that is not said). */
  const used = new Map<Run, Piece | null>();
  const pieces: Piece[] = [];
  let open: { start: Start; runs: Run[]; startOpen: boolean } = {
    start: { kind: "paragraph" },
    runs: [],
    startOpen: false,
  };
  let lists = 0;

  for (const tag of tree) walk(tag);
  end(false);
  if (lettersOf(used.keys()) < MIN_SHARE * lettersOf(runs)) return null;
  return withRest(pieces, used, runs, typography);

  function walk(tag: Tag): void {
    const { type } = tag;
    if (type === "Table") table(tag);
    else if (type === "L") {
      end(false);
      lists++;
      for (const child of tag.children) if (child !== null && typeof child !== "number") walk(child);
      lists--;
      end(false);
    } else if (type === "LI") item(tag);
    else if (type === "Artifact") for (const run of runsUnder(tag)) used.set(run, null);
    else if (/^H[1-6]?$|^Title$/.test(type))
      block(tag, { kind: "heading", level: type === "Title" ? 1 : Number(type[1] ?? 2) });
    else if (PARAGRAPHS.has(type))
      block(tag, open.start.kind === "item" && open.runs.length === 0 ? open.start : { kind: "paragraph" });
    else if (HOLDERS.has(type)) {
      if (open.runs.length > 0) end(false);
      children(tag);
      if (open.runs.length > 0) end(false);
    } else children(tag);
  }

  function children(tag: Tag): void {
    for (const child of tag.children) {
      if (child === null) continue;
      if (typeof child === "number") take(child);
      else walk(child);
    }
  }

  function take(mark: number): void {
    for (const run of marked.get(mark) ?? []) {
      if (used.has(run)) continue;
      used.set(run, null);
      open.runs.push(run);
    }
  }

  function block(tag: Tag, start: Start): void {
    end(false);
    open = { start, runs: [], startOpen: beginsElsewhere(tag) };
    children(tag);
    end(endsElsewhere(tag));
  }

  function item(tag: Tag): void {
    end(false);
    const label = tag.children.find(
      (child): child is Tag => child !== null && typeof child !== "number" && child.type === "Lbl",
    );
    const labelText = label
      ? oneLine(
          runsUnder(label)
            .map((run) => run.text)
            .join(""),
        )
      : "";
    if (label) for (const run of runsUnder(label)) used.set(run, null);
    open = {
      start: { kind: "item", depth: Math.max(0, lists - 1), label: asLabel(labelText) },
      runs: [],
      startOpen: beginsElsewhere(tag),
    };
    // An item that began on the page before has no label here: its text goes on.
    if (!label && open.startOpen) open.start = { kind: "paragraph" };
    for (const child of tag.children) {
      if (child === null || child === label) continue;
      if (typeof child === "number") take(child);
      else walk(child);
    }
    end(endsElsewhere(tag));
  }

  function table(tag: Tag): void {
    end(false);
    const rows: PlacedCell[][] = [];
    const runs: Run[] = [];
    const readRows = (parent: Tag): void => {
      for (const child of parent.children) {
        if (child === null || typeof child === "number") continue;
        if (child.type === "TR") rows.push(child.children.map(readCell));
        else if (child.type === "Caption") walk(child);
        else readRows(child);
      }
    };
    const readCell = (cell: Tag | number | null): PlacedCell => {
      const inside = (
        cell === null ? [] : typeof cell === "number" ? (marked.get(cell) ?? []) : runsUnder(cell)
      ).filter((run) => !used.has(run));
      runs.push(...inside);
      for (const run of inside) used.set(run, null);
      const spans =
        cell === null || typeof cell === "number"
          ? { columns: 1, rows: 1 }
          : { columns: cell.columns, rows: cell.rows };
      return { text: oneLine(joinLines(linesInOrder(inside), 0, typography.isKnown)), ...spans, ...extent(inside) };
    };
    readRows(tag);
    end(false);
    if (runs.length > 0)
      add(
        {
          ...aPiece({ kind: "table", rows: layGrid(insertEmptyCells(rows)) }),
          openStart: beginsElsewhere(tag),
          openEnd: endsElsewhere(tag),
        },
        runs,
      );
    // Text in the table but in no cell.
    for (const run of runsUnder(tag)) {
      if (used.has(run)) continue;
      used.set(run, null);
      open.runs.push(run);
    }
    end(false);
  }

  function add(piece: Piece, runs: Run[]): void {
    pieces.push(piece);
    for (const run of runs) used.set(run, piece);
  }

  function runsUnder(tag: Tag): Run[] {
    return tag.children.flatMap((child) =>
      child === null ? [] : typeof child === "number" ? (marked.get(child) ?? []) : runsUnder(child),
    );
  }

  /** Ends the block at hand; `goesOn` when the rest of it stands on the next page. */
  function end(goesOn: boolean): void {
    const { start, runs, startOpen } = open;
    open = { start: { kind: "paragraph" }, runs: [], startOpen: false };
    if (runs.length === 0) return;
    const piece = asPiece(start, linesInOrder(runs), typography);
    add({ ...piece, openStart: startOpen, openEnd: goesOn }, runs);
  }
}

function asPiece(start: Start, lines: Line[], { edge, isKnown }: Typography): Piece {
  const text = joinLines(lines, edge, isKnown);
  return aPiece(start.kind === "paragraph" ? paragraph(text, lines) : { ...start, text }, lines, edge);
}

function paragraph(text: string, lines: Line[]): Block {
  // Pieces far apart on one line: a label and its value.
  if (lines.length === 1 && lines[0]!.segments.length > 1)
    return { kind: "paragraph", text: lines[0]!.segments.map((segment) => segment.text).join("\t") };
  return lines.every((line) => line.bold) ? boldParagraph(text) : { kind: "paragraph", text: withContents(text) };
}

function asLabel(text: string): string {
  return /^(?:[\p{L}\d]{1,4}[.)])+$|^\d{1,3}$/u.test(text) ? text : "-";
}

function beginsElsewhere(tag: Tag): boolean {
  const first = tag.children[0];
  return first === null || (typeof first === "object" && beginsElsewhere(first));
}

function endsElsewhere(tag: Tag): boolean {
  const last = tag.children.at(-1);
  return last === null || (last !== undefined && typeof last === "object" && endsElsewhere(last));
}

function lettersOf(runs: Iterable<Run>): number {
  let letters = 0;
  for (const run of runs) letters += run.text.length;
  return letters;
}

/** Text no tag reaches is put behind the piece that stands before it in the file. */
function withRest(pieces: Piece[], used: Map<Run, Piece | null>, runs: Run[], typography: Typography): Piece[] {
  if (used.size === runs.length) return pieces;
  const behind = new Map<Piece | null, Piece[]>();
  let owner: Piece | null = null;
  let rest: Run[] = [];
  const close = () => {
    if (rest.length > 0)
      behind.set(owner, [...(behind.get(owner) ?? []), asPiece({ kind: "paragraph" }, linesInOrder(rest), typography)]);
    rest = [];
  };
  for (const run of runs) {
    const piece = used.get(run);
    if (piece === undefined) rest.push(run);
    else {
      close();
      owner = piece ?? owner;
    }
  }
  close();
  return [...(behind.get(null) ?? []), ...pieces.flatMap((piece) => [piece, ...(behind.get(piece) ?? [])])];
}
