import { caseKeys } from "./case-key.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";
import { words } from "./words.ts";

/** One thing that must, or must not, be in an item. */
export type Term =
  | { kind: "word"; text: string; lexeme: string }
  | { kind: "case"; text: string; key: string }
  /** Its lexemes in order, one or more, without stop words: so one word in quotes is not part of another. */
  | { kind: "phrase"; text: string; lexemes: string[] };

export type Query = {
  wanted: Term[];
  excluded: Term[];
  /** Something was left out, because a search takes no more than so many words. */
  cut: boolean;
};

const MOST_TERMS = 20;
const MOST_CHARACTERS = 1000;

/**
 * Reads what a person typed: words, "phrases in quotes", -exclusions and case numbers in any format. Never fails: what
 * has no meaning is left out. `parseQuery('klage -"Jobcentrets Ofre" 23-003968')`.
 */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, MOST_CHARACTERS).normalize("NFC");
  const query: Query = { wanted: [], excluded: [], cut: typed.length > MOST_CHARACTERS };
  for (const [piece, minus, quotedText] of text.matchAll(/(?<=^|\s)(-?)"([^"]*)"?|\S+/gu)) {
    if (quotedText !== undefined) addPhrase(minus === "-" ? query.excluded : query.wanted, quotedText);
    else if (/^-[^-\s]/u.test(piece)) addWords(query.excluded, piece.slice(1));
  }
  // Case numbers may hold spaces, so the rest is read as a whole.
  const rest = text.replaceAll(/(?<=^|\s)(?:-?"[^"]*"?|-[^-\s]\S*)/gu, " ");
  addWords(query.wanted, rest);
  if (query.wanted.length + query.excluded.length > MOST_TERMS) {
    query.cut = true;
    query.wanted.length = Math.min(query.wanted.length, MOST_TERMS);
    query.excluded.length = Math.min(query.excluded.length, MOST_TERMS);
  }
  return query;
}

function addWords(terms: Term[], text: string): void {
  let rest = text;
  for (const { key, start, end } of caseKeys(text)) {
    terms.push({ kind: "case", text: text.slice(start, end), key });
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  }
  const found = words(rest);
  const telling = found.filter(({ word }) => word !== "" && !stopWords.has(word));
  for (const { word, start, end } of telling) {
    const lexeme = stem(word);
    if (!terms.some((term) => term.kind === "word" && term.lexeme === lexeme))
      terms.push({ kind: "word", text: rest.slice(start, end), lexeme });
  }
}

function addPhrase(terms: Term[], text: string): void {
  const lexemes = words(text).flatMap(({ word }) => (word === "" || stopWords.has(word) ? [] : [stem(word)]));
  if (lexemes.length > 0) terms.push({ kind: "phrase", text: text.trim(), lexemes: lexemes.slice(0, MOST_TERMS) });
}
