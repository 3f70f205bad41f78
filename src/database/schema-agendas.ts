import type { Generated, JSONColumnType } from "kysely";
import type { MailLanguage } from "./schema-identity.ts";

type Day = string;
type OfMeeting = { municipality_id: number; planned_meeting_id: number };

export type AgendaItemKind = "standing" | "paper" | "note";

/** Before all others, among the open items, after them, or after the closed ones too. */
export type AgendaItemPlace = "first" | "middle" | "last" | "end";

/**
 * What a mail to a recipient tells. To guests only: `changed`, that they are to come at another time; `withdrawn`, that they
 * are not to come.
 */
export type DispatchMailKind = "dispatch" | "moved" | "cancelled" | "changed" | "withdrawn";

type CommitteeRulesTable = {
  municipality_id: number;
  committee_id: number;
  dispatch_days: number;
  saturday_counts: boolean;
  meeting_day_counts: boolean;
  numbering: Generated<"year" | "meeting">;
};

export type PlannedMeetingTable = {
  municipality_id: number;
  id: Generated<number>;
  committee_id: number;
  held_on: Day;
  start_time: string;
  end_time: string | null;
  place: string;
  extraordinary: boolean;
  moved_from: Day | null;
  cancelled_at: Date | null;
  reason: string | null;
  version: Generated<number>;
};

/** The meeting plan, agendas and what was sent out. */
export type AgendaSchema = {
  committee_rules: CommitteeRulesTable;
  planned_meeting: PlannedMeetingTable;
  standing_item: {
    municipality_id: number;
    committee_id: number;
    position: number;
    title: string;
    text: Generated<string>;
    place: Exclude<AgendaItemPlace, "middle">;
    closed: Generated<boolean>;
    closed_ground: string | null;
  };
  agenda: OfMeeting & {
    state: Generated<"building" | "dispatched">;
    version: Generated<number>;
    called_by: "chair" | "members" | null;
  };
  agenda_item: OfMeeting & {
    id: Generated<number>;
    position: number;
    place: Generated<AgendaItemPlace>;
    kind: AgendaItemKind;
    paper_id: number | null;
    paper_seen_at: Date | null;
    title: string;
    text: Generated<string>;
    number: number | null;
    closed: Generated<boolean>;
    closed_ground: string | null;
    starts_at: string | null;
    minutes: number | null;
    late_reason: string | null;
    came_with: number | null;
    withdrawn_with: number | null;
    withdrawn_reason: string | null;
  };
  agenda_guest: {
    municipality_id: number;
    agenda_item_id: number;
    position: number;
    name: string;
    user_id: string | null;
    from_time: string | null;
    until_time: string | null;
    email: string | null;
    language: Generated<MailLanguage>;
  };
  meeting_of_plan: OfMeeting & { meeting_id: number; plan_version: number; earlier_days: Generated<Day[]> };
  dispatch: OfMeeting & {
    number: number;
    deadline_on: Day;
    late: boolean;
    content: JSONColumnType<Record<string, unknown>>;
    dispatched_at: Generated<Date>;
    dispatched_by: string;
    dispatched_by_name: string;
    public_sha256: string | null;
  };
  dispatch_recipient: OfMeeting & {
    number: number;
    position: number;
    user_id: string | null;
    name: string;
    email: string;
    role: string;
    kind: Generated<DispatchMailKind>;
    language: Generated<MailLanguage>;
    item_id: number | null;
    from_time: string | null;
    until_time: string | null;
    sequence: Generated<number>;
    attempts: Generated<number>;
    try_at: Generated<Date>;
    sent_at: Date | null;
  };
};
