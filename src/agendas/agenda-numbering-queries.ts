import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { type MeetingToNumber, numberItems } from "./agenda-numbering.ts";
import { inOrder } from "./agenda-order.ts";

type Place = { municipalityId: number; committeeId: number };

/** The numbers of all items of a committee's agendas in a calendar year, as they stand or would be given now; by item. */
export async function numbersOf(db: Database, place: Place, year: string): Promise<Map<number, number>> {
  const { municipalityId, committeeId } = place;
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const [rules, rows, taken] = await Promise.all([
    db
      .selectFrom("committee_rules")
      .select("numbering")
      .where("municipality_id", "=", municipalityId)
      .where("committee_id", "=", committeeId)
      .executeTakeFirst(),
    db
      .selectFrom("agenda_item as item")
      .innerJoin("planned_meeting as plan", (join) =>
        join
          .onRef("plan.municipality_id", "=", "item.municipality_id")
          .onRef("plan.id", "=", "item.planned_meeting_id"),
      )
      .leftJoin("paper", (join) =>
        join.onRef("paper.municipality_id", "=", "item.municipality_id").onRef("paper.id", "=", "item.paper_id"),
      )
      .select([
        "item.id",
        "item.planned_meeting_id as meeting",
        "item.position",
        "item.place",
        "item.number",
        sql<string>`to_char(plan.held_on + plan.start_time, 'YYYY-MM-DD HH24:MI')`.as("at"),
        sql<boolean>`item.closed or coalesce(paper.closed, false)`.as("closed"),
      ])
      .where("plan.municipality_id", "=", municipalityId)
      .where("plan.committee_id", "=", committeeId)
      .where("plan.held_on", ">=", from)
      .where("plan.held_on", "<=", to)
      // A meeting that is called off keeps the numbers it was sent with, and is given no more.
      .where((eb) => eb.or([eb("plan.cancelled_at", "is", null), eb("item.number", "is not", null)]))
      .execute(),
    db
      .selectFrom("item")
      .select((eb) => ["held_on as date", eb.ref("number_value").$notNull().as("number")])
      .where("municipality_id", "=", municipalityId)
      .where("committee_id", "=", committeeId)
      .where("held_on", ">=", from)
      .where("held_on", "<=", to)
      .where("number_value", "is not", null)
      .execute(),
  ]);
  const meetings = new Map<number, typeof rows>();
  for (const row of rows) meetings.set(row.meeting, [...(meetings.get(row.meeting) ?? []), row]);
  const toNumber: MeetingToNumber[] = [...meetings].map(([id, items]) => ({
    id,
    at: items[0]?.at ?? "",
    items: inOrder(items),
  }));
  if (rules?.numbering !== "meeting") return numberItems(toNumber, taken);
  return new Map(toNumber.flatMap((meeting) => [...numberItems([meeting], [])]));
}

/**
 * Gives an agenda's items the numbers they are sent with; what has a number keeps it. Call it in the transaction of the
 * dispatch and before its content is read: other agendas of the committee wait until that is done.
 */
export async function fixNumbers(tx: Database, municipalityId: number, plannedMeetingId: number): Promise<void> {
  const { rows } = await sql<{ committeeId: number; year: string }>`
    select committee.id as "committeeId", to_char(plan.held_on, 'YYYY') as year
    from planned_meeting as plan
    join committee on committee.municipality_id = plan.municipality_id and committee.id = plan.committee_id
    where plan.municipality_id = ${municipalityId} and plan.id = ${plannedMeetingId}
    for no key update of committee`.execute(tx);
  const place = rows[0];
  if (!place) return;
  const numbers = await numbersOf(tx, { municipalityId, committeeId: place.committeeId }, place.year);
  const items = await tx
    .selectFrom("agenda_item")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", plannedMeetingId)
    .where("number", "is", null)
    .execute();
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  await sql`update agenda_item set number = given.number
    from unnest(${ids}::bigint[], ${ids.map((id) => numbers.get(id) ?? null)}::integer[]) as given (id, number)
    where municipality_id = ${municipalityId} and agenda_item.id = given.id`.execute(tx);
}
