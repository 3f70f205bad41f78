import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { remembering } from "#database/remembering.ts";
import type { AgendaDocument } from "#documents/model.ts";

/** A planned meeting as those who read before it know it; `dispatches` is how many have been sent, 0 while none has. */
export type MeetingHead = {
  id: number;
  municipalityId: number;
  municipality: { slug: string; name: string };
  committeeId: number;
  committee: { slug: string; name: string };
  date: string;
  start: string;
  end: string | null;
  place: string;
  extraordinary: boolean;
  cancelled: boolean;
  /** The day it was planned for before it was moved. */
  movedFrom: string | null;
  reason: string | null;
  dispatches: number;
};

function heads(db: Database) {
  return db
    .selectFrom("planned_meeting as plan")
    .innerJoin("municipality as town", "town.id", "plan.municipality_id")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "plan.municipality_id")
        .onRef("committee.id", "=", "plan.committee_id"),
    )
    .select([
      "plan.id",
      "plan.municipality_id as municipalityId",
      sql<{ slug: string; name: string }>`json_build_object('slug', town.slug, 'name', town.name)`.as("municipality"),
      "plan.committee_id as committeeId",
      sql<{ slug: string; name: string }>`json_build_object('slug', committee.slug, 'name', committee.name)`.as(
        "committee",
      ),
      "plan.held_on as date",
      sql<string>`to_char(plan.start_time, 'HH24:MI')`.as("start"),
      sql<string | null>`to_char(plan.end_time, 'HH24:MI')`.as("end"),
      "plan.place",
      "plan.extraordinary",
      sql<boolean>`plan.cancelled_at is not null`.as("cancelled"),
      "plan.moved_from as movedFrom",
      "plan.reason",
      sql<number>`(select count(*)::integer from dispatch where dispatch.municipality_id = plan.municipality_id
        and dispatch.planned_meeting_id = plan.id)`.as("dispatches"),
    ]);
}

/** Undefined also for a number that no meeting can have. */
export async function findMeeting(db: Database, municipality: string, id: number): Promise<MeetingHead | undefined> {
  if (!Number.isSafeInteger(id)) return undefined;
  return heads(db).where("town.slug", "=", municipality).where("plan.id", "=", id).executeTakeFirst();
}

type Wanted = {
  municipalityId: number;
  /** Null: all. */
  committees: number[] | null;
  /** From this day on, the nearest first; or before it, the latest first. */
  from?: string;
  before?: string;
  sentOnly: boolean;
};

export async function listMeetings(db: Database, wanted: Wanted, limit: number): Promise<MeetingHead[]> {
  const { municipalityId, committees, from, before, sentOnly } = wanted;
  const order = from === undefined ? "desc" : "asc";
  return heads(db)
    .where("plan.municipality_id", "=", municipalityId)
    .$if(committees !== null, (q) => q.where(sql<boolean>`plan.committee_id = any(${committees}::bigint[])`))
    .$if(from !== undefined, (q) => q.where("plan.held_on", ">=", from as string))
    .$if(before !== undefined, (q) => q.where("plan.held_on", "<", before as string))
    .$if(sentOnly, (q) =>
      q.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("dispatch")
            .select("dispatch.number")
            .whereRef("dispatch.municipality_id", "=", "plan.municipality_id")
            .whereRef("dispatch.planned_meeting_id", "=", "plan.id"),
        ),
      ),
    )
    .orderBy("plan.held_on", order)
    .orderBy("plan.start_time", order)
    .orderBy("plan.id")
    .limit(limit)
    .execute();
}

/** What was sent stays as it was sent, and is read far more often; some are large. */
const sent = remembering<AgendaDocument>(30);

/** A meeting's dispatches by number, those asked for. Not to be changed by who reads them. */
export async function readDispatches(
  db: Database,
  { municipalityId, id }: Pick<MeetingHead, "municipalityId" | "id">,
  numbers: number[],
): Promise<Map<number, AgendaDocument>> {
  const keyOf = (number: number) => `${municipalityId} ${id} ${number}`;
  const found = new Map<number, AgendaDocument>();
  for (const number of numbers) {
    const known = sent.get(db, keyOf(number));
    if (known) found.set(number, known);
  }
  const unknown = numbers.filter((number) => !found.has(number));
  if (unknown.length === 0) return found;
  const rows = await db
    .selectFrom("dispatch")
    .select(["number", "content"])
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", id)
    .where(sql<boolean>`number = any(${unknown}::integer[])`)
    .execute();
  for (const { number, content } of rows) {
    const agenda = content as unknown as AgendaDocument;
    found.set(number, agenda);
    sent.set(db, keyOf(number), agenda);
  }
  return found;
}
