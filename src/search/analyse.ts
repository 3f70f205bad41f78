import { compoundParts } from "./compounds.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/** What a folded word means to the index: its lexeme and, with "+" before them, the lexemes of its parts. */
export type Analysed = { lexeme: string; parts: readonly string[] };

const known = new Map<string, Analysed | null>();
const CAPACITY = 150_000;

/** Null for a word that is not indexed. Words repeat, so what was found is kept: this is what indexing costs. */
export function analyse(word: string): Analysed | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = stopWords.has(word)
    ? null
    : { lexeme: stem(word), parts: compoundParts(word).map((part) => `+${part}`) };
  if (known.size >= CAPACITY) known.clear();
  known.set(word, found);
  return found;
}
