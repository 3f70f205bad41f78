import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { municipalityName, personKey, slugOf } from "../keys.ts";
import type { KnownPerson } from "./person-match.ts";

/** What the importer knows of a municipality, so that most documents need not ask. Only what is committed. */
export type Known = {
  municipalityId: number;
  /** By name key. */
  committees: Map<string, { id: number; slug: string }>;
  /** "<committee id> <term>". */
  terms: Set<string>;
  /** By name key. */
  people: Map<string, KnownPerson>;
};

export async function loadKnown(db: Database, municipalityId: number): Promise<Known> {
  const [committees, terms, people] = await Promise.all([
    sql<{ id: number; slug: string; name_key: string }>`
      select id, slug, name_key from committee where municipality_id = ${municipalityId}`.execute(db),
    sql<{ committee_id: number; term: string }>`
      select committee_id, term from committee_term where municipality_id = ${municipalityId}`.execute(db),
    sql<KnownPerson>`select id, name, slug from person where municipality_id = ${municipalityId}`.execute(db),
  ]);
  return {
    municipalityId,
    committees: new Map(committees.rows.map(({ name_key, ...committee }) => [name_key, committee])),
    terms: new Set(terms.rows.map(({ committee_id, term }) => `${committee_id} ${term}`)),
    people: new Map(people.rows.map((person) => [personKey(person.name), person])),
  };
}

/** "Københavns Kommune" and "København" are one. */
export async function findOrMakeMunicipality(db: Database, name: string): Promise<number> {
  const bare = municipalityName(name);
  const slug = slugOf(bare);
  const find = () => db.selectFrom("municipality").select("id").where("slug", "=", slug).executeTakeFirst();
  const found = await find();
  if (found) return found.id;
  await sql`insert into municipality (slug, name) values (${slug}, ${bare}) on conflict do nothing`.execute(db);
  const made = await find();
  return (made as { id: number }).id;
}
