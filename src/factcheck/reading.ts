import type { Span } from "#minutes/model.ts";
import { findNumbers, type NumberMention } from "./numbers/find-numbers.ts";
import { findSentences, type Sentence } from "./sentences.ts";
import { findTables, type FigureTable } from "./tables/find-tables.ts";
import type { Source } from "./model.ts";

/** A source with all that several checks need, read once: linear in the text. */
export type Reading = {
  source: Source;
  /** In the order of the text, tables' numbers included. */
  numbers: NumberMention[];
  tables: FigureTable[];
  /** Prose and list points, without tables and headings. */
  sentences: Sentence[];
};

/** Reads a source for the checks. */
export function readSource(source: Source): Reading {
  const tables = findTables(source);
  return {
    source,
    tables,
    numbers: findNumbers(source.text),
    sentences: findSentences(source.text, tables),
  };
}

/** Number of the item a place stands in. */
export function itemAt(source: Source, at: number): string | null {
  const items = source.minutes?.items ?? [];
  const item = items.findLast(({ span }) => span.start <= at && at < span.end);
  return item?.number ?? null;
}

/** The words of a place, white space as one blank. */
export function wordsOf(source: Source, span: Span): string {
  return source.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}
