import { dictionary } from "./dictionary.ts";
import { stem } from "./stem.ts";

const SHORTEST_WORD = 6;
const LONGEST_WORD = 60;
const SHORTEST_PART = 3;
const NONE: readonly string[] = [];

/** Look like words, but are prefixes here: "indstilling" is no kind of "stilling". */
const PREFIXES = new Set(
  "ind ud for til fra ved med over under efter før mod om op ned af an bag bi gen mis sam und van be der her hen hvor igen frem".split(
    " ",
  ),
);

/** A last part this short is taken for an ending ("kontrol-len") unless it is one of these. */
const SHORT_LAST_PARTS = new Set(
  "råd hus vej net ark sti hav tal mål tog bil bad liv tid dag job syn lov løb lån løn rum køb ben bus dyr hal kor kur leg mad sal sag".split(
    " ",
  ),
);

/** Endings that are also words: "regnskab" is no kind of cupboard. */
const ENDINGS = /(?:skab|skabet|skaber|skabets)$/;

/** Would fall apart into words that have nothing to do with them. */
const NO_COMPOUNDS = new Set(
  "dagsorden dagsordenen orientering orienteringen orienteringer telefon telefonen borgmester borgmesteren".split(" "),
);

/**
 * The lexemes of a compound's parts, and of neighbouring parts together: "stadfæstelsesprocenten" -> ["stadfaest",
 * "procent"], "lokalplanforslag" -> ["lokal", "lokalplan", "plan", "planforslag", "forslag"]; empty for a word that is no
 * compound. The longest first part wins, and each part is a word that the dictionary lets stand there.
 */
export function compoundParts(word: string): readonly string[] {
  const segments = split(word);
  if (segments.length === 0) return NONE;
  const { first } = dictionary();
  const parts = new Set<string>();
  for (let from = 0; from < segments.length; from++) {
    for (let to = from + 1; to <= segments.length && to - from < segments.length; to++) {
      const part = segments.slice(from, to).join("");
      parts.add((to < segments.length ? first.get(part) : undefined) ?? stem(part));
    }
  }
  return [...parts];
}

/** The parts as written, joints included; empty for a word that is no compound. */
function split(word: string): string[] {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || NO_COMPOUNDS.has(word) || ENDINGS.test(word))
    return [];
  const { first, last } = dictionary();
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const head = word.slice(0, at);
    if (!first.has(head) || PREFIXES.has(head)) continue;
    const rest = word.slice(at);
    if (rest.length === SHORTEST_PART && !SHORT_LAST_PARTS.has(rest)) continue;
    const further = split(rest);
    if (further.length > 0 || last.has(stem(rest))) {
      const before = split(head);
      return [...(before.length > 0 ? before : [head]), ...(further.length > 0 ? further : [rest])];
    }
  }
  return [];
}
