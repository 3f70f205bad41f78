import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import { holdsRole } from "#identity/holds-role.ts";
import type { ApproverRole } from "./steps.ts";
import { meetingOf, nextMeeting, type NextMeetingRow } from "./approval-queries.ts";
import type { NextMeeting } from "./due.ts";

type Reader = Database | Transaction<Schema>;

/** Somebody whom a paper waits for. `deputyFor`: in whose place; null when it is their own. */
export type Turn = {
  municipalityId: number;
  paperId: number;
  round: number;
  position: number;
  role: ApproverRole;
  days: number;
  userId: string;
  name: string;
  deputyFor: string | null;
  /** When the turn came to this step. */
  since: Date;
  meeting: NextMeeting | null;
};

type Filter = { municipalityId?: number; paperId?: number; userId?: string };

/**
 * Whom papers wait for: of each paper the first waiting step of the newest round, and all who may decide it today, those
 * who act for them too. Somebody who may decide in their own right stands here once, as themself.
 */
export async function listTurns(db: Reader, { municipalityId, paperId, userId }: Filter): Promise<Turn[]> {
  const holds = (granted: string) =>
    sql`${holdsRole(granted, sql`today.day`)} and ${sql.ref(`${granted}.item_id`)} is null`;
  const { rows } = await sql<Omit<Turn, "meeting"> & { meeting: NextMeetingRow }>`
    with today as materialized (select (now() at time zone 'Europe/Copenhagen')::date as day),
    step as (
      select distinct on (paper.municipality_id, paper.id) paper.municipality_id, paper.id as paper_id, paper.committee_id,
        approval.round, approval.position, approval.role, approval.days, approval.person_id, ${nextMeeting} as meeting,
        (select max(before.decided_at) from approval before where before.municipality_id = paper.municipality_id
          and before.paper_id = paper.id and before.round = approval.round) as since
      from paper
      join approval on approval.municipality_id = paper.municipality_id and approval.paper_id = paper.id
      where paper.state = 'in-approval' and approval.state = 'waiting'
        and (${municipalityId ?? null}::integer is null or paper.municipality_id = ${municipalityId ?? null})
        and (${paperId ?? null}::bigint is null or paper.id = ${paperId ?? null})
      order by paper.municipality_id, paper.id, approval.round desc, approval.position
    ),
    holder as (
      select distinct step.*, granted.user_id
      from today, step
      join role_grant granted on granted.municipality_id = step.municipality_id and granted.role = step.role
        and coalesce(granted.committee_id, step.committee_id) = step.committee_id
        and coalesce(step.person_id, granted.user_id) = granted.user_id
      where ${holds("granted")}
    ),
    turn as (
      select holder.*, holder.user_id as who, null as deputy_for from holder
      union all
      select holder.*, deputy.deputy_id as who, person.name as deputy_for
      from today, holder
      join deputy on deputy.municipality_id = holder.municipality_id and deputy.user_id = holder.user_id
        and deputy.ended_at is null
      join identity.user person on person.id = holder.user_id
      where today.day between deputy.from_on and deputy.until_on and exists (
        select 1 from role_grant own where own.municipality_id = deputy.municipality_id and own.user_id = deputy.deputy_id
          and own.role in ('secretary', 'writer', 'head', 'director', 'mayor') and ${holds("own")})
    )
    select distinct on (municipality_id, paper_id, who) municipality_id as "municipalityId", paper_id as "paperId", round,
      position, role, days, who as "userId", someone.name, deputy_for as "deputyFor", since, meeting
    from turn join identity.user someone on someone.id = turn.who
    where (${userId ?? null}::text is null or who = ${userId ?? null})
    order by municipality_id, paper_id, who, deputy_for nulls first`.execute(db);
  return rows.map((row) => ({ ...row, meeting: meetingOf(row.meeting) }));
}
