import type { Database } from "#database/connect.ts";
import { isWorkingDay } from "./working-days.ts";

/** Plans a year of meetings for the example municipality's committees, the second Tuesday of each month, so that the plan can be seen. */
export async function keepExamplePlan(db: Database, today: string): Promise<void> {
  const committees = await db
    .selectFrom("committee")
    .innerJoin("municipality as town", "town.id", "committee.municipality_id")
    .leftJoin("planned_meeting as plan", (join) =>
      join.onRef("plan.municipality_id", "=", "committee.municipality_id").on("plan.held_on", ">=", today),
    )
    .select(["committee.municipality_id", "committee.id"])
    .where("town.is_example", "=", true)
    .where("committee.successor_id", "is", null)
    .where("committee.kind", "in", ["committee", "council"])
    .where("plan.id", "is", null)
    .orderBy("committee.name")
    .execute();
  const meetings = committees.flatMap(({ municipality_id, id }, index) =>
    daysAfter(today).map((held_on) => ({
      municipality_id,
      committee_id: id,
      held_on,
      start_time: `${13 + (index % 4)}:00`,
      end_time: `${15 + (index % 4)}:00`,
      place: "Rådhuset, lokale 2",
      extraordinary: false,
    })),
  );
  if (meetings.length > 0)
    await db
      .insertInto("planned_meeting")
      .values(meetings)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

function daysAfter(today: string): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  return Array.from({ length: 13 }, (_, offset) => {
    const first = new Date(Date.UTC(year, month + offset, 1)).getUTCDay();
    return new Date(Date.UTC(year, month + offset, 1 + ((9 - first) % 7) + 7)).toISOString().slice(0, 10);
  }).filter((day) => day > today && isWorkingDay(day, { saturdayCounts: false }));
}
