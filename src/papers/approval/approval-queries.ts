import { type RawBuilder, sql, type Transaction } from "kysely";
import { defaultRules, type DispatchRules } from "#agendas/dispatch-deadline.ts";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Role } from "#identity/actor.ts";
import { holdsRole } from "#identity/holds-role.ts";
import type { NextMeeting } from "./due.ts";
import { type ApprovalStep, type ApproverRole, approverRoles, type Round, roundsOf } from "./steps.ts";

type Reader = Database | Transaction<Schema>;

/** A paper's way through approval, the newest round first; none when it was never sent. */
export async function listRounds(db: Reader, municipalityId: number, paperId: number): Promise<Round[]> {
  const rows = await db
    .selectFrom("approval")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .execute();
  return roundsOf(
    rows.map((row) => ({
      round: row.round,
      position: row.position,
      role: row.role as Role,
      days: row.days,
      person: row.person_id && row.person_name ? { id: row.person_id, name: row.person_name } : null,
      state: row.state,
      comment: row.comment,
      decided: decidedOf(row),
      snapshot: row.snapshot,
    })),
  );
}

type DecidedRow = {
  decided_at: Date | null;
  decided_by: string | null;
  decided_by_name: string | null;
  deputy_for: string | null;
};

function decidedOf(row: DecidedRow): ApprovalStep["decided"] {
  if (!row.decided_at || !row.decided_by || !row.decided_by_name) return null;
  return { at: row.decided_at, by: row.decided_by, byName: row.decided_by_name, deputyFor: row.deputy_for };
}

/**
 * What a paper is at this moment, for a form to say what its sender saw: raised by each change of the paper or of a
 * section. In a query from `paper`.
 */
export const paperMark: RawBuilder<string> = sql<string>`paper.version || '.' || (select coalesce(sum(section.version), 0)
  from paper_section section where section.municipality_id = paper.municipality_id and section.paper_id = paper.id)`;

export type NextMeetingRow = { date: string; rules: DispatchRules | null } | null;

/** The first meeting on a paper's path that has not treated it and is not called off. In a query from `paper`. */
export const nextMeeting: RawBuilder<NextMeetingRow> = sql<NextMeetingRow>`(select jsonb_build_object('date', plan.held_on,
    'rules', case when rules.committee_id is not null then jsonb_build_object('days', rules.dispatch_days,
      'saturdayCounts', rules.saturday_counts, 'meetingDayCounts', rules.meeting_day_counts) end)
  from consultation step
  join planned_meeting plan on plan.municipality_id = step.municipality_id and plan.id = step.planned_meeting_id
  left join committee_rules rules
    on rules.municipality_id = plan.municipality_id and rules.committee_id = plan.committee_id
  where step.municipality_id = paper.municipality_id and step.paper_id = paper.id and step.treated_at is null
    and plan.cancelled_at is null
  order by step.position limit 1)`;

export const meetingOf = (row: NextMeetingRow): NextMeeting | null =>
  row && { date: row.date, rules: row.rules ?? defaultRules };

/** What a paper's approval page needs beside the paper itself. */
export async function findApproval(
  db: Database,
  municipalityId: number,
  paperId: number,
): Promise<{ mark: string; meeting: NextMeeting | null; rounds: Round[] }> {
  const [row, rounds] = await Promise.all([
    db
      .selectFrom("paper")
      .select([paperMark.as("mark"), nextMeeting.as("meeting")])
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", paperId)
      .executeTakeFirst(),
    listRounds(db, municipalityId, paperId),
  ]);
  return { mark: row?.mark ?? "", meeting: meetingOf(row?.meeting ?? null), rounds };
}

export type Approver = { userId: string; name: string; role: ApproverRole };

/** Who could approve in a committee today, by name; somebody with two roles stands twice. */
export async function listApprovers(db: Reader, municipalityId: number, committeeId: number): Promise<Approver[]> {
  const rows = await db
    .selectFrom("role_grant as granted")
    .innerJoin("identity.user as user", "user.id", "granted.user_id")
    .select(["user.id as userId", "user.name", "granted.role"])
    .distinct()
    .where("granted.municipality_id", "=", municipalityId)
    .where("granted.role", "in", approverRoles)
    .where((eb) => eb.or([eb("granted.committee_id", "is", null), eb("granted.committee_id", "=", committeeId)]))
    .where("granted.item_id", "is", null)
    .where(holdsRole("granted"))
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as ApproverRole }));
}
