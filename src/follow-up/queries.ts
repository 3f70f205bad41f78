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
  const order = filters.state === "upcoming" ? "asc" : "desc";
  const inOrder = (due: string) => sql`${sql.ref(due)} ${sql.raw(order)} nulls last`;
  // The later treatments are looked up for the page's rows alone.
  const listed = commitmentsOf(db, municipalityId)
    .where(matching(filters, now))
    .select(listedItem)
    .select([
      "item.id",
      "item.case_id",
      "commitment.position",
      "commitment.text",
      "commitment.due",
      "commitment.due_on as dueOn",
      "commitment.recurs",
      "case_file.reference as caseReference",
      "case_file.reference_key as caseKey",
    ])
    .orderBy(inOrder("commitment.due_on"))
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .orderBy("commitment.position")
    .limit(page.limit)
    .offset(page.offset);
  const rows = await db
    .selectFrom(listed.as("listed"))
    .leftJoinLateral(
      (eb) => nextTreatment(eb, municipalityId),
      (join) => join.onTrue(),
    )
    .selectAll("listed")
    .select([
      "next.committee as nextCommittee",
      "next.committeeName as nextCommitteeName",
      "next.date as nextDate",
      "next.sitting as nextSitting",
      "next.item as nextItem",
      "next.outcome as nextOutcome",
    ])
    .orderBy(inOrder("listed.dueOn"))
    .orderBy("listed.date", "desc")
    .orderBy("listed.id")
    .orderBy("listed.position")
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
  return db
    .selectFrom("committee")
    .select(["committee.slug", "committee.name"])
    .where("committee.municipality_id", "=", municipalityId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("item")
          .innerJoin("commitment", (join) =>
            join
              .onRef("commitment.municipality_id", "=", "item.municipality_id")
              .onRef("commitment.item_id", "=", "item.id"),
          )
          .whereRef("item.municipality_id", "=", "committee.municipality_id")
          .whereRef("item.committee_id", "=", "committee.id"),
      ),
    )
    .orderBy("committee.name")
    .execute();
}

type Row = ExpressionBuilder<Schema, "item" | "committee" | "meeting" | "commitment" | "case_file">;

type Listed = { listed: { case_id: number | null; date: string; dueOn: string | null } };

function nextTreatment(eb: ExpressionBuilder<Schema & Listed, "listed">, municipalityId: number) {
  return eb
    .selectFrom("item as later")
    .innerJoin("meeting", (join) =>
      join.onRef("meeting.municipality_id", "=", "later.municipality_id").onRef("meeting.id", "=", "later.meeting_id"),
    )
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "later.municipality_id")
        .onRef("committee.id", "=", "later.committee_id"),
    )
    .where("later.municipality_id", "=", municipalityId)
    .whereRef("later.case_id", "=", "listed.case_id")
    .whereRef("later.held_on", ">", "listed.date")
    .select([
      "committee.slug as committee",
      "committee.name as committeeName",
      "later.held_on as date",
      "meeting.sitting",
      "later.slug as item",
      "later.outcome",
    ])
    .orderBy(sql`abs(later.held_on - coalesce(listed."dueOn", listed.date))`)
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
