import type { Line } from "./lines.ts";
import type { Item, Participant, Warning } from "./model.ts";
import { isNear } from "./participants.ts";
import { warning } from "./warnings.ts";

/** Damage that conversions of minutes are known for: what is printed, and what was meant. */
const KNOWN: [string, RegExp, string][] = [
  ["dvalgsråd", /udvalgsråd(et)?/iu, "udvalgsmød$1"],
  ["ontaktfør", /kontaktfør(?:e?løb|else)/iu, "kontaktforløb"],
  ["ontaktføl", /kontaktfølløb/iu, "kontaktforløb"],
  ["ontaktføl", /kontaktføllob/iu, "kontaktforløb"],
  ["ontaktføl", /kontaktføløb/iu, "kontaktforløb"],
  ["dvalgmød", /udvalgmød/iu, "udvalgsmød"],
  ["rafikikker", /trafikikkerhed/iu, "trafiksikkerhed"],
  ["istriksel", /mistriksel/iu, "mistrivsel"],
];
/** Small letters that turn into capitals inside a word: "budgetkontROLSAG". */
const INNER_CAPITALS = /(?<![\p{L}])[A-ZÆØÅ]?[a-zæøå]{4,}[A-ZÆØÅ]{3,}(?![\p{L}])/gu;

const MOST = 50;

/**
 * Words that look damaged, each with a suggested reading. The text itself is kept as read. Only clear cases: known
 * damage, capitals inside a word, and a person whose name is spelt almost as one in the head.
 */
export function findDamage(text: string, lines: Line[], participants: Participant[], items: Item[]): Warning[] {
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  const add = (index: number, read: string, meant: string): void => {
    if (seen.has(read) || warnings.length >= MOST) return;
    seen.add(read);
    warnings.push(warning("damaged-word", lineNumber(lines, index), `»${read}«, måske »${meant}«.`));
  };
  for (const [part, pattern, meant] of KNOWN) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
      const from = wordStart(text, at);
      const word = text.slice(from, wordEnd(text, at));
      if (pattern.test(word)) add(from, word, word.replace(pattern, word[0] === "U" ? meant.replace(/^u/, "U") : word[0] === "K" ? meant.replace(/^k/, "K") : meant));
    }
  }
  for (const match of text.matchAll(INNER_CAPITALS)) add(match.index, match[0], match[0].toLowerCase());
  const known = participants.map((person) => person.name);
  for (const item of items) {
    for (const decision of item.decisions) {
      for (const person of [...decision.absent, ...decision.substitutes]) {
        if (known.includes(person.name) || seen.has(person.name)) continue;
        const near = known.find((name) => isNear(name, person.name));
        if (!near) continue;
        seen.add(person.name);
        warnings.push(warning("name-spelling", lineNumber(lines, Math.max(item.span.start, text.indexOf(person.name, item.span.start))), `»${person.name}«, måske »${near}«.`));
      }
    }
  }
  return warnings;
}

/** The line, counted from 1, on which an offset stands. */
export function lineNumber(lines: Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle + 1;
    else high = middle;
  }
  return (lines[Math.max(0, low - 1)]?.number ?? 0) + 1;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 30 && /\p{L}/u.test(text[start - 1] as string)) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 30 && /\p{L}/u.test(text[end] as string)) end++;
  return end;
}
