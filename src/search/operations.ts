import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Outcome, SectionRole } from "#minutes/model.ts";
import { caseKey } from "./case-key.ts";
import { lexemesOf, type Marked } from "./excerpt.ts";
import { facetCounts, type FacetRow } from "./facets.ts";
import { type Hit, hitsOf } from "./hits.ts";
import { sectionRoles } from "./index-item.ts";
import { type IndexState, indexState, isTrue, lastState, type Now } from "./index-state.ts";
import type { Filter } from "./facet-counter.ts";
import { findLists } from "./lists.ts";
import { best, match, POINT } from "./match.ts";
import { findPeople, type FoundPerson } from "./people.ts";
import { parseQuery, type Query, type Term } from "./query.ts";
import { termKey } from "./term-key.ts";
import { fold } from "./words.ts";

export type SearchQuery = {
  /** As typed. */
  query: string;
  /** Only this municipality; undefined: all. */
  municipalityId?: number | undefined;
  /** Facets chosen, by slug or name. */
  municipality?: string | undefined;
  committee?: string | undefined;
  year?: number | undefined;
  outcome?: Outcome | undefined;
  role?: SectionRole | undefined;
  sort: "relevance" | "date";
  limit: number;
  offset: number;
  /** False searches the words exactly as typed. */
  mend?: boolean;
};

export type SearchResult = {
  total: number;
  hits: Hit[];
  facets: Record<"municipality" | "committee" | "year" | "outcome" | "section", FacetRow[]>;
  understood: {
    /** "any": no item has every word, so those with some of them are shown. */
    mode: "all" | "any";
    /** Other words that were found for what was typed: "klagestatistik" for "klage". */
    alsoShows: string[];
    corrected: { from: string; to: string }[];
    phrases: string[];
    excluded: string[];
    /** The typed case number, when the archive has that case. */
    caseNumber: { reference: string; key: string; municipality: string } | null;
    /** The query was longer than a search takes. */
    cut: boolean;
  };
  people: FoundPerson[];
};

/**
 * Searches the items of the archive as a person typed it. What is found by every word comes first, titles and decisions
 * before passing mentions; nothing typed makes it fail.
 */
export async function search(db: Database, asked: SearchQuery): Promise<SearchResult> {
  // Most often nothing has changed since the last search. What it found says so itself, which saves a question.
  const last = await lastState(db);
  if (last) {
    const { result, now } = await searchIn(db, last, asked);
    if (now ? isTrue(last, now) : (await indexState(db)) === last) return result;
  }
  return (await searchIn(db, await indexState(db), asked)).result;
}

/** `now` is undefined where nothing was found. */
async function searchIn(
  db: Database,
  state: IndexState,
  asked: SearchQuery,
): Promise<{ result: SearchResult; now: Now | undefined }> {
  state.common.refreshSoon(db, state.revision);
  const query = parseQuery(asked.query);
  const { terms, lists, corrected } = await findLists(db, state, query, asked.mend !== false);
  const filter = filterOf(state, asked);
  let mode: "all" | "any" = "all";
  let matches = match(state.columns, { ...lists, any: false, filter });
  if (lists.wanted.length > 1 && matches.facets.counted === 0) {
    mode = "any";
    matches = match(state.columns, { ...lists, any: true, filter });
  }
  const total = matches.ordinals.length;
  const facets = facetCounts(state, matches.facets);
  const page = best(state.columns, matches, asked.sort, asked.offset, asked.limit).map((at) => ({
    ordinal: matches.ordinals[at] ?? 0,
    score: (matches.scores[at] ?? 0) / POINT,
  }));
  // From here on other searches may go on: what is in the columns' room is theirs.
  const [{ hits, now }, people, caseNumber] = await Promise.all([
    hitsOf(db, state, page, lexemesOf(terms)),
    findPeople(db, state, asked.query, filter.municipality),
    findCase(db, state, query, filter.municipality),
  ]);
  const understood = {
    mode,
    alsoShows: otherWords(hits, terms),
    corrected,
    phrases: query.wanted.filter((term) => term.kind === "phrase").map((term) => term.text),
    excluded: query.excluded.map((term) => term.text),
    caseNumber,
    cut: query.cut,
  };
  return { result: { total, hits, facets, understood, people }, now };
}

/** A facet value that does not exist lets nothing through. */
function filterOf(state: IndexState, asked: SearchQuery): Filter {
  const NOTHING = -1;
  const bySlug = [...state.municipalities.values()].find(({ slug }) => slug === asked.municipality)?.id ?? NOTHING;
  const municipality = asked.municipalityId ?? (asked.municipality === undefined ? undefined : bySlug);
  const committees = [...state.committees.values()].filter(
    ({ slug, municipality: owner }) =>
      slug === asked.committee && (municipality === undefined || owner === municipality),
  );
  return {
    municipality,
    committee:
      asked.committee === undefined
        ? undefined
        : new Set(committees.map(({ id }) => state.columns.bodies.findIndex((body) => body.id === id))),
    year: asked.year,
    outcome: asked.outcome,
    section: asked.role === undefined ? undefined : sectionRoles.indexOf(asked.role),
  };
}

/** Marked words of the page that are written otherwise than what was typed. */
function otherWords(hits: Hit[], terms: Term[]): string[] {
  const typed = new Set(terms.map((term) => fold(term.text)));
  const marked: Marked = hits.flatMap((hit) => [...hit.titleMarked, ...hit.excerpt]).filter(({ mark }) => mark);
  const others = new Map(marked.map(({ text }) => [fold(text), text]));
  return [...others]
    .filter(([word]) => !typed.has(word))
    .map(([, text]) => text)
    .slice(0, 6);
}

async function findCase(
  db: Database,
  state: IndexState,
  query: Query,
  municipalityId?: number,
): Promise<SearchResult["understood"]["caseNumber"]> {
  const [term, ...others] = query.wanted;
  if (term?.kind !== "case" || others.length > 0) return null;
  const [postings] = await state.postings.terms(db, [termKey(term.key)]);
  // Items of the case itself stand first.
  const ordinals = Array.from(postings?.ordinals ?? [])
    .toSorted((a, b) => (postings?.worth[b] ?? 0) - (postings?.worth[a] ?? 0))
    .slice(0, MOST_CASE_ITEMS);
  const { rows } = await sql<{ reference: string; key: string; municipality: string }>`
    select distinct c.reference, c.reference_key as key, m.slug as municipality
    from search_item s join item i on i.municipality_id = s.municipality_id and i.id = s.item_id
      join case_file c on c.municipality_id = i.municipality_id and c.id = i.case_id
      join municipality m on m.id = i.municipality_id
    where s.ordinal = any(${ordinals}::integer[])
      and (${municipalityId ?? null}::int is null or i.municipality_id = ${municipalityId ?? null})
    order by m.slug, c.reference`.execute(db);
  return rows.find((row) => caseKey(row.reference) === term.key) ?? null;
}

const MOST_CASE_ITEMS = 200;
