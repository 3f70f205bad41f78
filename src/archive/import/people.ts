import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { freeSlug, personKey } from "../keys.ts";
import type { Ids } from "./ids.ts";
import type { Known } from "./known.ts";
import { findAbbreviated, fullerName, type KnownPerson } from "./person-match.ts";

/** The known persons behind these names, in their order; null when a name is new or says more than is known. */
export function knownPeople(known: Known, names: string[]): number[] | null {
  const ids: number[] = [];
  for (const name of names) {
    const person = known.people.get(personKey(name)) ?? findAbbreviated(name, known.people.values());
    if (!person || fullerName(person.name, name) !== person.name) return null;
    ids.push(person.id);
  }
  return ids;
}

/** Makes a person of every name that is new. Under the municipality's lock; notes them in `known`. */
export async function makePeople(db: Database, known: Known, ids: Ids, names: string[]): Promise<void> {
  const taken = new Set([...known.people.values()].map((person) => person.slug));
  const made = new Map<string, KnownPerson>();
  const renamed: KnownPerson[] = [];
  for (const name of names) {
    const key = personKey(name);
    if (known.people.has(key)) continue;
    const abbreviated = findAbbreviated(name, known.people.values());
    if (!abbreviated) {
      const person = { id: (await ids.take(1))[0] as number, name, slug: freeSlug(name, taken) };
      made.set(key, person);
      known.people.set(key, person);
    } else if (fullerName(abbreviated.name, name) === name && !made.has(personKey(abbreviated.name))) {
      known.people.delete(personKey(abbreviated.name));
      const person = { ...abbreviated, name };
      known.people.set(key, person);
      renamed.push(person);
    }
  }
  await insertPeople(db, known.municipalityId, made);
  for (const { id, name } of renamed)
    await sql`update person set name = ${name}, name_key = ${personKey(name)}
      where municipality_id = ${known.municipalityId} and id = ${id}`.execute(db);
}

async function insertPeople(db: Database, municipalityId: number, people: Map<string, KnownPerson>): Promise<void> {
  if (people.size === 0) return;
  const rows = [...people].map(([key, person]) => ({ ...person, key }));
  await sql`insert into person (municipality_id, id, slug, name, name_key)
    select ${municipalityId}, id, slug, name, key
    from json_to_recordset(${JSON.stringify(rows)}) as row(id bigint, slug text, name text, key text)`.execute(db);
}
