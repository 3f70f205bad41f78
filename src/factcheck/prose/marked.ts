import { stemmer } from "@orama/stemmers/danish";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";
import type { Sentence } from "../sentences.ts";

/**
 * A sentence with its quantities marked, so that patterns can ask for "fra #0; til #1;". Counts and amounts are `#n;`,
 * percent `%n;`, procentpoint `¤n;`, where n is the place in `numbers`; all else is in lower case, with single blanks
 * and without marks of emphasis. Labels (years, dates) stay as they are.
 */
export type Marked = {
  sentence: Sentence;
  text: string;
  numbers: NumberMention[];
};

/** Longer "sentences" are conversion damage, and nothing certain can be said of them. */
const LONGEST = 2500;
const MOST_NUMBERS = 60;

/** Marks all sentences of a reading; those too long to trust are left out. Linear in the text. */
export function markSentences({ source, sentences, numbers }: Reading): Marked[] {
  const marked: Marked[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const { start, end } = sentence.span;
    while (next < numbers.length && (numbers[next]?.span.start ?? 0) < start) next += 1;
    const inside: NumberMention[] = [];
    for (let at = next; at < numbers.length && (numbers[at]?.span.end ?? 0) <= end; at += 1) {
      const mention = numbers[at];
      if (mention) inside.push(mention);
      if (inside.length > MOST_NUMBERS * 2) break;
    }
    if (end - start <= LONGEST) {
      const one = mark(source.text, sentence, inside);
      if (one.numbers.length <= MOST_NUMBERS) marked.push(one);
    }
  }
  return marked;
}

function mark(text: string, sentence: Sentence, mentions: NumberMention[]): Marked {
  const numbers: NumberMention[] = [];
  let from = sentence.span.start;
  let out = "";
  const put = (mention: NumberMention) => {
    out += plain(text.slice(from, mention.span.start));
    out += `${letterOf(mention)}${numbers.length};`;
    numbers.push(mention);
    from = mention.span.end;
  };
  for (const mention of mentions) {
    if (mention.kind === "label") continue;
    if (isSetting(mention, text.slice(Math.max(from, mention.span.start - 24), mention.span.start))) {
      if (mention.share) put(mention.share);
      continue;
    }
    put(mention);
    if (mention.share) put(mention.share);
  }
  out += plain(text.slice(from, sentence.span.end));
  return { sentence, numbers, text: out.replace(/\s+/g, " ").trim() };
}

const TIME = /^(?:dage?|døgn|uger?|måned(?:er)?|år|timer?|minut(?:ter)?|km|kilometer|meter|gange?)$/iu;

/** "inden for 40 dage", "i over et år" and "de første 4 uger" describe what is counted and are not counted themselves. */
function isSetting({ unit }: NumberMention, before: string): boolean {
  if (unit === null || !TIME.test(unit) || /(?:med|på|fra|til) (?:over|under|mindst|højst|mere end)? ?$/iu.test(before))
    return false;
  return /(?:inden for|indenfor|inden|efter|over|under|mere end|mindre end|mindst|højst|senest|første|seneste|sidste|næste|hver|længere end)\s(?:de\s)?(?:første\s|seneste\s)?$/iu.test(
    before,
  );
}

const letterOf = ({ unit }: NumberMention) => (unit === "percent" ? "%" : unit === "points" ? "¤" : "#");
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[#%¤*_~]/g, "")
    .replaceAll(";", ",");

/** Words without numbers between two things: `upTo(3)`. Commas and parentheses are no words. */
export const upTo = (count: number) => `(?: [\\p{L}\\d./'’"”»«-]+){0,${count}}?`;

/** The number a token's digits stand for. */
export function numberOf(marked: Marked, digits: string | undefined): NumberMention | null {
  return digits === undefined ? null : (marked.numbers[Number(digits)] ?? null);
}

/** Tokens of a stretch of marked text, in order, with the depth of parentheses they stand in. */
export function tokensIn(text: string): { letter: string; index: number; at: number; end: number; nested: boolean }[] {
  const tokens = [];
  let depth = 0;
  for (const match of text.matchAll(/[()]|(?<letter>[#%¤])(?<index>\d+);/gu)) {
    if (match[0] === "(") depth += 1;
    else if (match[0] === ")") depth = Math.max(0, depth - 1);
    else {
      const { letter = "#", index = "0" } = match.groups ?? {};
      tokens.push({
        letter,
        index: Number(index),
        at: match.index,
        end: match.index + match[0].length,
        nested: depth > 0,
      });
    }
  }
  return tokens;
}

const IRREGULAR: Record<string, string> = { børn: "barn", børnene: "barn", mænd: "mand", bøger: "bog", stk: "styk" };

/** A word without its endings: "elever" and "eleverne" are "elev". */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  return IRREGULAR[lower] ?? stemmer(lower).replace(/(?<=\p{L}{3})e$/u, "");
}

/** Whether two numbers count the same: money with money, percent with percent, equal nouns; a missing noun fits any count. */
export function sameUnit(a: NumberMention, b: NumberMention): boolean {
  if (a.unit === b.unit) return true;
  const special = (unit: string | null) => unit === "kr" || unit === "percent" || unit === "points";
  if (special(a.unit) || special(b.unit)) return isBareMillion(a, b) || isBareMillion(b, a);
  return a.unit === null || b.unit === null || stem(a.unit) === stem(b.unit);
}

/** "over 3 millioner" beside "6.254.604 kroner" is money too. */
const isBareMillion = (bare: NumberMention, money: NumberMention) =>
  bare.unit === null && bare.step >= 1000 && money.unit === "kr";

/** Whether a number counts whole things or money, so that it can be summed. */
export const isAmount = ({ unit }: NumberMention) => unit !== "percent" && unit !== "points";
