import { type Columns, outcomeNumber } from "./columns.ts";
import { sectionRoles } from "./index-item.ts";

export type Filter = {
  municipality?: number | undefined;
  /** Numbers in `Columns.committees`: bodies of one name in several municipalities are one choice. */
  committee?: ReadonlySet<number> | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  /** Number of the section's role. */
  section?: number | undefined;
};

export type FacetName = keyof Filter;

const [MUNICIPALITY, COMMITTEE, YEAR, OUTCOME, SECTION] = [1, 2, 4, 8, 16];
const LARGEST = { year: 2 ** 12, outcome: 16, sections: 2 ** sectionRoles.length };

/** Counts how often each value occurs among the hits that every other filter lets through. */
export class FacetCounter {
  readonly municipality: Uint32Array;
  readonly committee: Uint32Array;
  readonly year = new Uint32Array(LARGEST.year);
  readonly outcome = new Uint32Array(LARGEST.outcome);
  /** By all of an item's sections together, as bits: one count an item instead of one a section. */
  readonly #sections = new Uint32Array(LARGEST.sections);
  /** Hits that at most one filter keeps out. */
  counted = 0;
  readonly #columns: Columns;
  readonly #filter: Filter;
  readonly #outcome: number | undefined;

  constructor(columns: Columns, filter: Filter) {
    this.#columns = columns;
    this.#filter = filter;
    this.#outcome = filter.outcome === undefined ? undefined : outcomeNumber(filter.outcome);
    this.municipality = new Uint32Array(columns.mostMunicipality + 1);
    this.committee = new Uint32Array(columns.committees.length);
  }

  /** Counts the item in the facets it belongs in; true when it passes every filter. */
  count(ordinal: number): boolean {
    const columns = this.#columns;
    const municipality = columns.municipality[ordinal] as number;
    const committee = columns.committee[ordinal] as number;
    const year = columns.year[ordinal] as number;
    const outcome = columns.outcome[ordinal] as number;
    const sections = columns.sections[ordinal] as number;
    const failed = this.#failed(municipality, committee, year, outcome, sections);
    // Kept out by two or more.
    if ((failed & (failed - 1)) !== 0) return false;
    this.counted++;
    if ((failed & ~MUNICIPALITY) === 0) this.municipality[municipality]!++;
    if ((failed & ~COMMITTEE) === 0) this.committee[committee]!++;
    if ((failed & ~YEAR) === 0) this.year[year]!++;
    if ((failed & ~OUTCOME) === 0) this.outcome[outcome]!++;
    if ((failed & ~SECTION) === 0) this.#sections[sections]!++;
    return failed === 0;
  }

  /** By number of the section's role. */
  get section(): Uint32Array {
    const counts = new Uint32Array(sectionRoles.length);
    for (let sections = 1; sections < this.#sections.length; sections++) {
      const count = this.#sections[sections] as number;
      if (count > 0)
        for (let role = 0; role < sectionRoles.length; role++) if (sections & (1 << role)) counts[role]! += count;
    }
    return counts;
  }

  /** Bits of the filters that keep the item out. */
  #failed(municipality: number, committee: number, year: number, outcome: number, sections: number): number {
    const filter = this.#filter;
    let failed = 0;
    if (filter.municipality !== undefined && filter.municipality !== municipality) failed |= MUNICIPALITY;
    if (filter.committee && !filter.committee.has(committee)) failed |= COMMITTEE;
    if (filter.year !== undefined && filter.year !== year) failed |= YEAR;
    if (this.#outcome !== undefined && this.#outcome !== outcome) failed |= OUTCOME;
    if (filter.section !== undefined && (sections & (1 << filter.section)) === 0) failed |= SECTION;
    return failed;
  }
}
