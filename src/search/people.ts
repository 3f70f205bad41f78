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
  const parties = await lastParties(db, found);
  return found.map(({ municipalityId, id, slug, name }) => ({
    municipality: state.municipalities.get(municipalityId)?.slug ?? "",
    slug,
    name,
    party: parties.get(id) ?? null,
  }));
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

/** By person: the party printed beside the name the last time. */
async function lastParties(db: Database, people: PersonName[]): Promise<Map<number, string | null>> {
  if (people.length === 0) return new Map();
  const seen = await db
    .selectFrom("attendance as a")
    .innerJoin("meeting as m", (join) =>
      join.onRef("m.municipality_id", "=", "a.municipality_id").onRef("m.id", "=", "a.meeting_id"),
    )
    .select(["a.person_id", "a.party"])
    .distinctOn(["a.municipality_id", "a.person_id"])
    .where("a.party", "is not", null)
    .where((eb) =>
      eb.or(people.map(({ municipalityId, id }) => eb.and({ "a.municipality_id": municipalityId, "a.person_id": id }))),
    )
    .orderBy("a.municipality_id")
    .orderBy("a.person_id")
    .orderBy("m.held_on", "desc")
    .execute();
  return new Map(seen.map(({ person_id, party }) => [person_id, party]));
}
