import type { Day } from "./danish.ts";
import type { Member } from "./people.ts";

/** A paper before it is laid out; texts may hold marks. */
export type Paper = {
  municipality: string;
  body: string;
  day: Day;
  /** As printed, which may be wrong. */
  weekday: string;
  place: string;
  members: Member[];
  /** Titles as the contents list them. */
  contents: string[];
  items: PaperItem[];
};

export type PaperItem = {
  /** As printed, which may be wrong. */
  number: string;
  title: string;
  caseNumber: string;
  summary: string;
  recommendations: string[];
  decision: { day: string; words: string[] };
  absent: string;
  /** Paragraphs and tables. */
  account: string[];
  economy: string;
  attachments: string[];
};
