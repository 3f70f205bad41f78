import { integerArray } from "#database/binary-array.ts";
import { type Database, poolOf } from "#database/connect.ts";
import type { CommonLists } from "./common-lists.ts";
import type { PairFilter } from "./pair-filter.ts";
import { Place, sequenceBytes, sequenceCode, termKey } from "./term-key.ts";

/** The rows of the index that something is in, by ordinal in no order, with what its place there is worth. */
export type Postings = { ordinals: Uint32Array; worth: Uint8Array };

/** What a match is worth, by place; a part of a compound is worth a little less than the word itself. */
export const WORTH: Readonly<Record<number, number>> = Object.fromEntries([
  [Place.part, 3],
  [Place.word, 4],
  [Place.topicPart, 10],
  [Place.topic, 14],
  [Place.decisionPart, 24],
  [Place.decision, 30],
  [Place.titlePart, 45],
  [Place.title, 60],
]);
export const PLACES = Object.values(Place);

/** Memory that the postings of what was last asked for may take. */
const CAPACITY = 8 * 1024 * 1024;
const NONE: Postings = { ordinals: new Uint32Array(), worth: new Uint8Array() };

/**
 * Postings by key or phrase, kept until the archive changes: the words people ask for are few, and their lists are small
 * (a word in a third of 100,000 items takes 165 kB).
 */
export class PostingCache {
  readonly #common: CommonLists;
  readonly #revision: number;
  #kept = new Map<string | number, Postings>();
  #size = 0;

  constructor(common: CommonLists, revision: number) {
    this.#common = common;
    this.#revision = revision;
  }

  /** The postings of terms (keys of `termKey`), in one question for those that are not kept. */
  async terms(db: Database, keys: readonly number[]): Promise<Postings[]> {
    const asked = keys.map((key) => ({ key, kept: this.#take(key) ?? this.#takeCommon(key) }));
    const missing = [...new Set(asked.filter(({ kept }) => !kept).map(({ key }) => key))];
    const fetched = new Map<number, Postings>();
    if (missing.length > 0) {
      const rows = await found(db, "search-terms", TERMS, [missing.flatMap(keysOf)]);
      for (const [at, key] of missing.entries()) {
        const own = rows.filter(({ n }) => Math.floor((n - 1) / PLACES.length) === at);
        const postings = unpack(own.map(({ n, found }) => ({ place: (n - 1) % PLACES.length, found })));
        fetched.set(key, postings);
        this.#keep(key, postings);
      }
    }
    return asked.map(({ key, kept }) => kept ?? fetched.get(key) ?? NONE);
  }

  /** The rows where the lexemes of a phrase stand one after the other: looked for where all of them are and `pairs` says maybe. */
  async phrase(db: Database, lexemes: readonly string[], pairs: PairFilter): Promise<Postings> {
    const name = lexemes.join(" ");
    const kept = this.#take(name);
    if (kept) return kept;
    const lists = await this.terms(db, lexemes.map(termKey));
    const codes = lexemes.map(sequenceCode);
    const [first] = lists as [Postings];
    // Of one word in quotes most are known from the place it stands in, of two common ones from `pairs`.
    const { sure, maybe: candidates } =
      lists.length === 1
        ? {
            sure: ordinalsOf(first, (worth) => WORDS.has(worth)),
            maybe: ordinalsOf(first, (worth) => !WORDS.has(worth) && worth !== AS_PART),
          }
        : pairs.split(inAll(lists), codes);
    const rows =
      candidates.length === 0
        ? []
        : await found(db, "search-phrase", PHRASE, [Buffer.from(sequenceBytes(codes)), integerArray(candidates)]);
    const checked = unpack(rows.flatMap(({ found }) => (found ? [{ place: Place.part, found }] : [])));
    const ordinals = new Uint32Array([...sure, ...checked.ordinals]);
    const postings = { ordinals, worth: new Uint8Array(ordinals.length) };
    this.#keep(name, postings);
    return postings;
  }

  #take(name: string | number): Postings | undefined {
    const kept = this.#kept.get(name);
    if (!kept) return undefined;
    // The one used last goes last.
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept;
  }

  #takeCommon(key: number): Postings | undefined {
    const found = this.#common.find(key, this.#revision);
    if (found) this.#keep(key, found);
    return found;
  }

  #keep(name: string | number, postings: Postings): void {
    this.#size += postings.ordinals.length * 5 - (this.#kept.get(name)?.ordinals.length ?? 0) * 5;
    this.#kept.set(name, postings);
    for (const [oldest, { ordinals }] of this.#kept) {
      if (this.#size <= CAPACITY) break;
      this.#kept.delete(oldest);
      this.#size -= ordinals.length * 5;
    }
  }
}

/** A lexeme in every place it may stand in. */
function keysOf(key: number): number[] {
  return PLACES.map((place) => key + place);
}

const TERMS = `
  select n::integer, string_agg(int4send(ordinal), ''::bytea) as found
  from unnest($1::bigint[]) with ordinality as asked(key, n)
    join lateral (select ordinal from search_item where terms @> array[key]) as item on true
  group by n`;

const PHRASE = `
  select 1 as n, string_agg(int4send(ordinal), ''::bytea) as found
  from search_item join search_sequence using (municipality_id, item_id)
  where ordinal = any($2::integer[]) and position($1::bytea in words) > 0`;

/** What a place is worth says that the lexeme stands there as a word of its own, or nowhere in the item. */
const WORDS = new Set([Place.word, Place.topic, Place.decision, Place.title].map((place) => WORTH[place] ?? 0));
const AS_PART = WORTH[Place.part];

function ordinalsOf({ ordinals, worth }: Postings, isMeant: (worth: number) => boolean): Uint32Array {
  return ordinals.filter((_, at) => isMeant(worth[at] as number));
}

/** The items that every list has as more than a part, in rising order. */
function inAll(lists: readonly Postings[]): Uint32Array {
  const ends = lists.map(({ ordinals }) => ordinals.reduce((most, ordinal) => Math.max(most, ordinal + 1), 0));
  /** Of each item in how many of the lists it has been found, one list after the other. */
  const seen = new Uint8Array(Math.min(...ends));
  for (const [list, { ordinals, worth }] of lists.entries())
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] as number;
      if (seen[ordinal] === list && worth[at] !== AS_PART) seen[ordinal] = list + 1;
    }
  const found = new Uint32Array(Math.min(...lists.map(({ ordinals }) => ordinals.length)));
  let count = 0;
  for (let ordinal = 0; ordinal < seen.length; ordinal++) if (seen[ordinal] === lists.length) found[count++] = ordinal;
  return found.subarray(0, count);
}

/** Four bytes an ordinal. The statement is prepared once a connection. */
async function found(db: Database, name: string, text: string, values: unknown[]): Promise<Found[]> {
  return (await poolOf(db).query<Found>({ name, text, values })).rows;
}

type Found = { n: number; found: Buffer };

function unpack(lists: { place: number; found: Buffer }[]): Postings {
  const count = lists.reduce((sum, { found }) => sum + found.length / 4, 0);
  if (count === 0) return NONE;
  const postings = { ordinals: new Uint32Array(count), worth: new Uint8Array(count) };
  let at = 0;
  for (const { place, found } of lists) {
    postings.worth.fill(WORTH[place] ?? 0, at, at + found.length / 4);
    for (let byte = 0; byte < found.length; byte += 4) postings.ordinals[at++] = found.readUInt32BE(byte);
  }
  return postings;
}
