import { defaultRules, dispatchDeadline } from "#agendas/dispatch-deadline.ts";
import { isWorkingDay } from "#agendas/working-days.ts";
import type { Database } from "#database/connect.ts";
import type { AgendaDocument } from "#documents/model.ts";
import { addendumItems, firstItems } from "./example-items.ts";
import { storeSent } from "./store-sent.ts";

/**
 * Sends the example municipality's finance committee an agenda for an extraordinary meeting eight days ahead, and an addendum, so
 * that its members have something to read. Once: what is there stays. `today`: "YYYY-MM-DD".
 */
export async function keepExampleDispatch(db: Database, today: string): Promise<void> {
  const committee = await db
    .selectFrom("committee")
    .innerJoin("municipality as town", "town.id", "committee.municipality_id")
    .select(["committee.municipality_id as municipalityId", "committee.id as committeeId", "committee.name"])
    .select("town.name as municipality")
    .where("town.is_example", "=", true)
    .where("committee.kind", "=", "finance-committee")
    .where("committee.successor_id", "is", null)
    .orderBy("committee.id")
    .executeTakeFirst();
  if (!committee) return;
  const { municipalityId, committeeId, name, municipality } = committee;
  const sent = await db
    .selectFrom("dispatch")
    .select("number")
    .where("municipality_id", "=", municipalityId)
    .limit(1)
    .executeTakeFirst();
  if (sent) return;
  const date = meetingDay(today);
  const deadline = dispatchDeadline(date, defaultRules);
  const about = { municipality, committee: name, date, start: "15:30", end: "18:00", place: "Rådhuset, lokale 1" };
  const document = { ...about, extraordinary: true, deadline };
  await storeSent(db, { municipalityId, committeeId }, [
    { ...document, dispatchedAt: `${today}T07:30:00.000Z`, dispatchNumber: 0, items: firstItems },
    { ...document, dispatchedAt: `${today}T09:10:00.000Z`, dispatchNumber: 1, items: addendumItems },
  ] satisfies AgendaDocument[]);
}

function meetingDay(today: string): string {
  for (let days = 8; ; days++) {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    if (isWorkingDay(day, { saturdayCounts: false })) return day;
  }
}
