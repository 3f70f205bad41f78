import { type Columns, outcomeNumber } from "./columns.ts";

export type Filter = {
  municipality?: number | undefined;
  /** Numbers in `Columns.bodies`: bodies of one name in several municipalities are one choice. */
  committee?: ReadonlySet<number> | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  /** Number of the section's role. */
  section?: number | undefined;
};

const [MUNICIPALITY, COMMITTEE, YEAR, OUTCOME, SECTION] = [1, 2, 4, 8, 16];
const OF_BODY = MUNICIPALITY | COMMITTEE;

/** Counts how often each value occurs among the hits that every other filter lets through. */
export class FacetCounter {
  /** Hits that at most one filter keeps out. */
  counted = 0;
  readonly #columns: Columns;
  /** By body and by kind: bits of the filters that keep it out. */
  readonly #bodyFails: Uint8Array;
  readonly #kindFails: Uint8Array;
  /** By body and by kind: hits that every filter lets through. */
  readonly #bodies: Uint32Array;
  readonly #kinds: Uint32Array;
  /** By the filter's bit: hits that it alone keeps out, by body or by kind. */
  readonly #alone = new Map<number, Uint32Array>();

  constructor(columns: Columns, filter: Filter) {
    const { bodies, kinds } = columns;
    this.#columns = columns;
    this.#bodies = new Uint32Array(bodies.length);
    this.#kinds = new Uint32Array(kinds.length);
    this.#bodyFails = new Uint8Array(bodies.length);
    this.#kindFails = new Uint8Array(kinds.length);
    const { municipality, committee, year, section } = filter;
    const outcome = filter.outcome === undefined ? undefined : outcomeNumber(filter.outcome);
    if (municipality !== undefined) this.#keepOut(MUNICIPALITY, (body) => bodies[body]!.municipality !== municipality);
    if (committee !== undefined) this.#keepOut(COMMITTEE, (body) => !committee.has(body));
    if (year !== undefined) this.#keepOut(YEAR, (kind) => kinds[kind]!.year !== year);
    if (outcome !== undefined) this.#keepOut(OUTCOME, (kind) => kinds[kind]!.outcome !== outcome);
    if (section !== undefined) this.#keepOut(SECTION, (kind) => (kinds[kind]!.sections & (1 << section)) === 0);
  }

  /** Counts the item in the facets it belongs in; true when it passes every filter. */
  count(ordinal: number): boolean {
    const body = this.#columns.body[ordinal] as number;
    const kind = this.#columns.kind[ordinal] as number;
    const failed = (this.#bodyFails[body] as number) | (this.#kindFails[kind] as number);
    if (failed === 0) {
      this.counted++;
      this.#bodies[body]!++;
      this.#kinds[kind]!++;
      return true;
    }
    // Not kept out by two or more.
    if ((failed & (failed - 1)) === 0) {
      this.counted++;
      this.#alone.get(failed)![failed & OF_BODY ? body : kind]!++;
    }
    return false;
  }

  /** Hits by the municipality's identifier. */
  get municipality(): Map<number, number> {
    return this.#sum(MUNICIPALITY, (body) => [this.#columns.bodies[body]!.municipality]);
  }

  /** Hits by the committee's identifier. */
  get committee(): Map<number, number> {
    return this.#sum(COMMITTEE, (body) => [this.#columns.bodies[body]!.id]);
  }

  get year(): Map<number, number> {
    return this.#sum(YEAR, (kind) => [this.#columns.kinds[kind]!.year]);
  }

  /** Hits by `outcomeNumber`. */
  get outcome(): Map<number, number> {
    return this.#sum(OUTCOME, (kind) => [this.#columns.kinds[kind]!.outcome]);
  }

  /** Hits by the number of the section's role; an item counts in each of its sections. */
  get section(): Map<number, number> {
    return this.#sum(SECTION, (kind) => bitsOf(this.#columns.kinds[kind]!.sections));
  }

  #keepOut(filter: number, isOut: (number: number) => boolean): void {
    const fails = filter & OF_BODY ? this.#bodyFails : this.#kindFails;
    for (let number = 0; number < fails.length; number++) if (isOut(number)) fails[number]! |= filter;
    this.#alone.set(filter, new Uint32Array(fails.length));
  }

  #sum(filter: number, valuesOf: (number: number) => number[]): Map<number, number> {
    const passed = filter & OF_BODY ? this.#bodies : this.#kinds;
    const alone = this.#alone.get(filter);
    const sums = new Map<number, number>();
    for (let number = 0; number < passed.length; number++) {
      const hits = (passed[number] as number) + (alone?.[number] ?? 0);
      if (hits > 0) for (const value of valuesOf(number)) sums.set(value, (sums.get(value) ?? 0) + hits);
    }
    return sums;
  }
}

function bitsOf(bits: number): number[] {
  const set: number[] = [];
  for (let bit = 0; 1 << bit <= bits; bit++) if (bits & (1 << bit)) set.push(bit);
  return set;
}
