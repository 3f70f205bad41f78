import type { Span } from "#minutes/model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Source } from "../model.ts";

/** One cell of a table, with its number when it holds exactly one (with or without a share). */
export type Cell = { span: Span; text: string; number: NumberMention | null };

/** A table of figures as it stands in the text: tabs, pipes or aligned by blanks. Rows may be ragged. */
export type FigureTable = {
  span: Span;
  /** The line above that names it, e.g. "Tabel 1: ..."; null when none. */
  caption: Span | null;
  /** Column names, wrapped header rows joined; empty strings where unnamed. */
  columns: string[];
  /** Row names, from the first column of each body row. */
  rows: { name: string; span: Span; cells: (Cell | null)[] }[];
  /** What the cells count: from caption, headers or notes ("i 1.000 kr." is kr and 1000). */
  unit: string | null;
  scale: number;
  notes: Span[];
};

/** All tables of figures in a source, linear in the text. */
export function findTables(_source: Source): FigureTable[] {
  return [];
}
