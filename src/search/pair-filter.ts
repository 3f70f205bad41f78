import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { BREAK, CODE_BYTES } from "./term-key.ts";

const BITS = 1280;
const INTEGERS = BITS / 32;
/** Pairs that have a bit of their own; all others have two of the rest, which they share. */
const OWN = 512;
/** Rows read at once, and how many are asked which words are common. */
const AT_ONCE = 2000;
/** A word in one of so many items is common. */
const COMMON = 50;
/** Lower ordinals may show up later than higher ones, as long as their transactions last. */
const OVERLAP = 1000;

/** Two bits' numbers in one. */
const [HALF, LOWER] = [16, 0xffff];

type Held = { sure: Uint32Array; maybe: Uint32Array };
const NONE = new Uint32Array();

/**
 * Which items may hold two common words side by side: 160 bytes for each item, so that a phrase of words that stand in half
 * of all items is looked for in few of them. Read from the index in the background when a phrase is first asked for; until
 * then every item may hold everything.
 */
export class PairFilter {
  /** Bit 0 of an item's: that the item has been read. */
  #bits = new Uint32Array(1024 * INTEGERS);
  #end = 0;
  #common: Set<number> | undefined;
  /** The bits of the pairs that have one of their own. */
  #own = new Map<number, number>();
  #reading: Promise<void> | undefined;

  /** Those of the ordinals where the words of these codes (`sequenceCode`) stand one after the other, surely or maybe. */
  split(ordinals: Uint32Array, codes: readonly number[]): Held {
    const marks = codes.slice(1).flatMap((code, at) => this.#markOf(codes[at]!, code) ?? []);
    if (marks.length === 0) return { sure: NONE, maybe: ordinals };
    const bits = this.#bits;
    const isRead = (ordinal: number) => ((bits[ordinal * INTEGERS] ?? 0) & 1) !== 0;
    const has = (ordinal: number, bit: number) => (bits[ordinal * INTEGERS + (bit >>> 5)]! & (1 << (bit & 31))) !== 0;
    const maybe = ordinals.filter(
      (ordinal) => !isRead(ordinal) || marks.every((mark) => has(ordinal, mark & LOWER) && has(ordinal, mark >>> HALF)),
    );
    if (codes.length > 2 || (marks[0]! & LOWER) >= OWN) return { sure: NONE, maybe };
    return { sure: maybe.filter(isRead), maybe: maybe.filter((ordinal) => !isRead(ordinal)) };
  }

  /** Reads the items below `end` that it has not read, once at a time; whoever asks need not wait for it. */
  refresh(db: Database, end: number): Promise<void> {
    if (this.#end >= end) return Promise.resolve();
    this.#reading ??= this.#read(db, end).finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(db: Database, end: number): Promise<void> {
    if (!this.#common) {
      const { rows } =
        await sql<Row>`select ordinal, words from search_item join search_sequence using (municipality_id, item_id)
        where ordinal % ${Math.ceil(end / AT_ONCE)}::integer = 0`.execute(db);
      const common = commonCodes(rows);
      this.#own = commonPairs(rows, common);
      this.#common = common;
    }
    const common = this.#common;
    for (let from = Math.max(0, this.#end - OVERLAP); from < end; from += AT_ONCE) {
      const { rows } =
        await sql<Row>`select ordinal, words from search_item join search_sequence using (municipality_id, item_id)
        where ordinal >= ${from} and ordinal < ${from + AT_ONCE}`.execute(db);
      if ((from + AT_ONCE) * INTEGERS > this.#bits.length) this.#grow(Math.max(end, from + AT_ONCE));
      for (const row of rows) this.#take(row, common);
    }
    this.#end = end;
  }

  #take({ ordinal, words }: Row, common: Set<number>): void {
    const from = ordinal * INTEGERS;
    eachPair(words, common, (first, second) => {
      const mark = this.#markOf(first, second) as number;
      const [one, other] = [mark & LOWER, mark >>> HALF];
      this.#bits[from + (one >>> 5)]! |= 1 << (one & 31);
      this.#bits[from + (other >>> 5)]! |= 1 << (other & 31);
    });
    this.#bits[from]! |= 1;
  }

  /** The pair's two bits, each in 16 of the number's; undefined for a pair that is not of two common words. */
  #markOf(first: number, second: number): number | undefined {
    if (!this.#common?.has(first) || !this.#common.has(second)) return undefined;
    const own = this.#own.get(pairOf(first, second));
    if (own !== undefined) return own | (own << HALF);
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    const [one, other] = [(mixed >>> 4) % (BITS - OWN), (mixed >>> 17) % (BITS - OWN)];
    return (OWN + one) | ((OWN + other) << HALF);
  }

  #grow(items: number): void {
    const bits = new Uint32Array(items * INTEGERS);
    bits.set(this.#bits);
    this.#bits = bits;
  }
}

type Row = { ordinal: number; words: Buffer };

/** A whole number for two codes in their order. */
function pairOf(first: number, second: number): number {
  return first * 2 ** 24 + second;
}

function eachPair(words: Buffer, common: Set<number>, visit: (first: number, second: number) => void): void {
  let before = -1;
  for (let at = 0; at < words.length; at += CODE_BYTES) {
    const code = words.readUIntBE(at, CODE_BYTES);
    const isCommon = common.has(code);
    if (isCommon && before >= 0) visit(before, code);
    before = isCommon ? code : -1;
  }
}

function commonCodes(rows: Row[]): Set<number> {
  const items = new Map<number, number>();
  for (const { words } of rows) {
    const codes = new Set<number>();
    for (let at = 0; at < words.length; at += CODE_BYTES) codes.add(words.readUIntBE(at, CODE_BYTES));
    codes.delete(BREAK);
    for (const code of codes) items.set(code, (items.get(code) ?? 0) + 1);
  }
  const common = new Set<number>();
  for (const [code, count] of items) if (count * COMMON >= rows.length) common.add(code);
  return common;
}

/** The pairs that stand in most items, each with a bit below `OWN`; 0 is no pair's. */
function commonPairs(rows: Row[], common: Set<number>): Map<number, number> {
  const items = new Map<number, number>();
  for (const { words } of rows) {
    const pairs = new Set<number>();
    eachPair(words, common, (first, second) => void pairs.add(pairOf(first, second)));
    for (const pair of pairs) items.set(pair, (items.get(pair) ?? 0) + 1);
  }
  const most = [...items].sort(([, a], [, b]) => b - a).slice(0, OWN - 1);
  return new Map(most.map(([pair], at) => [pair, at + 1]));
}
