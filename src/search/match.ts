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

const EXCLUDED = 255;
const MOST_SCORE = 2 ** 15;
/** Scores are so many to the point; a passing mention is 4 points. */
export const POINT = 64;
const BONUS = 25;
const EACH_WORD_MORE = 60;
/** Among equals the newer first, and a passing mention today before one of six years ago. */
const DAYS_A_POINT = 547;
const FIRST_DAY = 365 * 20;

/** The items asked for. */
export function match(columns: Columns, { wanted, excluded, bonus, any, filter }: Asked): Matches {
  const { end, day, seen, worth } = columns;
  seen.fill(0);
  worth.fill(0);
  for (const { ordinals } of excluded)
    for (let at = 0; at < ordinals.length; at++) seen[ordinals[at] as number] = EXCLUDED;
  for (const postings of wanted) addWorth(postings, seen, worth);
  const candidates = any ? inAny(seen) : rarest(wanted);
  // With `bonus` the words are no more found in, only worth more.
  for (const { ordinals } of bonus)
    for (let at = 0; at < ordinals.length; at++)
      worth[ordinals[at] as number] = (worth[ordinals[at] as number] ?? 0) + BONUS * wanted.length;

  const needed = any ? 1 : wanted.length;
  const facets = new FacetCounter(columns, filter);
  const { found: ordinals, scores } = columns;
  let count = 0;
  for (let at = 0; at < candidates.length; at++) {
    const ordinal = candidates[at] as number;
    const found = ordinal < end ? (seen[ordinal] as number) : EXCLUDED;
    if (found === EXCLUDED || found < needed || !facets.count(ordinal)) continue;
    const points = (worth[ordinal] as number) / wanted.length + (any ? found * EACH_WORD_MORE : 0);
    const recent = Math.max(0, (day[ordinal] as number) - FIRST_DAY) / DAYS_A_POINT;
    ordinals[count] = ordinal;
    scores[count] = Math.min(MOST_SCORE - 1, (points + recent) * POINT);
    count++;
  }
  return { ordinals: ordinals.subarray(0, count), scores: scores.subarray(0, count), facets };
}

function addWorth({ ordinals, worth: added }: Postings, seen: Uint8Array, worth: Uint16Array): void {
  for (let at = 0; at < ordinals.length; at++) {
    const ordinal = ordinals[at] as number;
    if (seen[ordinal] === EXCLUDED) continue;
    seen[ordinal] = (seen[ordinal] as number) + 1;
    worth[ordinal] = (worth[ordinal] as number) + (added[at] as number);
  }
}

function rarest(lists: Postings[]): Uint32Array {
  return lists.toSorted((a, b) => a.ordinals.length - b.ordinals.length)[0]?.ordinals ?? new Uint32Array();
}

function inAny(seen: Uint8Array): number[] {
  const found: number[] = [];
  for (let ordinal = 0; ordinal < seen.length; ordinal++)
    if (seen[ordinal] && seen[ordinal] !== EXCLUDED) found.push(ordinal);
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
  const rank = sort === "date" ? dayAt : (at: number) => scores[at] as number;
  const better = (a: number, b: number) =>
    rank(b) - rank(a) || dayAt(b) - dayAt(a) || (ordinals[b] as number) - (ordinals[a] as number);
  return promising(ordinals.length, rank, offset + count)
    .sort(better)
    .slice(offset, offset + count);
}

const tally = new Uint32Array(MOST_SCORE);

/** Leaves out what cannot be among the first `count`: cheaper than sorting 30,000 hits for a page of twenty. */
function promising(length: number, rank: (at: number) => number, count: number): number[] {
  tally.fill(0);
  const slot = (at: number) => Math.min(MOST_SCORE - 1, Math.max(0, rank(at)));
  for (let at = 0; at < length; at++) tally[slot(at)]!++;
  let least = MOST_SCORE - 1;
  for (let above = tally[least] as number; above < count && least > 0; above += tally[least] as number) least--;
  const kept: number[] = [];
  for (let at = 0; at < length; at++) if (slot(at) >= least) kept.push(at);
  return kept;
}
