import { type ExpressionBuilder, sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Outcome } from "#minutes/model.ts";
import type { DecisionFilters } from "./filters.ts";
import { itemsOf, type ListedItem, listedItem } from "./listed-item.ts";

export type ListedDecision = ListedItem & {
  /** The meeting's own decision, in its own words, cut after 300 characters. */
  text: string | null;
  dissent: boolean;
};

type Row = ExpressionBuilder<Schema, "item" | "committee" | "meeting">;

/** One page of decided items, newest meeting first and in the meeting's order. */
export async function listDecisions(
  db: Database,
  municipalityId: number,
  filters: DecisionFilters,
  page: { offset: number; limit: number },
): Promise<ListedDecision[]> {
  return itemsOf(db, municipalityId)
    .where(decided)
    .where(matching(filters))
    .select(listedItem)
    .select([
      sql<
        string | null
      >`(select left(decision.text, 300) from decision where decision.municipality_id = item.municipality_id
        and decision.item_id = item.id and decision.is_own order by decision.position limit 1)`.as("text"),
      hasDissent.as("dissent"),
    ])
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** How many decided items there are of each outcome with the other filters on; the outcome filter itself is left out. */
export async function countDecisions(
  db: Database,
  municipalityId: number,
  filters: DecisionFilters,
): Promise<Partial<Record<Outcome, number>>> {
  const rows = await itemsOf(db, municipalityId)
    .where(decided)
    .where(matching({ ...filters, outcome: undefined }))
    .select(["item.outcome", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("item.outcome")
    .execute();
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

/** The committees and years a reader can choose between: those with minutes. */
export async function listDecisionChoices(db: Database, municipalityId: number) {
  const rows = await db
    .selectFrom("meeting")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "meeting.municipality_id")
        .onRef("committee.id", "=", "meeting.committee_id"),
    )
    .where("meeting.municipality_id", "=", municipalityId)
    .where("meeting.kind", "=", "minutes")
    .select(["committee.slug", "committee.name", sql<number>`extract(year from meeting.held_on)::int`.as("year")])
    .groupBy(["committee.slug", "committee.name", "year"])
    .orderBy("committee.name")
    .execute();
  return {
    committees: [...new Map(rows.map(({ slug, name }) => [slug, { slug, name }])).values()],
    years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a),
  };
}

function decided(eb: Row) {
  return eb("item.outcome", "is not", null);
}

const hasDissent = sql<boolean>`exists (select from dissent join decision on decision.municipality_id = dissent.municipality_id
  and decision.item_id = dissent.item_id and decision.position = dissent.decision_position and decision.is_own
  where dissent.municipality_id = item.municipality_id and dissent.item_id = item.id)`;

function matching(filters: DecisionFilters) {
  return (eb: Row) => {
    const all = [
      filters.committee && eb("committee.slug", "=", filters.committee),
      filters.from && eb("item.held_on", ">=", filters.from),
      filters.to && eb("item.held_on", "<=", filters.to),
      filters.year && eb.between("item.held_on", `${filters.year}-01-01`, `${filters.year}-12-31`),
      filters.outcome && eb("item.outcome", "=", filters.outcome),
      filters.closed !== undefined && eb("item.closed", "=", filters.closed),
      filters.dissent && hasDissent,
    ];
    return eb.and(all.filter((condition) => typeof condition === "object"));
  };
}
