import type { Database } from "#database/connect.ts";
import { fold, words } from "./words.ts";

export type FoundPerson = { municipality: string; slug: string; name: string; party: string | null };

const MOST = 5;

/** People whose names hold every word that was typed, as whole names or as beginnings of three letters and more. */
export async function findPeople(db: Database, typed: string, municipalityId?: number): Promise<FoundPerson[]> {
  const asked = words(typed).map(({ word }) => word);
  if (asked.length === 0 || asked.length > 6 || asked.some((word) => word.length < 3 || /\d/.test(word))) return [];
  let query = db
    .selectFrom("person as p")
    .innerJoin("municipality as m", "m.id", "p.municipality_id")
    .select(["m.slug as municipality", "p.slug", "p.name"])
    .select((eb) =>
      eb
        .selectFrom("party_observation as o")
        .select("o.party")
        .whereRef("o.municipality_id", "=", "p.municipality_id")
        .whereRef("o.person_id", "=", "p.id")
        .orderBy("o.seen_on", "desc")
        .limit(1)
        .as("party"),
    )
    .orderBy("p.name")
    .limit(200);
  // The longest letter run that a name must hold in whatever way its accents are written.
  for (const word of asked) query = query.where("p.name", "ilike", `%${word.slice(0, 1)}%`);
  if (municipalityId !== undefined) query = query.where("p.municipality_id", "=", municipalityId);
  const people = await query.execute();
  return people.filter(({ name }) => holds(name, asked)).slice(0, MOST);
}

function holds(name: string, asked: string[]): boolean {
  const parts = name.split(/[\s-]+/).map(fold);
  return asked.every((word) => parts.some((part) => part.startsWith(word)));
}
