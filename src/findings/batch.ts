import type { Correction } from "#archive/corrections/correction.ts";
import type { Finding } from "#factcheck/model.ts";
import type { Format } from "#minutes/model.ts";

/** A document's text, by the document's number. */
export type BatchText = {
  id: number;
  fileName: string;
  format: Format;
  pages: number | null;
  text: string;
  /** What was set right by hand in this revision. */
  corrections: Correction[];
};

/** The items that the archive holds of one meeting of one body. */
export type HeldMeeting = { committeeKey: string; date: string; numbers: number[] };

/** Documents to check and all that is needed for it: pure data, for another process. */
export type CheckBatch = {
  texts: BatchText[];
  /** `neighbours`: the texts to compare with, by number. */
  targets: { id: number; neighbours: number[] }[];
  /** The meetings that the documents refer to, as far as the archive holds them. */
  held: HeldMeeting[];
};

/** Findings in the order of the text; `documents` gives the number of the document each piece of evidence stands in. */
export type CheckedDocument = { id: number; findings: (Finding & { documents: number[] })[] };
