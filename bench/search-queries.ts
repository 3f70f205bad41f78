import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { words } from "#search/words.ts";
import { createRandom, type Random } from "./generate/random.ts";

export const kinds = ["rare", "common", "two", "phrase", "without", "case", "name", "misspelt"] as const;
export type Kind = (typeof kinds)[number];

/** Of a hundred searches so many are of each kind. */
const SHARES: Record<Kind, number> = {
  rare: 18,
  common: 16,
  two: 26,
  phrase: 10,
  without: 8,
  case: 8,
  name: 8,
  misspelt: 6,
};

/** In a tenth to all of the items. */
const COMMON =
  "budget udvalget kommunen økonomi administrationen borgere sag indstilling møde skole plan område indsats drift klage".split(
    " ",
  );

type Source = { titles: string[][]; texts: string[][]; words: string[]; cases: string[]; names: string[] };

/**
 * What people might ask of an archive, taken from what is in it: no query comes twice. The same archive gives the same
 * queries.
 */
export async function searchQueries(db: Database, count: number): Promise<{ kind: Kind; query: string }[]> {
  const source = await readSource(db);
  const random = createRandom(20_240_514);
  const deck = kinds.flatMap((kind) => Array.from({ length: SHARES[kind] }, () => kind));
  const queries = new Map<string, Kind>();
  for (let tries = 0; queries.size < count && tries < count * 50; tries++) {
    const kind = random.pick(deck);
    const query = make(kind, source, random);
    if (query && !queries.has(query)) queries.set(query, kind);
  }
  return Array.from(queries, ([query, kind]) => ({ kind, query }));
}

function make(kind: Kind, { titles, texts, words: known, cases, names }: Source, random: Random): string | undefined {
  const title = random.pick(titles);
  const text = random.pick(texts);
  // Names of plans and the like are what people put in quotes, now and then a turn of phrase.
  const quotable = random.chance(0.7) ? title : text;
  const at = random.below(Math.max(1, quotable.length - 1));
  switch (kind) {
    case "rare":
      return random.pick(random.chance(0.7) ? known : title);
    case "common":
      // With a year or another common word they are enough for many searches.
      return random.chance(0.3) ? random.pick(COMMON) : `${random.pick(COMMON)} ${random.pick(COMMON)}`;
    case "two":
      return title.length < 2 ? undefined : `${random.pick(title)} ${random.pick(random.chance(0.7) ? title : text)}`;
    case "phrase":
      return quotable.length < 2 ? undefined : `"${quotable.slice(at, at + random.between(2, 3)).join(" ")}"`;
    case "without":
      return `${random.pick(title)} -${random.pick(title)}`;
    case "case":
      return random.pick(cases).replace("-", random.pick(["-", " ", "/"]));
    case "name":
      return random.pick(names);
    case "misspelt":
      return misspell(random.pick(random.chance(0.5) ? title : text), random);
  }
}

/** One letter left out, doubled, changed or swapped with the next. */
function misspell(word: string, random: Random): string | undefined {
  if (word.length < 7 || /\d/.test(word)) return undefined;
  const at = random.between(1, word.length - 3);
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  const changed = random.pick(["", letter + letter, "e"]) + next;
  return before + (random.chance(0.25) ? next + letter : changed) + after;
}

async function readSource(db: Database): Promise<Source> {
  const titles = await sql<{ text: string }>`select title as text from item order by md5(id::text) limit 2000`.execute(
    db,
  );
  const texts = await sql<{ text: string }>`
    select left(text, 1500) as text from section where role in ('presentation', 'summary', 'decision') and text <> ''
    order by md5(item_id::text || position) limit 2000`.execute(db);
  const known = await sql<{ word: string }>`select word from search_word order by md5(word) limit 4000`.execute(db);
  const cases = await sql<{ reference: string }>`
    select reference from case_file order by md5(reference) limit 2000`.execute(db);
  const names = await sql<{ name: string }>`select name from person order by md5(id::text) limit 2000`.execute(db);
  // Only words that say something by their length; case numbers and sums are asked for in their own way.
  const long = ({ text }: { text: string }) =>
    words(text).flatMap(({ word }) => (word.length > 3 && !/\d/.test(word) ? [word] : []));
  const some = (list: string[][]) => list.filter((entry) => entry.length > 0);
  return {
    titles: some(titles.rows.map(long)),
    texts: some(texts.rows.map(long)),
    words: known.rows.map(({ word }) => word),
    cases: cases.rows.map(({ reference }) => reference),
    names: names.rows.map(({ name }) => name),
  };
}
