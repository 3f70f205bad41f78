import { dictionary } from "./dictionary.ts";
import { stem } from "./stem.ts";

const known = new Map<string, readonly string[]>();
const CAPACITY = 200_000;
const SHORTEST_WORD = 6;
const LONGEST_WORD = 60;
const SHORTEST_PART = 3;
const NONE: readonly string[] = [];

/** Look like words, but are prefixes here: "indstilling" is no kind of "stilling". */
const PREFIXES = new Set(
  "ind ud for til fra ved med over under efter før mod om op ned af an bag bi gen mis sam und van be der her hen hvor igen frem".split(" "),
);

/** A last part this short is taken for an ending ("kontrol-len") unless it is one of these. */
const SHORT_LAST_PARTS = new Set(
  "råd hus vej net ark sti hav tal mål tog bil bad liv tid dag job syn lov lån løn rum køb ben bus dyr hal kor kur leg mad sal sag".split(" "),
);

/** Would fall apart into words that have nothing to do with them. */
const NO_COMPOUNDS = new Set("dagsorden dagsordenen orientering orienteringen orienteringer telefon telefonen".split(" "));

/**
 * The lexemes of a compound's parts: "stadfæstelsesprocenten" -> ["stadfaest", "procent"]; empty for a word that is no
 * compound. The longest first part wins, and a part that is a compound itself gives its own parts too:
 * "sygedagpengeområdet" -> ["sygedagpeng", "syg", "dagpeng", "omraad"]. Each part is a word that the dictionary lets
 * stand there.
 */
export function compoundParts(word: string): readonly string[] {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || NO_COMPOUNDS.has(word)) return NONE;
  const before = known.get(word);
  if (before) return before;
  const parts = [...new Set(split(word))];
  if (known.size >= CAPACITY) known.clear();
  known.set(word, parts);
  return parts;
}

function split(word: string): string[] {
  const { first, last } = dictionary();
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const head = word.slice(0, at);
    const lexeme = first.get(head);
    if (lexeme === undefined || PREFIXES.has(head)) continue;
    const rest = word.slice(at);
    if (rest.length === SHORTEST_PART && !SHORT_LAST_PARTS.has(rest)) continue;
    const end = stem(rest);
    const further = compoundParts(rest);
    if (end.length >= SHORTEST_PART && last.has(end)) return [lexeme, ...compoundParts(head), end, ...further];
    if (further.length > 0) return [lexeme, ...compoundParts(head), ...further];
  }
  return [];
}
