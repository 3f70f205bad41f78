import type { Columns } from "./columns.ts";
import type { Postings } from "./postings.ts";

export type Filter = {
  municipality?: number | undefined;
  /** Numbers in `Columns.committees`: bodies of one name in several municipalities are one choice. */
  committee?: ReadonlySet<number> | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  /** Bit of the section's role. */
  section?: number | undefined;
};

export type FacetName = keyof Filter;

export type Matches = {
  /** Ordinals of the hits, unsorted, and what each is worth. */
  ordinals: Uint32Array;
  scores: Float32Array;
  /** How often each value occurs among the hits that every other filter lets through. */
  facets: Record<FacetName, Map<number | string, number>>;
};

/** The items that are in every one of the `wanted` lists (in any, when `any`), in none of the `excluded`, and pass the filter. */
export function match(
  columns: Columns,
  wanted: Postings[],
  excluded: Postings[],
  any: boolean,
  filter: Filter,
): Matches {
  const seen = new Uint8Array(columns.end);
  const worth = new Uint16Array(columns.end);
  for (const { ordinals } of excluded) for (const ordinal of ordinals) seen[ordinal] = EXCLUDED;
  for (const { ordinals, levels } of wanted)
    ordinals.forEach((ordinal, at) => {
      if (ordinal >= columns.end || seen[ordinal] === EXCLUDED) return;
      seen[ordinal] = (seen[ordinal] ?? 0) + 1;
      worth[ordinal] = (worth[ordinal] ?? 0) + (levels[at] ?? 0);
    });

  const needed = any ? 1 : wanted.length;
  const candidates = any
    ? union(wanted, columns.end)
    : (wanted.toSorted((a, b) => a.ordinals.length - b.ordinals.length)[0]?.ordinals ?? new Uint32Array());
  const ordinals = new Uint32Array(candidates.length);
  const scores = new Float32Array(candidates.length);
  const facets = emptyFacets();
  let count = 0;
  for (const ordinal of candidates) {
    const found = seen[ordinal] ?? 0;
    if (found === EXCLUDED || found < needed || ordinal >= columns.end) continue;
    if (!tally(columns, ordinal, filter, facets)) continue;
    ordinals[count] = ordinal;
    // Among equals the newer first: a year is worth a third of a passing mention.
    scores[count] = (worth[ordinal] ?? 0) / wanted.length + (columns.day[ordinal] ?? 0) / 365;
    count++;
  }
  return { ordinals: ordinals.subarray(0, count), scores: scores.subarray(0, count), facets };
}

const EXCLUDED = 255;

function union(lists: Postings[], end: number): Uint32Array {
  const seen = new Uint8Array(end);
  return Uint32Array.from(
    lists
      .flatMap(({ ordinals }) => Array.from(ordinals))
      .filter((ordinal) => ordinal < end && !seen[ordinal] && (seen[ordinal] = 1)),
  );
}

function emptyFacets(): Matches["facets"] {
  return { municipality: new Map(), committee: new Map(), year: new Map(), outcome: new Map(), section: new Map() };
}

/** Counts the item in the facets it belongs in; true when it passes every filter. */
function tally(columns: Columns, ordinal: number, filter: Filter, facets: Matches["facets"]): boolean {
  const municipality = columns.municipality[ordinal] ?? 0;
  const committee = columns.committee[ordinal] ?? 0;
  const year = columns.year[ordinal] ?? 0;
  const outcome = columns.outcomeAt(ordinal);
  const sections = columns.sections[ordinal] ?? 0;
  const fails: FacetName[] = [];
  if (filter.municipality !== undefined && filter.municipality !== municipality) fails.push("municipality");
  if (filter.committee && !filter.committee.has(committee)) fails.push("committee");
  if (filter.year !== undefined && filter.year !== year) fails.push("year");
  if (filter.outcome !== undefined && filter.outcome !== outcome) fails.push("outcome");
  if (filter.section !== undefined && (sections & (1 << filter.section)) === 0) fails.push("section");
  if (fails.length > 1) return false;
  const only = fails[0];
  const counted = (facet: FacetName) => only === undefined || only === facet;
  if (counted("municipality")) raise(facets.municipality, municipality);
  if (counted("committee")) raise(facets.committee, committee);
  if (counted("year")) raise(facets.year, year);
  if (counted("outcome")) raise(facets.outcome, outcome);
  if (counted("section"))
    for (let bit = 0, left = sections; left > 0; bit++, left >>= 1) if (left & 1) raise(facets.section, bit);
  return only === undefined;
}

function raise<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The `count` best after the first `offset`, best first; ties by day and then by ordinal, so that pages are stable. */
export function best(
  columns: Columns,
  matches: Matches,
  sort: "relevance" | "date",
  offset: number,
  count: number,
): number[] {
  const { ordinals, scores } = matches;
  const order = Uint32Array.from(ordinals, (_, at) => at);
  const rank = (at: number) => (sort === "date" ? 0 : (scores[at] ?? 0));
  const day = (at: number) => columns.day[ordinals[at] ?? 0] ?? 0;
  const better = (a: number, b: number) =>
    rank(b) - rank(a) || day(b) - day(a) || (ordinals[b] ?? 0) - (ordinals[a] ?? 0);
  const kept = order.length > SORT_ALL_BELOW ? promising(order, sort === "date" ? day : rank, offset + count) : order;
  return Array.from(kept.sort(better).subarray(offset, offset + count), (at) => at);
}

const SORT_ALL_BELOW = 2000;

/** Leaves out what cannot be among the first `count`: cheaper than sorting 30,000 hits for a page of twenty. */
function promising(order: Uint32Array, value: (at: number) => number, count: number): Uint32Array {
  const values = Float64Array.from(order, value).sort();
  const least = values[Math.max(0, values.length - count)] ?? 0;
  return order.filter((at) => value(at) >= least);
}
