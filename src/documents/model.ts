import type { SectionRole, TreatmentRole } from "#minutes/model.ts";
import type { RichText } from "#rich-text/model.ts";

/**
 * An agenda as it is read and printed: what a dispatch keeps, what members read, what PDF and the archive are made of.
 * Days are "YYYY-MM-DD", times "HH:MM".
 */
export type AgendaDocument = {
  municipality: string;
  committee: string;
  date: string;
  start: string;
  end: string | null;
  place: string;
  extraordinary: boolean;
  /** The last day the agenda could be sent in time, and when it was sent; null while it is being built. */
  deadline: string;
  dispatchedAt: string | null;
  /** 0: the agenda itself; 1 and on: with so many addenda. */
  dispatchNumber: number;
  items: AgendaItem[];
};

export type AgendaItem = {
  /** The row it stands in, the same through reorders and addenda. */
  id: number;
  /** Per body and calendar year. */
  number: number;
  title: string;
  kind: "standing" | "paper" | "note";
  /** The case number; null for what is no case. */
  reference: string | null;
  closed: boolean;
  /** The paragraph and the reason it is closed by. */
  closedGround: string | null;
  startsAt: string | null;
  minutes: number | null;
  guests: { name: string; from: string | null; until: string | null }[];
  /** The words of an item that is no case. */
  text: string;
  path: { committee: string; role: TreatmentRole; date: string | null; result: string | null }[];
  /** The numbered points, those for this body. */
  recommendations: { number: number; text: string }[];
  sections: { role: SectionRole; heading: string; body: RichText }[];
  attachments: { paperId: number; id: number; name: string; closed: boolean; sha256: string }[];
  /** Why an item is treated though it was sent too late (kommunestyrelsesloven § 8, stk. 5). */
  lateReason: string | null;
  /** Which dispatch it came with. */
  cameWith: number;
  withdrawn: { with: number; reason: string } | null;
};
