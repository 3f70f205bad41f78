import { type Dictionary, dictionary, HASH_START, hashNext, hashOf, Use, useOf } from "./dictionary.ts";
import { stem } from "./stem.ts";

const SHORTEST_WORD = 5;
const LONGEST_WORD = 60;
const SHORTEST_LAST = 3;
const NONE: readonly string[] = [];

const set = (words: string) => new Set(words.split(" "));

/** Look like words, but are prefixes and endings here: "indstilling" is no kind of "stilling". */
const NO_HEADS = set(
  "ind ud for til fra ved med over under efter før mod om op ned af an bag bi gen mis sam und van be der her hen hvor igen frem " +
    "den det dem man hun han ham jeg som men kan vil har var være hver alt alle ans pro per kon kom par des hal vis dis ret inter " +
    "gennem fort fast frem tilbage sammen forud tran sup sur plat eta beg bet bid besk forel tilr samt stil int kor konk rem hel nog eks",
);
/** Short words that do begin compounds though the dictionary does not say so, and those of two letters that do. */
const MORE_HEADS = set("fleks flex udsatte vice");
const MORE_HASHES = new Set(Array.from(MORE_HEADS, (word) => hashOf(word, 0, word.length)));
const SHORT_HEADS = set("by dag års døgn vej tog job fag sag råd lov løn");
/** A last part this short is taken for an ending ("kontrol-len") unless it is one of these. */
const SHORT_LASTS = set(
  "råd hus vej net ark sti hav tal mål tog bil bad liv tid dag job syn lov løb lån løn rum køb ben bus dyr hal kor kur leg mad sal sag by",
);
/** Words that are endings here ("ledig-hed", "etable-ring") or left over from a wrong cut ("klages-ager"). */
const NO_LASTS = set(
  "ringer anden ende ender ene ener else eller ere eres isk iske lig lige ager inde sted stede sker mest meste hed ring tik tikke ling " +
    "tern ism ist ker ant ration len iver yder rag rage alen led rig red nativ uren delt agn ater rier slig ynd pelvis sind til over back hede lede ledet",
);
/** Would fall apart into words that have nothing to do with them. They may still be parts of others. */
const NO_COMPOUNDS =
  /^(?:dagsorden|orientering|telefon|transport|borgmester|borger|årsag|formand|formænd|vejledning|redaktion|reaktion|regnskab|selskab|egenskab|deltager)(?:s|e|en|et|er|ne|n|r|ens|ets|ers|ns|rs|rne|erne|ernes|ene|enes)?$/;

/**
 * The lexemes of a compound's parts, and of neighbouring parts together: "stadfæstelsesprocenten" -> ["stadfaest",
 * "procent"], "lokalplanforslag" -> ["lokal", "lokalplan", "plan", "planforslag", "forslag"]; empty for a word that is no
 * compound. Each part is a word of the dictionary; few and long parts win.
 */
export function compoundParts(word: string): readonly string[] {
  const parts = split(word, dictionary());
  if (parts.length < 2) return NONE;
  const lexemes = new Set<string>();
  for (let from = 0; from < parts.length; from++) {
    let before = "";
    for (let to = from; to < parts.length && to - from < parts.length - 1; to++) {
      const { text, written } = parts[to] as Part;
      if (text !== UNKNOWN) lexemes.add(stemOfPart(before + text));
      before += written;
    }
  }
  return [...lexemes];
}

/** A part as a word of its own, and as it is written with what joins it to the next one. */
type Part = { readonly text: string; readonly written: string };
const UNKNOWN = "";

function split(word: string, words: Dictionary): Part[] {
  const { length } = word;
  if (length < SHORTEST_WORD || length > LONGEST_WORD || NO_COMPOUNDS.test(word)) return [];
  const beginnings = new Int32Array(length + 1);
  beginnings[0] = HASH_START;
  for (let at = 0; at < length; at++) beginnings[at + 1] = hashNext(beginnings[at] ?? 0, word.charCodeAt(at));
  const heads: { head: Part; at: number }[] = [];
  for (let at = length - SHORTEST_LAST + 1; at >= 2; at--) {
    const head = headOf(word, at, beginnings, words);
    if (head) heads.push({ head, at });
  }
  for (const { head, at } of heads) {
    if (isLast(word.slice(at), words)) return [...partsOrWhole(head, words), ...lastParts(word.slice(at), words)];
  }
  for (const { head, at } of heads) {
    const rest = split(word.slice(at), words);
    if (rest.length > 0) return [...partsOrWhole(head, words), ...rest];
  }
  return unknownHead(word, words);
}

function partsOrWhole(part: Part, words: Dictionary): Part[] {
  const parts = partsOf(part.text, words);
  const last = parts.at(-1);
  if (!last) return [part];
  const joined = { text: last.text, written: last.written + part.written.slice(part.text.length) };
  return [...parts.slice(0, -1), joined];
}

/** The same parts stand in many compounds, so what was found of them is kept. */
const splits = new Map<string, readonly Part[]>();
const stems = new Map<string, string>();
const CAPACITY = 20_000;

function partsOf(text: string, words: Dictionary): readonly Part[] {
  let parts = splits.get(text);
  if (!parts) {
    parts = split(text, words);
    if (splits.size >= CAPACITY) splits.clear();
    splits.set(text, parts);
  }
  return parts;
}

function stemOfPart(text: string): string {
  let found = stems.get(text);
  if (found === undefined) {
    found = stem(text);
    if (stems.size >= CAPACITY) stems.clear();
    stems.set(text, found);
  }
  return found;
}

function lastParts(text: string, words: Dictionary): Part[] {
  return partsOrWhole({ text, written: text }, words);
}

/** The word that the first `at` letters are, with what joins it to the rest. */
function headOf(word: string, at: number, beginnings: Int32Array, words: Dictionary): Part | null {
  const joint = word.charAt(at - 1);
  const joins = at >= 3 && (joint === "s" || joint === "e");
  const bare = useOf(words, beginnings[at] ?? 0);
  const inner = joins ? useOf(words, beginnings[at - 1] ?? 0) : 0;
  // "arbejdsmarked": the word loses its e.
  const whole = joint === "s" && at > 5 ? useOf(words, hashNext(beginnings[at - 1] ?? 0, E)) : 0;
  // Most beginnings are no words, which is known before they are cut out.
  if ((bare | inner | whole) === 0 && !MORE_HASHES.has(beginnings[at] ?? 0)) return null;
  const head = word.slice(0, at);
  if (NO_HEADS.has(head) || (at === 2 && !SHORT_HEADS.has(head))) return null;
  // The dictionary says how a word usually joins; longer ones join otherwise too ("ældreråd").
  if (bare & Use.bare || (bare && (SHORT_HEADS.has(head) || at >= 4))) return { text: head, written: head };
  if (MORE_HEADS.has(head)) return { text: head, written: head };
  const text = head.slice(0, -1);
  if (!joins || NO_HEADS.has(text)) return null;
  const isFlagged = inner & (joint === "s" ? Use.s : Use.e);
  if (isFlagged || (joint === "s" && inner & Use.last && at > 4)) return { text, written: head };
  return whole & Use.last ? { text: `${text}e`, written: head } : null;
}

const E = "e".charCodeAt(0);

/** "førtidspension", "kommunaldirektør": when the dictionary has the whole and its long end but not its beginning. */
function unknownHead(word: string, words: Dictionary): Part[] {
  for (let at = 5; at <= word.length - 7; at++) {
    if (word[at - 1] === "s" && isLast(word.slice(at), words) && isLast(word, words))
      return [{ text: UNKNOWN, written: word.slice(0, at) }, ...lastParts(word.slice(at), words)];
  }
  return [];
}

const ENDINGS = set("s e en et er es n t r ne ns ts rs ene ens ets ers erne enes nes ernes este ste");

/** Whether a word of the dictionary, inflected or not, may stand last here. */
function isLast(text: string, words: Dictionary): boolean {
  if (NO_LASTS.has(text)) return false;
  for (let ending = 0; ending <= 5 && text.length - ending >= SHORTEST_LAST; ending++) {
    const to = text.length - ending;
    if (ending > 0 && !ENDINGS.has(text.slice(to))) continue;
    if (isLastBase(text, to, words)) return true;
    if (ending === 0 || text.charAt(to).search(/[ens]/) < 0) continue;
    // "kontrollen", "tallene": the consonant is doubled. "artikler", "centret": an e is left out.
    if (text[to - 1] === text[to - 2] && isLastBase(text, to - 1, words)) return true;
    if (/[^aeiouyæøå][lrn]$/.test(text.slice(0, to))) {
      const base = `${text.slice(0, to - 1)}e${text[to - 1]}`;
      if (isLastBase(base, base.length, words)) return true;
    }
  }
  return false;
}

function isLastBase(text: string, to: number, words: Dictionary): boolean {
  const base = text.slice(0, to);
  if (to < SHORTEST_LAST || NO_LASTS.has(base) || (to === SHORTEST_LAST && !SHORT_LASTS.has(base))) return false;
  return (useOf(words, hashOf(text, 0, to)) & Use.last) !== 0;
}
