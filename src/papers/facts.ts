import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { PaperState } from "#database/schema-papers.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { holdsRole } from "#identity/holds-role.ts";
import type { PaperFacts } from "./paper.ts";

export type FactsRow = {
  municipality_id: number;
  id: number;
  committee_id: number;
  state: PaperState;
  closed: boolean;
  responsible_id: string;
  version: number;
  path: number[];
  dispatched: { committeeId: number; itemId: number; closed: boolean }[];
  stands_in: boolean;
};

/** A query for a paper with the facts of it; others add columns, and `forUpdate` where it is changed. */
export function selectFacts(db: Database, municipalityId: number, id: number, userId: string) {
  return db
    .selectFrom("paper")
    .select([
      "paper.municipality_id",
      "paper.id",
      "paper.committee_id",
      "paper.state",
      "paper.closed",
      "paper.responsible_id",
      "paper.version",
      pathCommittees.as("path"),
      dispatchedTo.as("dispatched"),
      standsIn(userId, dayInDenmark(new Date())).as("stands_in"),
    ])
    .where("paper.municipality_id", "=", municipalityId)
    .where("paper.id", "=", id);
}

export const paperFacts = (row: FactsRow): PaperFacts => ({
  municipalityId: row.municipality_id,
  id: row.id,
  committeeId: row.committee_id,
  state: row.state,
  closed: row.closed,
  responsibleId: row.responsible_id,
  version: row.version,
  pathCommittees: row.path,
  dispatchedTo: row.dispatched,
  standsIn: row.stands_in,
});

// JSON, for the driver gives arrays of identifiers as texts.
const pathCommittees = sql<number[]>`(select coalesce(json_agg(step.committee_id order by step.position), '[]')
  from consultation step where step.municipality_id = paper.municipality_id and step.paper_id = paper.id)`;

const dispatchedTo = sql<FactsRow["dispatched"]>`(select coalesce(json_agg(json_build_object(
    'committeeId', plan.committee_id, 'itemId', item.id, 'closed', item.closed)), '[]')
  from agenda_item item
  join planned_meeting plan on plan.municipality_id = item.municipality_id and plan.id = item.planned_meeting_id
  where item.municipality_id = paper.municipality_id and item.paper_id = paper.id and item.came_with is not null)`;

/** Somebody who approves in the paper's committee has named the person their deputy for today. */
export const standsIn = (userId: string, today: string) => sql<boolean>`exists (select 1 from deputy
  join role_grant granted on granted.municipality_id = deputy.municipality_id and granted.user_id = deputy.user_id
  where deputy.municipality_id = paper.municipality_id and deputy.deputy_id = ${userId} and deputy.ended_at is null
    and ${today} between deputy.from_on and deputy.until_on
    and granted.role in ('secretary', 'head', 'director', 'mayor') and ${holdsRole("granted", today)}
    and coalesce(granted.committee_id, paper.committee_id) = paper.committee_id and granted.item_id is null)`;
