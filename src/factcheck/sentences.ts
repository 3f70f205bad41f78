import type { Span } from "#minutes/model.ts";
import type { FigureTable } from "./tables/find-tables.ts";

/** A sentence or a list point. */
export type Sentence = {
  span: Span;
  /** The nearest heading above and the line that opens its list ("Klagerne fordeler sig således:"); null when none. */
  heading: string | null;
  opener: Span | null;
  /** True for a point in a list. */
  point: boolean;
};

/** Cuts prose into sentences; the lines of tables are left out. Abbreviations and "14. november" do not end one. */
export function findSentences(_text: string, _tables: FigureTable[]): Sentence[] {
  return [];
}
