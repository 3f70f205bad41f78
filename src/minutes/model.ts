/**
 * The minutes of one committee meeting as a document says them. The shape is the public contract that
 * `sagsgang parse` prints; properties beyond the contract are marked so.
 */
export type Format = "text" | "markdown" | "html" | "pdf" | "docx";

/** Character offsets in the document's extracted text: `start` included, `end` excluded. */
export type Span = { start: number; end: number };

export type Attendance = "present" | "absent" | "excused" | "substitute";

export type Participant = {
  name: string;
  /** Party letter or label as printed, e.g. "A", "UFP"; null when none is printed. */
  party: string | null;
  attendance: Attendance;
  substituteFor: string | null;
};

export type TocEntry = { number: string | null; title: string; page: number | null; closed: boolean };

export type Table = {
  rows: string[][];
  headerRows: number;
  /** Footnotes under the table ("Anm. 1) Korrigeret budget"). */
  notes: string[];
};

export type SectionRole =
  | "summary"
  | "treatment"
  | "recommendation"
  | "decision"
  | "presentation"
  | "economy"
  | "process"
  | "attachments"
  | "legal"
  | "history"
  | "other";

export type Section = {
  /** As printed; empty when text stands before any heading. */
  heading: string;
  role: SectionRole;
  /** The section's own text, without its subsections' text; line breaks kept. */
  text: string;
  tables: Table[];
  sections: Section[];
  /** Beyond the contract. Where heading and text stand in the extracted text. */
  span: Span;
};

export type TreatmentRole = "approves" | "decides" | "recommends" | "discusses" | "notes" | "other";

export type Treatment = { committee: string; roles: TreatmentRole[]; date: string | null };

export type Recommendation = { number: number | null; text: string; by: string | null };

/** What a decision can come to, in the order people ask for it. */
export const outcomes = [
  "approved",
  "recommended",
  "noted",
  "discussed",
  "rejected",
  "postponed",
  "referred",
  "withdrawn",
  "other",
] as const;
export type Outcome = (typeof outcomes)[number];

export type DecisionPart = { number: number; text: string; outcome: Outcome };

/** Who did not support the decision, in the minutes' own words (styrelsesloven § 13, stk. 2). */
export type Dissent = { by: string[]; text: string };

export type Decision = {
  committee: string | null;
  date: string | null;
  outcome: Outcome;
  text: string;
  absent: Participant[];
  substitutes: Participant[];
  parts: DecisionPart[];
  dissents: Dissent[];
};

/** A pointer to an earlier case, e.g. "(sag 76)". `committee` null means the meeting's own body. */
export type Reference = {
  text: string;
  itemNumber: string | null;
  date: string | null;
  committee: string | null;
};

/** What is promised to come back or be done. `due` is YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Qn or YYYY-Hn. */
export type Commitment = { text: string; due: string | null; recurs: string | null };

export type Item = {
  number: string | null;
  title: string;
  caseNumber: string | null;
  closed: boolean;
  attachments: string[];
  sections: Section[];
  treatment: Treatment[];
  recommendations: Recommendation[];
  decisions: Decision[];
  references: Reference[];
  commitments: Commitment[];
  span: Span;
};

export type Warning = { code: string; message: string; line: number | null };

export type Minutes = {
  source: { file: string; format: Format; pages: number | null; sha256: string };
  kind: "minutes" | "agenda";
  municipality: string | null;
  committee: string | null;
  term: string | null;
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  participants: Participant[];
  tableOfContents: TocEntry[];
  items: Item[];
  warnings: Warning[];
};

/** Text taken out of a file, before anything is understood. */
export type ExtractedText = {
  format: Format;
  /** Lines end in "\n"; all spans point into this. Headings, tables and lists are written as Markdown would (`#`, tabs between cells, `-`). */
  text: string;
  pages: number | null;
  warnings: Warning[];
  /** About where in the text each page begins, for those who look at both. Only PDFs have pages. */
  pageStarts?: number[];
};

/** Why a file could not be read: one sentence in Danish for the person who gave it. */
export type Unreadable = { ok: false; code: string; message: string };
