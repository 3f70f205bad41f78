import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Outcome } from "#minutes/model.ts";
import { type OutcomesOfYear, withYearsBetween } from "./outcomes-by-year.ts";

/** Meetings and how their items ended, a year, oldest first and none left out between; of the committee with that slug, or of the whole municipality. */
export async function countOutcomesByYear(
  db: Database,
  municipalityId: number,
  committee?: string,
): Promise<OutcomesOfYear[]> {
  const year = sql<number>`extract(year from held_on)::int`;
  const ofCommittee = sql<boolean>`committee_id = (select id from committee
    where committee.municipality_id = ${municipalityId} and slug = ${committee})`;
  const [meetings, items] = await Promise.all([
    db
      .selectFrom("meeting")
      .where("municipality_id", "=", municipalityId)
      .where("kind", "=", "minutes")
      .$if(committee !== undefined, (meetings) => meetings.where(ofCommittee))
      .select((eb) => [year.as("year"), eb.fn.countAll<number>().as("count")])
      .groupBy("year")
      .orderBy("year")
      .execute(),
    db
      .selectFrom("item")
      .where("municipality_id", "=", municipalityId)
      .where("outcome", "is not", null)
      .$if(committee !== undefined, (items) => items.where(ofCommittee))
      .select((eb) => [year.as("year"), "outcome", eb.fn.countAll<number>().as("count")])
      .groupBy(["year", "outcome"])
      .execute(),
  ]);
  const years = meetings.map(({ year, count }) => ({
    year,
    meetings: count,
    outcomes: Object.fromEntries(
      items.filter((item) => item.year === year).map(({ outcome, count }) => [outcome as Outcome, count]),
    ),
  }));
  return withYearsBetween(years);
}
