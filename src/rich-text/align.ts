import { diffIndices } from "node-diff3";
import type { RichNode } from "./model.ts";
import { textOf } from "./text-of.ts";

/**
 * Which block became which. `of[i]`: what block `i` of the older list is now, null when it is gone. `inserted[i]`: the
 * new blocks before what became of block `i`; the last entry holds those at the end.
 */
export type Alignment = { of: (RichNode | null)[]; inserted: RichNode[][] };

/** More pairs than this are not weighed against each other: the blocks are taken in order. */
const MOST_PAIRS = 10_000;

/** Pairs equal blocks, and between them those that say much the same. */
export function align(older: RichNode[], newer: RichNode[]): Alignment {
  const of: (RichNode | null)[] = new Array<null>(older.length).fill(null);
  const inserted: RichNode[][] = Array.from({ length: older.length + 1 }, () => []);
  const olderKeys = older.map(keyOf);
  const newerKeys = newer.map(keyOf);
  let [at, to] = [0, 0];
  const equal = (until: number) => {
    for (; at < until; at++, to++) of[at] = newer[to] as RichNode;
  };
  for (const { buffer1, buffer2 } of diffIndices(olderKeys, newerKeys)) {
    equal(buffer1[0]);
    const [count, newCount] = [buffer1[1], buffer2[1]];
    const pairs = pair(older.slice(at, at + count), newer.slice(to, to + newCount));
    let slot = at;
    for (let index = 0; index < newCount; index++) {
      const block = newer[to + index] as RichNode;
      const partner = pairs.get(index);
      if (partner === undefined) inserted[slot]?.push(block);
      else {
        of[at + partner] = block;
        slot = at + partner + 1;
      }
    }
    at += count;
    to += newCount;
  }
  equal(older.length);
  return { of, inserted };
}

/** Equal nodes have equal keys, in whatever order their parts were written: the database has an order of its own. */
export function keyOf(node: RichNode): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const key = JSON.stringify(node, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  keys.set(node, key);
  return key;
}

const keys = new WeakMap<RichNode, string>();

/** The best way to pair without crossing: indexes of `newer` with indexes of `older`. */
function pair(older: RichNode[], newer: RichNode[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const [rows, columns] = [older.length, newer.length];
  if (rows === 1 && columns === 1 && older[0]?.type === newer[0]?.type) return pairs.set(0, 0);
  if (rows * columns > MOST_PAIRS) {
    for (let index = 0; index < Math.min(rows, columns); index++) pairs.set(index, index);
    return pairs;
  }
  const [olderWords, newerWords] = [older.map(wordsOf), newer.map(wordsOf)];
  const alike = older.map((block, row) =>
    newer.map((other, column) =>
      block.type === other.type ? likeness(olderWords[row] as Words, newerWords[column] as Words) : 0,
    ),
  );
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (table: number[][], row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const here = at(alike, row, column);
      const paired = here > 0 ? here + at(best, row + 1, column + 1) : 0;
      (best[row] as number[])[column] = Math.max(paired, at(best, row + 1, column), at(best, row, column + 1));
    }
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    const here = at(alike, row, column);
    if (here > 0 && at(best, row, column) === here + at(best, row + 1, column + 1)) pairs.set(column++, row++);
    else if (at(best, row + 1, column) >= at(best, row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

type Words = Map<string, number>;

function wordsOf(block: RichNode): Words {
  const words: Words = new Map();
  for (const [word] of textOf({ type: "doc", content: [block] }).matchAll(/[\p{L}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** How many of the words two blocks share, from 0 to 1; less than a third is nothing. */
function likeness(a: Words, b: Words): number {
  const count = (words: Words) => [...words.values()].reduce((sum, number) => sum + number, 0);
  const all = count(a) + count(b);
  let shared = 0;
  for (const [word, number] of a) shared += Math.min(number, b.get(word) ?? 0);
  const share = all === 0 ? 1 : (2 * shared) / all;
  return share < 1 / 3 ? 0 : share;
}
