import { typeset } from "./typst.ts";

/** Letters that IBM Plex Sans has, as the tests see to: nothing of these is asked about. */
const ALWAYS = /^[\n\x20-\x7e\xa0-\xac\xae-\u017f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2212]*$/;
/** More different letters than these are not asked about, and count as in no font. */
const MOST = 300;

const known = new Map<string, boolean>();

/**
 * Text as it can be printed: a letter that no font has stands as its number, "[U+1F600]", and what is never seen
 * (controls, joiners without anything to join) falls away. Typst would refuse the whole document for one of them.
 */
export function printable(text: string): string {
  if (ALWAYS.test(text)) return text;
  return Array.from(text.toWellFormed().replace(/\r\n?/g, "\n"), (letter) => {
    if (ALWAYS.test(letter) || isInFont(letter)) return letter;
    if (letter === "\t" || /\p{Z}/u.test(letter)) return " ";
    return /[\p{Cc}\p{Cf}\p{Cn}\p{M}]/u.test(letter) ? "" : `[U+${letter.codePointAt(0)?.toString(16).toUpperCase()}]`;
  }).join("");
}

/** Letters of nobody's, and those that turn the direction of all that follows. */
const NEVER = /[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u;

function isInFont(letter: string): boolean {
  if (NEVER.test(letter)) return false;
  let isKnown = known.get(letter);
  if (isKnown === undefined) {
    if (known.size >= MOST) return false;
    isKnown = canTypeset(letter);
    known.set(letter, isKnown);
  }
  return isKnown;
}

function canTypeset(letter: string): boolean {
  try {
    typeset(PROBE, letter);
    return true;
  } catch {
    // Typst's only way to say that a letter is in no font.
    return false;
  }
}

const PROBE = `#set document(title: "a", date: none)
#set text(font: "IBM Plex Sans")
#json(bytes(sys.inputs.data))`;
