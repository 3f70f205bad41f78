import { stemmer } from "@orama/stemmers/danish";

/** A word of a text: its root tells what it means whatever its ending, and `name` whether it is written like a name. */
export type Word = { text: string; root: string; start: number; end: number; name: boolean };

const WORD = /\p{L}[\p{L}\p{M}]+(?:[-'’][\p{L}\d]+)*/gu;

/** The words of a stretch of text, with offsets into `text`. Numbers are no words. */
export function wordsIn(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match && match.index < to; match = WORD.exec(text)) {
    const start = match.index;
    const end = Math.min(start + match[0].length, to);
    const printed = text.slice(start, end);
    words.push({
      text: printed.toLowerCase(),
      root: rootOf(printed),
      start,
      end,
      name: isName(text, start, printed, from),
    });
  }
  return words;
}

/** Capitals inside a sentence mark names; at its beginning every word has one. */
function isName(text: string, start: number, printed: string, from: number): boolean {
  if (!/^\p{Lu}/u.test(printed)) return false;
  const before = text.slice(Math.max(from, start - 4), start).replace(/[\s*_#"”»'(]+/gu, "");
  return before !== "" && !/[.:!?\n|\t-]$/u.test(before);
}

const known = new Map<string, string>();
const ROOM = 50_000;

/**
 * What a word's endings hang on, so that a noun, its plural and the verb behind it meet: "stadfæstelsesprocenten",
 * "stadfæstet" and "stadfæstelse" are all "stadfæst", "elevtallet" is "elev" like "elever".
 */
export function rootOf(word: string): string {
  const key = word.toLowerCase();
  let root = known.get(key);
  if (root === undefined) {
    root = makeRoot(key);
    if (known.size >= ROOM) known.clear();
    known.set(key, root);
  }
  return root;
}

const IRREGULAR: Record<string, string> = {
  budg: "budget",
  børn: "barn",
  børnen: "barn",
  modtog: "modtag",
  modtagn: "modtag",
  indkomn: "indkom",
  indgik: "indgå",
  indgå: "indgå",
  mænd: "mand",
  mænden: "mand",
  steg: "stig",
  stign: "stig",
  faldt: "fald",
  afsat: "afsæt",
  bevill: "bevilg",
  bevilg: "bevilg",
  ansøgt: "ansøg",
  brugt: "brug",
  solgt: "salg",
  købt: "køb",
  pct: "procent",
  mer: "mere",
  bøg: "bog",
  bøger: "bog",
  tog: "tag",
  pladser: "plads",
};
/** Words that end like a compound and are none. */
const NO_COMPOUND =
  /^(?:kapital|hospital|digital|total|kvartal|antal|vital|mental|metal|postal|horisontal|vertikal|kommunal|aftal|omtal|tiltal|indtal|udtal|betal|samtal|medtal|overtal|flertal|mindretal)/;
const TALLY = /^(.{4,}?)(?:e?s?(?:antal|procent|andel|procenttal|rate)|tal)$/;

function makeRoot(word: string): string {
  const bare = word.replace(/['’]s?$/u, "").replace(/['’]/gu, "");
  if (bare.startsWith("ledig")) return stemmer(bare.replace(/^ledige?r?n?e?s?$/u, "ledig")).replace(/^led$/, "ledig");
  let root = stemmer(bare);
  if (/[^aeiouyæøå]ed$/.test(root) && root.length > 5) root = root.slice(0, -2);
  const tally = NO_COMPOUND.test(root) ? null : TALLY.exec(root);
  if (tally?.[1]) root = stemmer(tally[1].replace(/(?:els)?$|s$/, ""));
  const complaint = /^(.{3,})esag$/.exec(root);
  if (complaint?.[1]) root = complaint[1];
  const done = /^(.{4,}?)(?:ning|ing|else)$/.exec(root);
  if (done?.[1]) root = done[1];
  return IRREGULAR[root] ?? root;
}
