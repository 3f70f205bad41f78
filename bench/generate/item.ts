import type { Day } from "./calendar.ts";
import type { Attendance } from "./people.ts";

/** Either a heading or a paragraph, list or table; layouts differ in how they show headings. */
export type Block = { heading: string } | string;
export type Outcome =
  | "approved"
  | "recommended"
  | "noted"
  | "discussed"
  | "postponed"
  | "rejected"
  | "withdrawn"
  | "referred";
export type Decision = {
  body: string;
  day: Day;
  outcome: Outcome;
  /** The words of the decision, and after them remarks, votes and dissent, a paragraph each. */
  text: string;
  remarks: string[];
  attendance: Attendance | null;
};
export type Item = {
  number: number;
  title: string;
  closed: boolean;
  caseNumber: string | null;
  attachments: string[];
  treatment: { body: string; role: string; day: Day }[];
  summary: string[];
  recommendation: { lead: string; points: string[] } | null;
  decisions: Decision[];
  blocks: Block[];
  economy: string | null;
};
export type Meeting = {
  municipality: string;
  body: string;
  term: number;
  day: Day;
  attendance: Attendance;
  place: string;
  items: Item[];
};
