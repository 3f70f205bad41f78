import { compoundParts } from "./compounds.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";
import { sequenceCode, termKey } from "./term-key.ts";
import { fold } from "./words.ts";

export type Lexeme = { readonly text: string; readonly key: number; readonly code: number };

/** What a word as written means to the index: its lexeme and those of the parts it is put together of. */
export type Analysed = { readonly word: string; readonly lexeme: Lexeme; readonly parts: readonly Lexeme[] };

const CAPACITY = 200_000;
const analysed = new Map<string, Analysed | null>();
const lexemes = new Map<string, Lexeme>();

/**
 * Null for a word that is not indexed. Words repeat, so what was found is kept: what indexing costs is words never seen
 * before. A word gives the same object as long as it is kept.
 */
export function analyse(written: string): Analysed | null {
  const before = analysed.get(written);
  if (before !== undefined) return before;
  if (analysed.size >= CAPACITY) analysed.clear();
  const word = fold(written);
  const found =
    word === "" || stopWords.has(word)
      ? null
      : { word, lexeme: lexeme(stem(word)), parts: compoundParts(word).map(lexeme) };
  analysed.set(written, found);
  return found;
}

function lexeme(text: string): Lexeme {
  let found = lexemes.get(text);
  if (!found) {
    if (lexemes.size >= CAPACITY) lexemes.clear();
    found = { text, key: termKey(text), code: sequenceCode(text) };
    lexemes.set(text, found);
  }
  return found;
}
