import type { Columns } from "./columns.ts";
import { FacetCounter, type Filter } from "./facet-counter.ts";
import type { Postings } from "./postings.ts";

export type Asked = {
  /** Each must be there; with `any` one is enough, and more are better. */
  wanted: Postings[];
  excluded: Postings[];
  /** Makes what is found worth more, and finds nothing itself: words side by side in a title. */
  bonus: Postings[];
  any: boolean;
  filter: Filter;
};

export type Matches = {
  /** Ordinals of the hits in no order, and what each is worth. In `Columns`' room: good until the next search. */
  ordinals: Uint32Array;
  scores: Uint16Array;
  facets: FacetCounter;
};

const MOST_SCORE = 2 ** 15;
/** Scores are so many to the point; a passing mention is 4 points. */
export const POINT = 64;
const BONUS = 25;
const EACH_WORD_MORE = 60;
/** Among equals the newer first, and a passing mention today before one of six years ago. */
const DAYS_A_POINT = 547;
const FIRST_DAY = 365 * 20;

/** In `Columns.worth`: what an item is worth, in how many lists it is (times `LIST`), and whether it is excluded. */
const LIST = 2 ** 16;
const WORTH = LIST - 1;
const EXCLUDED = 2 ** 31;

/** The items asked for. */
export function match(columns: Columns, { wanted, excluded, bonus, any, filter }: Asked): Matches {
  const { end, day, worth, found: ordinals, scores } = columns;
  worth.fill(0);
  for (const list of wanted) {
    for (let at = 0; at < list.ordinals.length; at++)
      worth[list.ordinals[at] as number]! += LIST + (list.worth[at] as number);
  }
  for (const list of excluded)
    for (let at = 0; at < list.ordinals.length; at++) worth[list.ordinals[at] as number] = EXCLUDED;
  const candidates = any ? inAny(worth) : rarest(wanted);
  // With `bonus` the words are no more found in, only worth more.
  const extra = BONUS * wanted.length;
  for (const list of bonus)
    for (let at = 0; at < list.ordinals.length; at++) worth[list.ordinals[at] as number]! += extra;

  const needed = any ? 1 : wanted.length;
  const facets = new FacetCounter(columns, filter);
  let count = 0;
  for (let at = 0; at < candidates.length; at++) {
    const ordinal = candidates[at] as number;
    const held = ordinal < end ? (worth[ordinal] as number) : EXCLUDED;
    const lists = held >>> 16;
    if (lists < needed || held >= EXCLUDED || !facets.count(ordinal)) continue;
    const points = (held & WORTH) / wanted.length + (any ? lists * EACH_WORD_MORE : 0);
    const recent = Math.max(0, (day[ordinal] as number) - FIRST_DAY) / DAYS_A_POINT;
    ordinals[count] = ordinal;
    scores[count] = Math.min(MOST_SCORE - 1, (points + recent) * POINT);
    count++;
  }
  return { ordinals: ordinals.subarray(0, count), scores: scores.subarray(0, count), facets };
}

function rarest(lists: Postings[]): Uint32Array {
  return lists.toSorted((a, b) => a.ordinals.length - b.ordinals.length)[0]?.ordinals ?? new Uint32Array();
}

function inAny(worth: Uint32Array): number[] {
  const found: number[] = [];
  for (let ordinal = 0; ordinal < worth.length; ordinal++)
    if (worth[ordinal] !== 0 && (worth[ordinal] as number) < EXCLUDED) found.push(ordinal);
  return found;
}

/**
 * The places in `matches` of the `count` best after the first `offset`, best first; ties by day and then by ordinal, so that
 * pages are stable.
 */
export function best(
  { day }: Columns,
  { ordinals, scores }: Matches,
  sort: "relevance" | "date",
  offset: number,
  count: number,
): number[] {
  const dayAt = (at: number) => day[ordinals[at] as number] as number;
  const ranks = sort === "date" ? Uint16Array.from(ordinals, (_, at) => Math.max(0, dayAt(at))) : scores;
  const better = (a: number, b: number) =>
    (ranks[b] as number) - (ranks[a] as number) ||
    dayAt(b) - dayAt(a) ||
    (ordinals[b] as number) - (ordinals[a] as number);
  return promising(ranks, offset + count)
    .sort(better)
    .slice(offset, offset + count);
}

const tally = new Uint32Array(MOST_SCORE);

/** Leaves out what cannot be among the first `count`: cheaper than sorting 30,000 hits for a page of twenty. */
function promising(ranks: Uint16Array, count: number): number[] {
  tally.fill(0);
  for (let at = 0; at < ranks.length; at++) tally[Math.min(MOST_SCORE - 1, ranks[at] as number)]!++;
  let least = MOST_SCORE - 1;
  for (let above = tally[least] as number; above < count && least > 0; above += tally[least] as number) least--;
  const kept: number[] = [];
  for (let at = 0; at < ranks.length; at++) if ((ranks[at] as number) >= least) kept.push(at);
  return kept;
}
