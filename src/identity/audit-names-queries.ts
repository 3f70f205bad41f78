import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** Who has entries in a municipality's chain, by name. */
export async function listAuditActors(db: Database, municipalityId: number): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("audit_entry")
    .select((eb) => [eb.ref("actor_id").$notNull().as("id"), eb.fn.max("actor_name").as("name")])
    .where("municipality_id", "=", municipalityId)
    .where("actor_id", "is not", null)
    .groupBy("actor_id")
    .orderBy("name")
    .execute();
}

/**
 * What people call the things that entries are about: a case by its number (its title may be closed), a person and a
 * committee by name, a meeting by its day. By subject; things that are gone are left out.
 */
export async function nameSubjects(
  db: Database,
  municipalityId: number,
  subjects: readonly string[],
): Promise<Record<string, string>> {
  const whole = [...new Set(subjects.map((subject) => subject.split("/")[0] ?? subject))];
  const { rows } = await sql<{ subject: string; name: string }>`
    select 'paper:' || id as subject, reference as name from paper
      where municipality_id = ${municipalityId} and 'paper:' || id = any(${whole}::text[])
    union all
    select 'user:' || id, name from identity."user" where 'user:' || id = any(${whole}::text[])
    union all
    select 'committee:' || id, name from committee
      where municipality_id = ${municipalityId} and 'committee:' || id = any(${whole}::text[])
    union all
    select 'planned-meeting:' || meeting.id, committee.name || ' ' || to_char(held_on, 'DD.MM.YYYY')
      from planned_meeting meeting join committee using (municipality_id)
      where meeting.municipality_id = ${municipalityId} and committee.id = committee_id
        and 'planned-meeting:' || meeting.id = any(${whole}::text[])
    union all
    select 'agenda:' || meeting.id, committee.name || ' ' || to_char(held_on, 'DD.MM.YYYY')
      from planned_meeting meeting join committee using (municipality_id)
      where meeting.municipality_id = ${municipalityId} and committee.id = committee_id
        and 'agenda:' || meeting.id = any(${whole}::text[])
    union all
    select 'agenda-item:' || item.id, committee.name || ' ' || to_char(held_on, 'DD.MM.YYYY') || coalesce(', ' || item.number, '')
      from agenda_item item
      join planned_meeting meeting on meeting.municipality_id = item.municipality_id and meeting.id = planned_meeting_id
      join committee on committee.municipality_id = item.municipality_id and committee.id = committee_id
      where item.municipality_id = ${municipalityId} and 'agenda-item:' || item.id = any(${whole}::text[])`.execute(db);
  return Object.fromEntries(rows.map(({ subject, name }) => [subject, name]));
}
