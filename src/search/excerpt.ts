import { analyse } from "./analyse.ts";
import type { Term } from "./query.ts";
import { eachWord } from "./words.ts";

/** Text in pieces; the marked ones are what was found. */
export type Marked = { text: string; mark: boolean }[];

const LENGTH = 240;
const BEFORE = 70;

/** The whole text with what was found marked. */
export function markWords(text: string, lexemes: ReadonlySet<string>): Marked {
  return pieces(text, found(text, lexemes));
}

/** The stretch of `text` that says most of what was asked for, marked, and how many different lexemes it holds. */
export function excerpt(text: string, lexemes: ReadonlySet<string>): { excerpt: Marked; holds: number } {
  const clean = text
    .replaceAll(/[*#|_]+|<[^>]{1,40}>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const hits = found(clean, lexemes);
  let from = 0;
  let holds = 0;
  for (const { start } of hits) {
    const here = new Set(
      hits.filter((hit) => hit.start >= start && hit.end <= start + LENGTH - BEFORE).map((hit) => hit.lexeme),
    );
    if (here.size > holds) [from, holds] = [start, here.size];
  }
  const begin = from <= BEFORE ? 0 : clean.indexOf(" ", from - BEFORE) + 1;
  const last = begin + LENGTH >= clean.length ? clean.length : clean.lastIndexOf(" ", begin + LENGTH);
  const end = last > begin ? last : Math.min(clean.length, begin + LENGTH);
  const inside = hits.filter((hit) => hit.start >= begin && hit.end <= end);
  const marked = pieces(
    clean.slice(begin, end),
    inside.map((hit) => ({ start: hit.start - begin, end: hit.end - begin })),
  );
  if (begin > 0) marked.unshift({ text: "... ", mark: false });
  if (end < clean.length) marked.push({ text: " ...", mark: false });
  return { excerpt: marked, holds };
}

/** The lexemes to mark for what was asked. */
export function lexemesOf(terms: Term[]): Set<string> {
  return new Set(
    terms.flatMap((term) => (term.kind === "word" ? [term.lexeme] : term.kind === "phrase" ? term.lexemes : [])),
  );
}

type Found = { start: number; end: number; lexeme: string };

function found(text: string, lexemes: ReadonlySet<string>): Found[] {
  const hits: Found[] = [];
  if (lexemes.size === 0) return hits;
  // A word that does not hold the beginning of a lexeme cannot mean it, so most are never analysed.
  const promising = new RegExp(Array.from(lexemes, beginning).join("|"), "i");
  if (!promising.test(text)) return hits;
  eachWord(text, (written, start, end) => {
    if (!promising.test(written)) return;
    const analysed = analyse(written);
    const lexeme = analysed && [analysed.lexeme, ...analysed.parts].find((candidate) => lexemes.has(candidate.text));
    if (lexeme) hits.push({ start, end, lexeme: lexeme.text });
  });
  return hits;
}

/** A pattern for the first letters of a lexeme, which may stand for "æ", "ø", "å" or letters with accents. */
function beginning(lexeme: string): string {
  const first = lexeme
    .slice(0, 3)
    .replaceAll(/ae|oe|aa|[aeo]$/g, "")
    .replaceAll(/[^a-zæøå0-9]/g, "");
  return first.replaceAll(/[a-z]/g, (letter) => ACCENTED[letter] ?? letter) || ".";
}

const ACCENTED: Record<string, string> = {
  a: "[aàáâäå]",
  c: "[cç]",
  e: "[eèéêë]",
  i: "[iíîï]",
  n: "[nñ]",
  o: "[oóôö]",
  u: "[uúùûü]",
};

function pieces(text: string, hits: { start: number; end: number }[]): Marked {
  const marked: Marked = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start > at) marked.push({ text: text.slice(at, start), mark: false });
    marked.push({ text: text.slice(start, end), mark: true });
    at = end;
  }
  if (at < text.length) marked.push({ text: text.slice(at), mark: false });
  return marked;
}
