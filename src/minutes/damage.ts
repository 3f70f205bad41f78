import type { Line } from "./lines.ts";
import type { Item, Participant, Warning } from "./model.ts";
import { isNear } from "./participants.ts";
import { warning } from "./warnings.ts";

/** Damage that conversions of minutes are known for: what is printed, and what was meant. */
const KNOWN: [RegExp, string][] = [
  [/^udvalgsråd(et)?$/iu, "udvalgsmød$1"],
  [/kontaktfør(?:e?løb|else)/iu, "kontaktforløb"],
  [/kontaktfø(?:lløb|llob|løb)/iu, "kontaktforløb"],
  [/udvalgmød/iu, "udvalgsmød"],
  [/trafikikkerhed/iu, "trafiksikkerhed"],
  [/mistriksel/iu, "mistrivsel"],
];
/** A part of each known word. */
const KNOWN_PARTS = ["ntaktfø", "valgmø", "valgsrå", "fikikk", "istriks"];
/** Small letters that turn into capitals inside a word: "budgetkontROLSAG". */
const CAPITALS = /[A-ZÆØÅ]{3,}/g;
const INNER_CAPITALS = /^[A-ZÆØÅ]?[a-zæøå]{4,}[A-ZÆØÅ]{3,}$/;

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
  for (const index of placesOf(text, KNOWN_PARTS)) {
    const from = wordStart(text, index);
    const word = text.slice(from, wordEnd(text, index));
    const [pattern, meant] = KNOWN.find(([known]) => known.test(word)) ?? [];
    if (pattern && meant)
      add(from, word, word.replace(pattern, isCapital(word) ? meant[0]?.toUpperCase() + meant.slice(1) : meant));
  }
  for (const match of text.matchAll(CAPITALS)) {
    const before = text.charCodeAt(match.index - 1);
    if (!(before > 96 && before < 123) && before < 223) continue;
    const from = wordStart(text, match.index);
    const word = text.slice(from, wordEnd(text, match.index));
    if (INNER_CAPITALS.test(word)) add(from, word, word.toLowerCase());
  }
  const known = participants.map((person) => person.name);
  for (const item of items) {
    for (const decision of item.decisions) {
      for (const person of [...decision.absent, ...decision.substitutes]) {
        if (known.includes(person.name) || seen.has(person.name)) continue;
        const near = known.find((name) => isNear(name, person.name));
        if (!near) continue;
        seen.add(person.name);
        warnings.push(
          warning(
            "name-spelling",
            lineNumber(lines, Math.max(item.span.start, text.indexOf(person.name, item.span.start))),
            `»${person.name}«, måske »${near}«.`,
          ),
        );
      }
    }
  }
  return warnings;
}

/** Where any of the parts stand, in order. One after the other, for a plain search is far quicker than a pattern. */
function placesOf(text: string, parts: string[]): number[] {
  const places: number[] = [];
  for (const part of parts)
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) places.push(at);
  return places.sort((left, right) => left - right);
}

/** The line, counted from 1, on which an offset stands. */
function lineNumber(lines: Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle + 1;
    else high = middle;
  }
  return (lines[Math.max(0, low - 1)]?.number ?? 0) + 1;
}

function isCapital(word: string): boolean {
  return word[0] !== word[0]?.toLowerCase();
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
