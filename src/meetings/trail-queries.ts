import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Outcome, TreatmentRole } from "#minutes/model.ts";
import type { ItemHead } from "./item-queries.ts";

/** An item elsewhere in the archive. */
export type ItemLink = {
  committee: string;
  committeeName: string;
  date: string;
  sitting: number;
  item: string;
  number: string | null;
  title: string;
  outcome: Outcome | null;
};

const link = sql`json_build_object('committee', c.slug, 'committeeName', c.name, 'date', m.held_on, 'sitting', m.sitting,
  'item', i.slug, 'number', i.number, 'title', i.title, 'outcome', i.outcome)`;

/** `item` is null when the body's treatment is not in the archive. */
export type Treatment = {
  committeeName: string;
  committeeKey: string;
  roles: TreatmentRole[];
  date: string | null;
  item: ItemLink | null;
};

/**
 * The item's path through the bodies as its paper gives it. A step is found again by body and day: the item about
 * the same case, or else with the same title.
 */
export async function listTreatments(db: Database, { municipalityId, id }: ItemHead): Promise<Treatment[]> {
  const { rows } = await sql<Treatment>`
    select t.committee_name as "committeeName", t.committee_key as "committeeKey", t.roles, t.treated_on as date, (
      select ${link}
      from committee c
      join item i on i.municipality_id = c.municipality_id and i.committee_id = c.id and i.held_on = t.treated_on
      join meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
      where c.municipality_id = t.municipality_id and c.name_key = t.committee_key
        and (i.case_id = own.case_id or lower(i.title) = lower(own.title))
      order by i.case_id = own.case_id desc nulls last, i.position
      limit 1
    ) as item
    from treatment t
    join item own on own.municipality_id = t.municipality_id and own.id = t.item_id
    where t.municipality_id = ${municipalityId} and t.item_id = ${id}
    order by t.position`.execute(db);
  return rows;
}

export type Reference = {
  text: string;
  number: number | null;
  date: string | null;
  committeeName: string | null;
  item: ItemLink | null;
};

/** What the item refers to. A reference finds its item by body, day and number. */
export async function listReferences(db: Database, { municipalityId, id }: ItemHead): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select r.text, r.number_value as number, r.referred_on as date,
      coalesce(r.committee_name, (
        select c.name from committee c where c.municipality_id = r.municipality_id and c.name_key = r.committee_key
      )) as "committeeName", (
      select ${link}
      from committee c
      join item i on i.municipality_id = c.municipality_id and i.committee_id = c.id
        and i.held_on = r.referred_on and i.number_value = r.number_value
      join meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
      where c.municipality_id = r.municipality_id and c.name_key = r.committee_key
      limit 1
    ) as item
    from reference r
    where r.municipality_id = ${municipalityId} and r.item_id = ${id}
    order by r.position`.execute(db);
  return rows;
}

/** The items that refer to this one, newest first. */
export async function listMentions(db: Database, { municipalityId, id }: ItemHead): Promise<ItemLink[]> {
  const { rows } = await sql<{ item: ItemLink }>`
    select distinct on (i.held_on, i.id) ${link} as item
    from item own
    join committee home on home.municipality_id = own.municipality_id and home.id = own.committee_id
    join reference r on r.municipality_id = own.municipality_id and r.committee_key = home.name_key
      and r.referred_on = own.held_on and r.number_value = own.number_value
    join item i on i.municipality_id = r.municipality_id and i.id = r.item_id
    join meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
    join committee c on c.municipality_id = i.municipality_id and c.id = i.committee_id
    where own.municipality_id = ${municipalityId} and own.id = ${id} and i.id <> own.id
    order by i.held_on desc, i.id`.execute(db);
  return rows.map(({ item }) => item);
}
