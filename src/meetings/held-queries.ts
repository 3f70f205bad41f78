import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** A meeting with minutes in the archive, and the numbers of its items. */
export type HeldMeeting = { municipalityId: number; committeeKey: string; date: string; numbers: number[] };

/** The meetings with minutes and numbered items that the archive holds of some municipalities. */
export async function listHeldMeetings(db: Database, municipalityIds: number[]): Promise<HeldMeeting[]> {
  const { rows } = await sql<HeldMeeting>`
    select m.municipality_id as "municipalityId", c.name_key as "committeeKey", m.held_on as date,
      array_agg(i.number_value) as numbers
    from meeting m
    join committee c on c.municipality_id = m.municipality_id and c.id = m.committee_id
    join item i on i.municipality_id = m.municipality_id and i.meeting_id = m.id and i.number_value is not null
    where m.municipality_id = any(${municipalityIds}::integer[]) and m.kind = 'minutes'
    group by m.municipality_id, c.name_key, m.held_on`.execute(db);
  return rows;
}
