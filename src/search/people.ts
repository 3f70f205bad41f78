import type { Database } from "#database/connect.ts";
import type { IndexState, PersonName } from "./index-state.ts";
import { fold, words } from "./words.ts";

export type FoundPerson = { municipality: string; slug: string; name: string; party: string | null };

const MOST = 5;
const MOST_WORDS = 6;
const SHORTEST = 3;

/** People whose names hold every word that was typed, as whole names or as beginnings of three letters and more. */
export async function findPeople(
  db: Database,
  state: IndexState,
  typed: string,
  municipalityId?: number,
): Promise<FoundPerson[]> {
  const asked = words(typed.slice(0, 200)).map(({ word }) => word);
  if (asked.length === 0 || asked.length > MOST_WORDS) return [];
  if (asked.some((word) => word.length < SHORTEST || /\d/.test(word))) return [];
  const people = await (state.people ??= readPeople(db));
  const [first = ""] = asked;
  const found = (people.get(first.slice(0, SHORTEST)) ?? [])
    .filter((person) => municipalityId === undefined || person.municipalityId === municipalityId)
    .filter(({ parts }) => asked.every((word) => parts.some((part) => part.startsWith(word))))
    .slice(0, MOST);
  return Promise.all(
    found.map(async (person) => ({
      municipality: state.municipalities.get(person.municipalityId)?.slug ?? "",
      slug: person.slug,
      name: person.name,
      party: await lastParty(db, person),
    })),
  );
}

/** By the beginnings of their names' parts, so that a search looks at few. */
async function readPeople(db: Database): Promise<Map<string, PersonName[]>> {
  const rows = await db
    .selectFrom("person")
    .select(["municipality_id as municipalityId", "id", "slug", "name"])
    .orderBy("name")
    .orderBy("municipality_id")
    .execute();
  const people = rows.map((row) => ({ ...row, parts: row.name.split(/[\s-]+/).map(fold) }));
  const beginnings = ({ parts }: PersonName) => new Set(parts.map((part) => part.slice(0, SHORTEST)));
  const found = new Map<string, PersonName[]>();
  for (const person of people)
    for (const beginning of beginnings(person)) {
      const others = found.get(beginning);
      if (others) others.push(person);
      else found.set(beginning, [person]);
    }
  return found;
}

async function lastParty(db: Database, { municipalityId, id }: PersonName): Promise<string | null> {
  const seen = await db
    .selectFrom("party_observation")
    .select("party")
    .where("municipality_id", "=", municipalityId)
    .where("person_id", "=", id)
    .orderBy("seen_on", "desc")
    .limit(1)
    .executeTakeFirst();
  return seen?.party ?? null;
}
