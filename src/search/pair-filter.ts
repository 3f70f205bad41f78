import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { BREAK, CODE_BYTES } from "./term-key.ts";

const BITS = 1024;
const INTEGERS = BITS / 32;
/** Rows read at once, and how many of the first are asked which words are common. */
const AT_ONCE = 2000;
/** A word in one of so many items is common. */
const COMMON = 50;
/** Lower ordinals may show up later than higher ones, as long as their transactions last. */
const OVERLAP = 1000;

/**
 * Which items may hold two common words side by side: a bit in some hundred bytes for each item, so that a phrase of words
 * that stand in half of all items is looked for in few of them. It may say yes where it is no, and never no where it is yes.
 * Read from the index in the background when a phrase is first asked for; until then every item may hold everything.
 */
export class PairFilter {
  #bits = new Uint32Array(1024 * INTEGERS);
  #end = 0;
  #common: Set<number> | undefined;
  #reading: Promise<void> | undefined;

  /** Those of the ordinals where the words of these codes (`sequenceCode`) may stand one after the other. */
  mayHold(ordinals: Uint32Array, codes: readonly number[]): Uint32Array {
    const common = this.#common;
    if (!common) return ordinals;
    const pairs = codes
      .slice(1)
      .flatMap((code, at) => (common.has(code) && common.has(codes[at]!) ? [bitOf(codes[at]!, code)] : []));
    if (pairs.length === 0) return ordinals;
    return ordinals.filter((ordinal) => {
      const from = ordinal * INTEGERS;
      if (!((this.#bits[from] ?? 0) & 1)) return true;
      return pairs.every((bit) => this.#bits[from + (bit >>> 5)]! & (1 << (bit & 31)));
    });
  }

  /** Reads the items below `end` that it has not read, once at a time; whoever asks need not wait for it. */
  refresh(db: Database, end: number): Promise<void> {
    if (this.#end >= end) return Promise.resolve();
    this.#reading ??= this.#read(db, end).finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(db: Database, end: number): Promise<void> {
    for (let from = Math.max(0, this.#end - OVERLAP); from < end; from += AT_ONCE) {
      const { rows } =
        await sql<Row>`select ordinal, words from search_item join search_sequence using (municipality_id, item_id)
        where ordinal >= ${from} and ordinal < ${from + AT_ONCE}`.execute(db);
      this.#common ??= commonCodes(rows);
      if ((from + AT_ONCE) * INTEGERS > this.#bits.length) this.#grow(Math.max(end, from + AT_ONCE));
      for (const row of rows) this.#take(row, this.#common);
    }
    this.#end = end;
  }

  #take({ ordinal, words }: Row, common: Set<number>): void {
    const from = ordinal * INTEGERS;
    this.#bits[from]! |= 1;
    let before = -1;
    for (let at = 0; at < words.length; at += CODE_BYTES) {
      const code = words.readUIntBE(at, CODE_BYTES);
      const isCommon = common.has(code);
      if (isCommon && before >= 0) {
        const bit = bitOf(before, code);
        this.#bits[from + (bit >>> 5)]! |= 1 << (bit & 31);
      }
      before = isCommon ? code : -1;
    }
  }

  #grow(items: number): void {
    const bits = new Uint32Array(items * INTEGERS);
    bits.set(this.#bits);
    this.#bits = bits;
  }
}

type Row = { ordinal: number; words: Buffer };

/** From 1, for bit 0 says that the item has been read. */
function bitOf(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return 1 + ((mixed >>> 7) % (BITS - 1));
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
