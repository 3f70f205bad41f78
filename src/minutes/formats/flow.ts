import { boldParagraph, oneLine, type Block } from "./blocks.ts";
import { layGrid, type Cell } from "./grid.ts";

/** What the text being collected will become when its block ends. */
export type Start =
  | { kind: "paragraph" }
  | { kind: "heading"; level: number }
  | { kind: "item"; depth: number; label: string };

type Level = {
  blocks: Block[];
  pieces: string[];
  letters: number;
  boldLetters: number;
  start: Start;
  table: Table | null;
};

type OpenCell = { blocks: Block[]; columns: number; rows: number };
type Table = { rows: OpenCell[][]; nested: boolean };

export type Flow = ReturnType<typeof createFlow>;

/**
 * Collects running text, headings, lists and tables in the order a document gives them, and makes blocks of them.
 * HTML and DOCX both feed one: they open and close things, text goes to whatever is open.
 */
export function createFlow() {
  const root = newLevel();
  const outer: Level[] = [];
  let level = root;

  function text(piece: string, bold: boolean): void {
    if (piece === "") return;
    level.pieces.push(piece);
    const letters = piece.trim().length;
    level.letters += letters;
    if (bold) level.boldLetters += letters;
  }

  /** Ends the block at hand; the next text is an ordinary paragraph unless `begin` says otherwise. */
  function end(): void {
    const { pieces, start, letters, boldLetters } = level;
    level.start = { kind: "paragraph" };
    if (pieces.length === 0) return;
    level.pieces = [];
    level.letters = 0;
    level.boldLetters = 0;
    if (letters === 0) return;
    const whole = pieces
      .join("")
      .replace(/[ \u00a0]+/g, " ")
      .replace(/ ?\n ?/g, "\n");
    for (const [index, part] of whole.split(/\n{2,}/).entries()) {
      const trimmed = part.replace(/^[ \n]+|[ \n]+$/g, "");
      if (trimmed === "") continue;
      if (index > 0 || start.kind === "paragraph") {
        level.blocks.push(boldLetters === letters ? boldParagraph(trimmed) : { kind: "paragraph", text: trimmed });
      } else level.blocks.push({ ...start, text: trimmed });
    }
  }

  /** Says what the text from here on is. Nothing is lost: text at hand becomes a block of its own first. */
  function begin(start: Start): void {
    end();
    level.start = start;
  }

  function openTable(): void {
    end();
    for (const up of outer) if (up.table) up.table.nested = true;
    if (level.table) level.table.nested = true;
    outer.push(level);
    level = newLevel();
    level.table = { rows: [], nested: false };
  }

  function openRow(): void {
    level.table?.rows.push([]);
  }

  function openCell(columns: number, rows: number): void {
    const table = level.table;
    if (!table) return;
    end();
    if (table.rows.length === 0) table.rows.push([]);
    outer.push(level);
    level = newLevel();
    table.rows.at(-1)!.push({ blocks: level.blocks, columns, rows });
  }

  function closeCell(): void {
    if (level.table || outer.length === 0) return;
    end();
    level = outer.pop()!;
  }

  function closeTable(): void {
    closeCell();
    const table = level.table;
    if (!table) return;
    end();
    // Text straight in the table, outside any cell (a caption, or broken markup), comes first.
    const loose = level.blocks;
    level = outer.pop()!;
    for (const block of loose) level.blocks.push(block);
    if (isLayout(table))
      for (const row of table.rows) for (const cell of row) for (const block of cell.blocks) level.blocks.push(block);
    else level.blocks.push({ kind: "table", rows: layGrid(table.rows.map((row) => row.map(asCell))) });
  }

  /** Closes whatever is still open and gives the blocks. */
  function finish(): Block[] {
    while (outer.length > 0) {
      if (level.table) closeTable();
      else closeCell();
    }
    end();
    return root.blocks;
  }

  return {
    text,
    end,
    begin,
    openTable,
    openRow,
    openCell,
    closeCell,
    closeTable,
    finish,
    /** Number of blocks made so far at the outermost level. */
    count: () => root.blocks.length,
    /** Nothing has been written since the last block ended. */
    isEmpty: () => level.letters === 0,
    tableDepth: () => outer.filter((up) => up.table).length + (level.table ? 1 : 0),
  };
}

function newLevel(): Level {
  return { blocks: [], pieces: [], letters: 0, boldLetters: 0, start: { kind: "paragraph" }, table: null };
}

function asCell(cell: OpenCell): Cell {
  const text = cell.blocks
    .map((block) => (block.kind === "item" ? `${block.label} ${block.text}` : textOf(block)))
    .join(" ");
  return { text: oneLine(text), columns: cell.columns, rows: cell.rows };
}

function textOf(block: Block): string {
  if (block.kind === "table") return block.rows.flat().join(" ");
  // Cells in a heading row are bold without being headings.
  return block.text.replace(/^\*\*(.*)\*\*$/, "$1");
}

/** A table that only places things on the page: it holds tables, headings or whole passages, or has one column. */
function isLayout(table: Table): boolean {
  if (table.nested || table.rows.every((row) => row.length <= 1)) return true;
  return table.rows.some((row) =>
    row.some(
      (cell) =>
        cell.blocks.some((block) => block.kind === "heading") ||
        (cell.blocks.length > 3 && lengthOf(cell.blocks) > 600),
    ),
  );
}

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + textOf(block).length, 0);
}
