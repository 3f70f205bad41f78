import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

const OUTCOMES = [
  null,
  "approved",
  "noted",
  "discussed",
  "recommended",
  "postponed",
  "rejected",
  "referred",
  "withdrawn",
  "other",
] as const;

/** The number that stands in `Columns.outcome` ("none": for items without one); -1 for what is no outcome. */
export function outcomeNumber(outcome: string): number {
  return OUTCOMES.findIndex((known) => (known ?? "none") === outcome);
}

export function outcomeOf(number: number): string {
  return OUTCOMES[number] ?? "none";
}

/**
 * What items are filtered, counted and sorted by, one array a property, indexed by the row's ordinal: some 20 bytes an
 * item, so that counting 30,000 hits takes a millisecond and no query.
 */
export class Columns {
  municipality = new Uint16Array(1024);
  /** Index into `committees`. */
  committee = new Uint32Array(1024);
  year = new Uint16Array(1024);
  /** Days since 1970. */
  day = new Int32Array(1024);
  outcome = new Uint8Array(1024);
  sections = new Uint16Array(1024);
  /** Committee identifiers by the number that stands in `committee`. */
  committees: number[] = [];
  #numbers = new Map<number, number>();
  #end = 0;

  /** One more than the highest ordinal. */
  get end(): number {
    return this.#end;
  }

  /**
   * Reads the rows that came since the last time, and a few before them: a row's ordinal is taken before its transaction
   * ends, so lower ones may show up later.
   */
  async refresh(db: Database): Promise<void> {
    const from = Math.max(0, this.#end - OVERLAP);
    const { rows } = await sql<Row>`
      select ordinal, municipality_id, committee_id, extract(year from held_on)::int as year,
        held_on - date '1970-01-01' as day, outcome, sections
      from search_item where ordinal >= ${from}`.execute(db);
    for (const row of rows) this.#end = Math.max(this.#end, row.ordinal + 1);
    if (this.#end > this.day.length) this.#grow(this.#end * 2);
    for (const row of rows) {
      this.municipality[row.ordinal] = row.municipality_id;
      this.committee[row.ordinal] = this.#number(row.committee_id);
      this.year[row.ordinal] = row.year;
      this.day[row.ordinal] = row.day;
      this.outcome[row.ordinal] = OUTCOMES.indexOf(row.outcome);
      this.sections[row.ordinal] = row.sections;
    }
  }

  #number(committeeId: number): number {
    let number = this.#numbers.get(committeeId);
    if (number === undefined) {
      number = this.committees.push(committeeId) - 1;
      this.#numbers.set(committeeId, number);
    }
    return number;
  }

  #grow(length: number): void {
    const grown = <T extends { set(from: T): void }>(array: T, larger: T): T => {
      larger.set(array);
      return larger;
    };
    this.municipality = grown(this.municipality, new Uint16Array(length));
    this.committee = grown(this.committee, new Uint32Array(length));
    this.year = grown(this.year, new Uint16Array(length));
    this.day = grown(this.day, new Int32Array(length));
    this.outcome = grown(this.outcome, new Uint8Array(length));
    this.sections = grown(this.sections, new Uint16Array(length));
  }
}

const OVERLAP = 5000;

type Row = {
  ordinal: number;
  municipality_id: number;
  committee_id: number;
  year: number;
  day: number;
  outcome: (typeof OUTCOMES)[number];
  sections: number;
};
