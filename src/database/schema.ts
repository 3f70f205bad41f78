import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Check, Verdict } from "#factcheck/model.ts";
import type { Attendance, Format, Outcome, SectionRole, TocEntry, TreatmentRole, Warning } from "#minutes/model.ts";
import type { AgendaSchema } from "./schema-agendas.ts";
import type { IdentitySchema } from "./schema-identity.ts";
import type { ImportSchema } from "./schema-import.ts";
import type { PaperSchema } from "./schema-papers.ts";
import type { PersonalSchema } from "./schema-personal.ts";

/** Dates are "YYYY-MM-DD" and times "HH:MM:SS" strings, never Date objects: a meeting has a day, not an instant. */
type Day = string;

export type MunicipalityTable = {
  id: Generated<number>;
  slug: string;
  name: string;
  is_example: Generated<boolean>;
  created_at: Generated<Date>;
};

type MunicipalityLookTable = {
  municipality_id: number;
  accent: string | null;
  logo: Buffer | null;
  logo_media_type: string | null;
};

export type CommitteeKind = "committee" | "council" | "finance-committee" | "other";

export type CommitteeTable = {
  municipality_id: number;
  id: number;
  slug: string;
  name: string;
  name_key: string;
  kind: CommitteeKind;
  successor_id: number | null;
};

type CommitteeTermTable = {
  municipality_id: number;
  committee_id: number;
  term: string;
  starts_on: Day;
  ends_on: Day;
};

type PersonTable = { municipality_id: number; id: number; slug: string; name: string; name_key: string };

type CaseFileTable = { municipality_id: number; id: number; reference: string; reference_key: string };

type OriginalTable = {
  municipality_id: number;
  sha256: string;
  file_name: string;
  media_type: string;
  size: number;
  content: Buffer;
};

type MeetingTable = {
  municipality_id: number;
  id: number;
  committee_id: number;
  held_on: Day;
  sitting: Generated<number>;
  start_time: string | null;
  end_time: string | null;
  place: string | null;
  term: string | null;
  kind: "minutes" | "agenda";
};

type DocumentTable = {
  municipality_id: number;
  id: number;
  meeting_id: number;
  kind: "minutes" | "agenda";
  revision: number;
};

type DocumentRevisionTable = {
  municipality_id: number;
  document_id: number;
  revision: number;
  sha256: string;
  file_name: string;
  format: Format;
  pages: number | null;
  text: string;
  table_of_contents: JSONColumnType<TocEntry[]>;
  warnings: JSONColumnType<Warning[]>;
  item_keys: string[];
  imported_at: Generated<Date>;
};

type AttendanceTable = {
  municipality_id: number;
  meeting_id: number;
  position: number;
  person_id: number;
  name: string;
  party: string | null;
  attendance: Attendance;
  substitute_for: string | null;
};

/** A view: every label printed beside a person's name, with the day it was printed for. */
type PartyObservationView = { municipality_id: number; person_id: number; seen_on: Day; party: string };

export type ItemTable = {
  municipality_id: number;
  id: number;
  meeting_id: number;
  document_id: number;
  committee_id: number;
  held_on: Day;
  position: number;
  slug: string;
  number: string | null;
  number_value: number | null;
  title: string;
  case_id: number | null;
  closed: boolean;
  outcome: Outcome | null;
  span_start: number;
  span_end: number;
};

type OfItem = { municipality_id: number; item_id: number; position: number };
type OfDecision = OfItem & { decision_position: number };

type SectionTable = OfItem & {
  parent_position: number | null;
  heading: string;
  role: SectionRole;
  text: string;
  span_start: number;
  span_end: number;
};

type SectionTableTable = OfItem & {
  section_position: number;
  rows: JSONColumnType<string[][]>;
  header_rows: number;
  notes: string[];
};

type TreatmentTable = OfItem & {
  committee_name: string;
  committee_key: string;
  roles: TreatmentRole[];
  treated_on: Day | null;
};

type RecommendationTable = OfItem & { number: number | null; text: string; made_by: string | null };

type DecisionTable = OfItem & {
  is_own: boolean;
  committee_name: string | null;
  committee_key: string | null;
  decided_on: Day | null;
  outcome: Outcome;
  text: string;
};

type DecisionPartTable = OfDecision & { number: number; text: string; outcome: Outcome };

type DecisionAttendanceTable = OfDecision & {
  person_id: number;
  name: string;
  party: string | null;
  attendance: Attendance;
  substitute_for: string | null;
};

type DissentTable = OfDecision & { text: string };

type DissentByTable = OfDecision & {
  dissent_position: number;
  name: string;
  person_id: number | null;
  party: string | null;
};

type AttachmentTable = OfItem & { name: string };

type ReferenceTable = OfItem & {
  text: string;
  number_value: number | null;
  referred_on: Day | null;
  committee_name: string | null;
  committee_key: string;
};

/** A view: where a reference points, as far as the archive holds it. */
type ResolvedReferenceView = ReferenceTable & { target_committee_id: number | null; target_item_id: number | null };

type CommitmentTable = OfItem & { text: string; due: string | null; due_on: Day | null; recurs: string | null };

type SearchItemTable = {
  municipality_id: number;
  item_id: number;
  ordinal: Generated<number>;
  committee_id: number;
  held_on: Day;
  outcome: Outcome | null;
  closed: boolean;
  sections: number;
  terms: number[];
};

type SearchSequenceTable = { municipality_id: number; item_id: number; words: Buffer };

/** Which documents wait for their figures to be recomputed (`done < wanted`), and what the others' findings stand for. */
type DocumentCheckTable = {
  municipality_id: number;
  document_id: number;
  wanted: Generated<number>;
  done: Generated<number>;
  revision: number | null;
  checker_version: number | null;
  checked_at: Date | null;
  failed: Generated<boolean>;
};

/** A place a sum was taken from: in this document, or in the one that is named. */
export type StoredEvidence = { document: number; start: number; end: number; text: string };

type FindingTable = {
  municipality_id: number;
  document_id: number;
  position: number;
  item_id: number | null;
  committee_id: number;
  held_on: Day;
  kind: Check;
  verdict: Verdict;
  span_start: number;
  span_end: number;
  claim: string;
  stated: string;
  computed: string | null;
  explanation: string;
  evidence: JSONColumnType<StoredEvidence[]>;
};

type SearchWordTable = { word: string; number: Generated<number> };

/** All tables, as Kysely sees them. */
export type Schema = PaperSchema &
  AgendaSchema &
  IdentitySchema &
  PersonalSchema &
  ImportSchema & {
    archive_state: { only_row: Generated<boolean>; revision: ColumnType<number, never, number> };
    municipality: MunicipalityTable;
    municipality_look: MunicipalityLookTable;
    committee: CommitteeTable;
    committee_term: CommitteeTermTable;
    person: PersonTable;
    case_file: CaseFileTable;
    original: OriginalTable;
    meeting: MeetingTable;
    document: DocumentTable;
    document_revision: DocumentRevisionTable;
    attendance: AttendanceTable;
    party_observation: PartyObservationView;
    item: ItemTable;
    section: SectionTable;
    section_table: SectionTableTable;
    treatment: TreatmentTable;
    recommendation: RecommendationTable;
    decision: DecisionTable;
    decision_part: DecisionPartTable;
    decision_attendance: DecisionAttendanceTable;
    dissent: DissentTable;
    dissent_by: DissentByTable;
    attachment: AttachmentTable;
    reference: ReferenceTable;
    resolved_reference: ResolvedReferenceView;
    commitment: CommitmentTable;
    search_item: SearchItemTable;
    search_sequence: SearchSequenceTable;
    search_word: SearchWordTable;
    document_check: DocumentCheckTable;
    finding: FindingTable;
  };
