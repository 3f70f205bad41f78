/** What a Typst template is given: plain data, every text already printable. */
export type PrintInline =
  | { k: "text"; s: string; bold?: true; italic?: true; raised?: true; lowered?: true; long?: true; href?: string }
  | { k: "break" }
  | { k: "note"; s: string };

export type PrintBlock =
  | { k: "paragraph"; c: PrintInline[] }
  | { k: "heading"; level: number; c: PrintInline[] }
  | { k: "bullets"; items: PrintBlock[][] }
  | { k: "numbers"; start: number; items: PrintBlock[][] }
  | PrintTable;

/** `head`: rows that stand again on each page. Cells are placed, so that spans that do not fit break nothing. */
export type PrintTable = {
  k: "table";
  caption: string | null;
  columns: number;
  rows: number;
  head: number;
  /** Columns of figures, from 0: set to the right. */
  figures: number[];
  cells: { x: number; y: number; w: number; h: number; head: boolean; c: PrintBlock[] }[];
};
