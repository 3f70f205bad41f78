import { analyse } from "./analyse.ts";
import type { Term } from "./query.ts";
import { wordAround } from "./words.ts";

/** Text in pieces; the marked ones are what was found. */
export type Marked = { text: string; mark: boolean }[];

const LENGTH = 240;
const BEFORE = 70;
/** What is looked at in a section; more would not be shown better. */
const MOST_HITS = 60;

/** Finds words by their lexemes: made once a search, used on each text. */
export type Marker = { lexemes: ReadonlySet<string>; promising: RegExp };

export function markerOf(lexemes: ReadonlySet<string>): Marker {
  // A word that does not hold the beginning of a lexeme cannot mean it, so most are never analysed.
  const beginnings = new Set(Array.from(lexemes, beginning));
  return { lexemes, promising: new RegExp(lexemes.size === 0 ? "(?!)" : [...beginnings].join("|"), "gi") };
}

/** The whole text with what was found marked. */
export function markWords(text: string, marker: Marker): Marked {
  return pieces(text, 0, text.length, found(text, marker, text.length));
}

/** Where `text` says most of what was asked for: what is found in it, where the best of that begins, and how many different lexemes stand there. */
export type Best = { text: string; hits: Found[]; from: number; holds: number };

export function bestOf(text: string, marker: Marker): Best {
  const hits = found(text, marker, MOST_HITS);
  let from = 0;
  let holds = 0;
  for (const { start } of hits) {
    const here = new Set(
      hits.filter((hit) => hit.start >= start && hit.end <= start + LENGTH - BEFORE).map((hit) => hit.lexeme),
    );
    if (here.size > holds) [from, holds] = [start, here.size];
  }
  return { text, hits, from, holds };
}

/** The stretch around it, marked. */
export function excerpt({ text, hits, from }: Best): Marked {
  const begin = from <= BEFORE ? 0 : nextGap(text, from - BEFORE, from) + 1;
  const end = begin + LENGTH >= text.length ? text.length : lastGap(text, begin + LENGTH);
  const inside = hits.filter((hit) => hit.start >= begin && hit.end <= end);
  const marked = pieces(text, begin, end, inside).map(({ text: piece, mark }) => ({ text: tidy(piece), mark }));
  const [first] = marked;
  if (first && !first.mark) first.text = first.text.trimStart();
  if (begin > 0) marked.unshift({ text: "... ", mark: false });
  if (end < text.length) marked.push({ text: " ...", mark: false });
  return marked.filter((piece) => piece.text !== "");
}

/** The lexemes to mark for what was asked. */
export function lexemesOf(terms: Term[]): Set<string> {
  return new Set(
    terms.flatMap((term) => (term.kind === "word" ? [term.lexeme] : term.kind === "phrase" ? term.lexemes : [])),
  );
}

type Found = { start: number; end: number; lexeme: string };

function found(text: string, { lexemes, promising }: Marker, most: number): Found[] {
  const hits: Found[] = [];
  promising.lastIndex = 0;
  for (let match = promising.exec(text); match && hits.length < most; match = promising.exec(text)) {
    const { start, end } = wordAround(text, match.index);
    const analysed = analyse(text, start, end);
    const lexeme = analysed && [analysed.lexeme, ...analysed.parts].find((candidate) => lexemes.has(candidate.text));
    if (lexeme) hits.push({ start, end, lexeme: lexeme.text });
    promising.lastIndex = Math.max(end, match.index + 1);
  }
  return hits;
}

/** A pattern for the first letters of a lexeme, which may stand for "æ", "ø", "å" or letters with accents. */
function beginning(lexeme: string): string {
  const letters = lexeme.slice(0, 4).replaceAll(/[^a-zæøå0-9]/g, "");
  return letters.replaceAll(/ae|oe|aa|[a-z]/g, (letter) => WRITTEN[letter] ?? letter) || "[^]";
}

/** The last letter may be the first half of "ae", "oe" or "aa". */
const WRITTEN: Record<string, string> = {
  ae: "(?:æ|ae)",
  oe: "(?:ø|oe)",
  aa: "(?:å|aa)",
  a: "[aàáâäåæ]",
  c: "[cç]",
  e: "[eèéêë]",
  i: "[iíîï]",
  n: "[nñ]",
  o: "[oóôöø]",
  u: "[uúùûü]",
};

function nextGap(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (/\s/.test(text.charAt(at))) return at;
  return from - 1;
}

function lastGap(text: string, from: number): number {
  for (let at = from; at > from - BEFORE; at--) if (/\s/.test(text.charAt(at))) return at;
  return from;
}

const UNTIDY = /[*#|_<]|[^\S ]| {2}/;

/** Without what marks headings, tables and emphasis in the text. */
function tidy(text: string): string {
  // Most stretches are tidy, and to look is cheaper than to replace.
  if (!UNTIDY.test(text)) return text;
  return text.replaceAll(/[*#|_]+|<[^>]{1,40}>/g, "").replaceAll(/\s+/g, " ");
}

function pieces(text: string, begin: number, end: number, hits: { start: number; end: number }[]): Marked {
  const marked: Marked = [];
  let at = begin;
  for (const hit of hits) {
    if (hit.start > at) marked.push({ text: text.slice(at, hit.start), mark: false });
    marked.push({ text: text.slice(hit.start, hit.end), mark: true });
    at = hit.end;
  }
  if (at < end) marked.push({ text: text.slice(at, end), mark: false });
  return marked;
}
