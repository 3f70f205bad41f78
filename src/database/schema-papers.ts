import type { Generated, JSONColumnType } from "kysely";
import type { SectionRole } from "#minutes/model.ts";

type Day = string;
type OfPaper = { municipality_id: number; paper_id: number };

/** `body` and `content` are typed by who reads them: the database knows no rich text. */
type Json = JSONColumnType<Record<string, unknown>>;

export type PaperState = "draft" | "in-approval" | "ready" | "dispatched" | "finished" | "withdrawn";

export type PaperTable = {
  municipality_id: number;
  id: Generated<number>;
  committee_id: number;
  template_id: number | null;
  reference: string;
  reference_key: string;
  title: string;
  responsible_id: string;
  responsible_name: string;
  deadline: Day | null;
  closed: Generated<boolean>;
  closed_ground: string | null;
  state: Generated<PaperState>;
  version: Generated<number>;
  created_at: Generated<Date>;
  created_by: string;
  updated_at: Generated<Date>;
  form_key: string | null;
};

export type TemplateSection = { role: SectionRole; heading: string; help: string | null; required: boolean };

type PaperSectionTable = OfPaper & {
  id: number;
  position: number;
  role: SectionRole;
  heading: string;
  help: string | null;
  required: Generated<boolean>;
  body: Json;
  version: Generated<number>;
  updated_at: Generated<Date>;
  updated_by: string | null;
  updated_by_name: string | null;
};

export type ConsultationRole = "approves" | "decides" | "recommends" | "discusses" | "notes";

export type ApprovalState = "waiting" | "approved" | "returned" | "skipped" | "dropped";

export type SnapshotOccasion = "kept" | "submitted" | "returned" | "approved" | "dispatched";

/** The tables of migration 0008. */
export type PaperSchema = {
  case_number_series: { municipality_id: number; year: number; last: number };
  paper_template: {
    municipality_id: number;
    id: Generated<number>;
    committee_id: number | null;
    name: string;
    sections: JSONColumnType<TemplateSection[]>;
    ended_at: Date | null;
  };
  paper: PaperTable;
  paper_section: PaperSectionTable;
  paper_section_version: OfPaper & {
    section_id: number;
    version: number;
    body: Json;
    saved_at: Generated<Date>;
    saved_by: string;
    saved_by_name: string;
  };
  paper_snapshot: OfPaper & {
    number: number;
    occasion: SnapshotOccasion;
    content: Json;
    made_at: Generated<Date>;
    made_by: string;
    made_by_name: string;
  };
  paper_recommendation: OfPaper & { position: number; text: string; committee_id: number | null };
  consultation: OfPaper & {
    position: number;
    committee_id: number;
    role: ConsultationRole;
    planned_meeting_id: number | null;
    treated_at: Date | null;
    result: string | null;
  };
  stored_file: { municipality_id: number; sha256: string; media_type: string; size: number; content: Buffer };
  paper_attachment: OfPaper & {
    id: number;
    position: number;
    name: string;
    file_name: string;
    sha256: string;
    closed: boolean;
    added_at: Generated<Date>;
    added_by: string;
    removed_at: Date | null;
  };
  approval_flow_step: {
    municipality_id: number;
    committee_id: number;
    position: number;
    role: string;
    days: Generated<number>;
  };
  approval: OfPaper & {
    round: number;
    position: number;
    role: string;
    days: Generated<number>;
    person_id: string | null;
    person_name: string | null;
    state: ApprovalState;
    comment: string | null;
    decided_at: Date | null;
    decided_by: string | null;
    decided_by_name: string | null;
    deputy_for: string | null;
    snapshot: number | null;
  };
  deputy: {
    municipality_id: number;
    id: Generated<number>;
    user_id: string;
    deputy_id: string;
    from_on: Day;
    until_on: Day;
    ended_at: Date | null;
  };
  paper_comment: OfPaper & {
    id: number;
    section_id: number | null;
    text: string;
    written_at: Generated<Date>;
    written_by: string;
    written_by_name: string;
    settled_at: Date | null;
    settled_by_name: string | null;
  };
  reminder: {
    municipality_id: number;
    subject: string;
    user_id: string;
    kind: string;
    made_at: Generated<Date>;
    attempts: Generated<number>;
    try_at: Generated<Date>;
    sent_at: Date | null;
  };
  finding_answer: OfPaper & {
    finding_key: string;
    claim: string;
    reason: string;
    answered_at: Generated<Date>;
    answered_by: string;
    answered_by_name: string;
  };
};
