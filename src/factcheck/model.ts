import type { Minutes, Span } from "#minutes/model.ts";

/** One text to check: what a document says, and what the reader of minutes understood of it (null: an editor's text). */
export type Source = {
  file: string;
  /** All spans point into this. */
  text: string;
  minutes: Minutes | null;
};

export type Check =
  | "table-total"
  | "percentage"
  | "difference"
  | "ratio"
  | "sum-in-prose"
  | "contradiction"
  | "weekday"
  | "date"
  | "reference"
  | "name"
  | "numbering"
  | "table-of-contents"
  | "attachments"
  | "attendance"
  | "unit"
  | "other";

/**
 * `error` only when the sum is certain; `warning` when an innocent reading exists, which the explanation tells;
 * `ok` when the claim was recomputed and holds.
 */
export type Verdict = "error" | "warning" | "ok";

/** A place the sum was taken from. */
export type Evidence = { file: string; span: Span; text: string };

/** One checked claim. */
export type Finding = {
  file: string;
  /** Where the claim stands. */
  span: Span;
  /** Number of the agenda item it stands in; null outside items and for items without number. */
  item: string | null;
  check: Check;
  /** The words or cells as printed. */
  claim: string;
  stated: string;
  /** What the sum gives; null where nothing can be computed. */
  computed: string | null;
  verdict: Verdict;
  /** One sentence in plain Danish with the sum written out. */
  explanation: string;
  evidence: Evidence[];
};

/**
 * What is known outside the texts being checked, as far as anybody knows it. Everything is optional: a check that
 * lacks its knowledge says nothing.
 */
export type Known = {
  /** True or false when the archive holds (or lacks, though it holds that meeting) the item; null when it cannot say. */
  hasItem?: (body: string, date: string, number: string) => boolean | null;
};
