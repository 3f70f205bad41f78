import { compoundParts } from "./compounds.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";
import { codeOfKey, termKey } from "./term-key.ts";
import { fold } from "./words.ts";
import { WordTable } from "./word-table.ts";

export type Lexeme = {
  readonly text: string;
  readonly key: number;
  readonly code: number;
  /** The `Tally` that met it last, and where in it, which so need not look it up. */
  tally: number;
  tallied: number;
};

/** What a word as written means to the index: its lexeme and those of the parts it is put together of. */
export type Analysed = {
  readonly word: string;
  readonly lexeme: Lexeme;
  readonly parts: readonly Lexeme[];
  /** A misspelt word may be mended with it: short words have too many neighbours, and numbers no right spelling. */
  readonly mendable: boolean;
};

const CAPACITY = 200_000;
const analysed = new WordTable<Analysed | null>();
const lexemes = new Map<string, Lexeme>();

/**
 * Of the word that stands in `text` from `start` to `end`; null for one that is not indexed. Words repeat, so what was
 * found is kept: what indexing costs is words never seen before.
 */
export function analyse(text: string, start = 0, end = text.length): Analysed | null {
  const before = analysed.get(text, start, end);
  if (before !== undefined) return before;
  if (analysed.size >= CAPACITY) analysed.clear();
  const written = text.slice(start, end);
  const word = fold(written);
  // At the beginning of a sentence it is written otherwise, and mostly known.
  const found = word === written ? analyseNew(word) : analyse(word);
  analysed.set(text, start, end, found);
  return found;
}

function analyseNew(word: string): Analysed | null {
  if (word === "" || stopWords.has(word)) return null;
  // A copy: a word that is cut out of a text would keep the whole text in memory.
  const own = Array.from(word).join("");
  const mendable = own.length >= 4 && own.length <= 40 && !/\d/.test(own);
  return { word: own, lexeme: lexemeOf(stem(own)), parts: compoundParts(own).map(lexemeOf), mendable };
}

/** The same object for the same text, as long as it is kept. */
export function lexemeOf(text: string): Lexeme {
  let found = lexemes.get(text);
  if (!found) {
    if (lexemes.size >= CAPACITY) lexemes.clear();
    const key = termKey(text);
    found = { text, key, code: codeOfKey(key), tally: 0, tallied: 0 };
    lexemes.set(text, found);
  }
  return found;
}
