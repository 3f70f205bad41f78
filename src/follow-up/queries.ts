import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import { itemsOf, type ListedItem, listedItem } from "#decisions/listed-item.ts";
import type { CommitmentFilters, DueState } from "./filters.ts";

export type ListedCommitment = ListedItem & {
  /** Which of the item's promises. */
  position: number;
  text: string;
  due: string | null;
  dueOn: string | null;
  recurs: string | null;
  caseReference: string | null;
  caseKey: string | null;
  /**
   * The later treatment of its case that is nearest to the due day, or the first when it has none; null when there is
   * no later one, or when the item has no case number.
   */
  next: Pick<ListedItem, "committee" | "committeeName" | "date" | "sitting" | "item" | "outcome"> | null;
};

/** Commitments with their item, its address and its case. */
function commitmentsOf(db: Database, municipalityId: number) {
  return itemsOf(db, municipalityId)
    .innerJoin("commitment", (join) =>
      join.onRef("commitment.municipality_id", "=", "item.municipality_id").onRef("commitment.item_id", "=", "item.id"),
    )
    .leftJoin("case_file", (join) =>
      join.onRef("case_file.municipality_id", "=", "item.municipality_id").onRef("case_file.id", "=", "item.case_id"),
    );
}

/**
 * One page of promises by due day; undated ones last, newest first. What is still to come begins with the nearest day,
 * what has passed with the latest.
 */
export async function listCommitments(
  db: Database,
  municipalityId: number,
  filters: CommitmentFilters,
  now: string,
  page: { offset: number; limit: number },
): Promise<ListedCommitment[]> {
  const rows = await commitmentsOf(db, municipalityId)
    .leftJoinLateral(nextTreatment, (join) => join.onTrue())
    .where(matching(filters, now))
    .select(listedItem)
    .select([
      "commitment.position",
      "commitment.text",
      "commitment.due",
      "commitment.due_on as dueOn",
      "commitment.recurs",
      "case_file.reference as caseReference",
      "case_file.reference_key as caseKey",
      "next.committee as nextCommittee",
      "next.committeeName as nextCommitteeName",
      "next.date as nextDate",
      "next.sitting as nextSitting",
      "next.item as nextItem",
      "next.outcome as nextOutcome",
    ])
    .orderBy("commitment.due_on", (order) => (filters.state === "upcoming" ? order.asc() : order.desc()).nullsLast())
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .orderBy("commitment.position")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ nextCommittee, nextCommitteeName, nextDate, nextSitting, nextItem, nextOutcome, ...row }) => ({
    ...row,
    next:
      nextCommittee && nextCommitteeName && nextDate && nextSitting && nextItem
        ? {
            committee: nextCommittee,
            committeeName: nextCommitteeName,
            date: nextDate,
            sitting: nextSitting,
            item: nextItem,
            outcome: nextOutcome,
          }
        : null,
  }));
}

/** How many promises there are in each state with the other filters on; the state filter itself is left out. */
export async function countCommitments(
  db: Database,
  municipalityId: number,
  filters: CommitmentFilters,
  now: string,
): Promise<Record<DueState, number>> {
  const among = (state: DueState) => sql<number>`count(*) filter (where ${isInState(state, now)})`.as(state);
  return commitmentsOf(db, municipalityId)
    .where(matching({ ...filters, state: undefined }, now))
    .select([among("overdue"), among("upcoming"), among("undated"), among("recurring")])
    .executeTakeFirstOrThrow();
}

/** The committees that have promised anything. */
export async function listPromisingCommittees(db: Database, municipalityId: number) {
  return commitmentsOf(db, municipalityId)
    .select(["committee.slug", "committee.name"])
    .distinct()
    .orderBy("committee.name")
    .execute();
}

type Row = ExpressionBuilder<Schema, "item" | "committee" | "meeting" | "commitment" | "case_file">;

function nextTreatment(eb: Row) {
  return eb
    .selectFrom("item as later")
    .innerJoin("meeting as later_meeting", (join) =>
      join
        .onRef("later_meeting.municipality_id", "=", "later.municipality_id")
        .onRef("later_meeting.id", "=", "later.meeting_id"),
    )
    .innerJoin("committee as later_committee", (join) =>
      join
        .onRef("later_committee.municipality_id", "=", "later.municipality_id")
        .onRef("later_committee.id", "=", "later.committee_id"),
    )
    .whereRef("later.municipality_id", "=", "item.municipality_id")
    .whereRef("later.case_id", "=", "item.case_id")
    .whereRef("later.held_on", ">", "item.held_on")
    .select([
      "later_committee.slug as committee",
      "later_committee.name as committeeName",
      "later.held_on as date",
      "later_meeting.sitting as sitting",
      "later.slug as item",
      "later.outcome as outcome",
    ])
    .orderBy(sql`abs(later.held_on - coalesce(commitment.due_on, item.held_on))`)
    .orderBy("later.id")
    .limit(1)
    .as("next");
}

const treatedAgain = sql<SqlBool>`exists (select from item later where later.municipality_id = item.municipality_id
  and later.case_id = item.case_id and later.held_on > item.held_on)`;

function isInState(state: DueState, now: string) {
  if (state === "recurring") return sql<SqlBool>`commitment.recurs is not null`;
  if (state === "undated") return sql<SqlBool>`commitment.recurs is null and commitment.due_on is null`;
  if (state === "overdue") return sql<SqlBool>`commitment.recurs is null and commitment.due_on < ${now}`;
  return sql<SqlBool>`commitment.recurs is null and commitment.due_on >= ${now}`;
}

function matching(filters: CommitmentFilters, now: string) {
  return (eb: Row) => {
    const all = [
      filters.committee && eb("committee.slug", "=", filters.committee),
      filters.case && eb("case_file.reference_key", "=", filters.case),
      filters.from && eb("commitment.due_on", ">=", filters.from),
      filters.to && eb("commitment.due_on", "<=", filters.to),
      filters.state && isInState(filters.state, now),
      filters.treatedAgain === true && treatedAgain,
      filters.treatedAgain === false && eb.not(treatedAgain),
    ];
    return eb.and(all.filter((condition) => typeof condition === "object"));
  };
}
