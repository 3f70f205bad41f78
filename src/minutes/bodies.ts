/** The words that end the name of a body: "…udvalget", "Byrådet", "Ældrerådet", "Direktionen". */
const BODY_WORD =
  /(?:udvalg|byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|magistrat|bestyrelse|forretningsudvalg|nævn|råd|kommission|direktion|forum|repræsentantskab|styregruppe)(?:en|et|ene|n)?s?$/i;
const NOT_BODY = /(?:forråd|tilråd|mødet?|udvalgsråd(?:et)?|anråd|medråd|lektiecafé|område[tr]?|områdets?|hårde?t?)$/i;
const ONLY_BODY_WORD = /^(?:udvalget?|bestyrelsen?|rådet?|nævnet?|kommissionen?|forum|styregruppen?|direktionen?)$/i;
const CONNECTORS = new Set(["og", "&", "samt", "for", "i", "til", "af", "om", "på"]);

/** Short forms used in paths ("Sagsforløb: BY", "ØU og KB"). */
const SHORT_FORMS = new Map([
  ["BY", "Byrådet"],
  ["BR", "Byrådet"],
  ["KB", "Kommunalbestyrelsen"],
  ["ØU", "Økonomiudvalget"],
  ["ØK", "Økonomiudvalget"],
]);

export type FoundBody = { name: string; start: number; end: number };

/** True when a word ends as the name of a body does. */
function isBodyWord(word: string): boolean {
  return word.length > 2 && BODY_WORD.test(word) && !NOT_BODY.test(word);
}

/**
 * The body a text begins with, such as "Plan-, Teknik- og Lokaldemokratiudvalget" or "Udvalget for Ældre og Sundhed";
 * null when it does not begin with one. `end` is where the name ends.
 *
 *     readBody("Økonomiudvalget, 17.06.2024") // { name: "Økonomiudvalget", start: 0, end: 15 }
 */
export function readBody(text: string, from = 0): FoundBody | null {
  const words = wordsFrom(text, from);
  let last = -1;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const first = word.text.charCodeAt(0);
    const capital = isCapital(first);
    if (!capital && !CONNECTORS.has(word.text) && !(index > 0 && isLowerNamePart(words, index))) break;
    if (index === 0 && (!capital || NOT_FIRST.has(word.text))) break;
    if (isBodyWord(word.text)) {
      last = index;
      break;
    }
    if (word.closes) break;
  }
  if (last < 0) return null;
  const head = words[last] as Word;
  let end = head.end;
  const next = words[last + 1];
  if (
    !head.closes &&
    !head.comma &&
    (next?.text === "for" || (next?.text === "til" && ONLY_BODY_WORD.test(head.text)) || next?.text === "vedrørende")
  )
    end = extendFor(words, last + 1) ?? end;
  const name = text.slice(from, end);
  if (last === 0 && end === head.end && ONLY_BODY_WORD.test(head.text) && !/^direktionen?$/i.test(head.text))
    return null;
  return { name, start: from, end };
}

/**
 * Every body named in a running text, in order. Short and general words ("udvalget") are no names.
 *
 *     findBodies("godkendt af Byrådet og Børne- og Uddannelsesudvalget").map((body) => body.name)
 *     // ["Byrådet", "Børne- og Uddannelsesudvalget"]
 */
export function findBodies(text: string): FoundBody[] {
  const found: FoundBody[] = [];
  BODY_ENDS.lastIndex = 0;
  for (let match = BODY_ENDS.exec(text); match !== null; match = BODY_ENDS.exec(text)) {
    const end = match.index + match[0].length;
    const start = nameStart(text, match.index);
    const body = readBody(text, start);
    if (body && body.end >= end && body.start >= (found.at(-1)?.end ?? 0)) {
      found.push(body);
      BODY_ENDS.lastIndex = Math.max(end, body.end);
    }
  }
  return found;
}

/** "Byrådet" for "BY", "Økonomiudvalget" for "ØU"; null for letters that are not the same everywhere. */
export function bodyFromShortForm(letters: string): string | null {
  return SHORT_FORMS.get(letters) ?? null;
}

/** Two names of the same body: the definite ending, capitals and an election term make no difference. */
export function sameBody(left: string, right: string): boolean {
  return left === right || bodyKey(left) === bodyKey(right);
}

function bodyKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s*\(?\d{4}\s*[-–]\s*\d{4}\)?/, "")
    .replace(/(?:en|et|n)?s?$/, "")
    .replace(/[\s-]+/g, " ")
    .replace(/^.* (?=(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)$)/, "");
}

/** Words of tables and forms that stand before "Udvalg". */
const NOT_FIRST = new Set([
  "Beslutning",
  "Beslutninger",
  "Fraværende",
  "Afbud",
  "Beslutningen",
  "Behandling",
  "Download",
  "Referat",
  "Dagsorden",
  "Møde",
  "Forslag",
  "Titel",
  "Vælg",
  "Dit",
  "Om",
  "Dato",
  "Type",
  "Kategori",
  "Politiske",
  "Alle",
]);

const BODY_ENDS =
  /[A-Za-zÆØÅæøåéü-]*(?:[uU]dvalg|[bB]yråd|[kK]ommunalbestyrelse|[rR]åd|[bB]orgerrepræsentation|[mM]agistrat|[bB]estyrelse|[nN]ævn|[kK]ommission|Direktion)(?:en|et|n)?(?![A-Za-zæøå-])/g;

/** Walks back over "Klima-, Miljø- og " before the last word of a name. */
function nameStart(text: string, wordStart: number): number {
  let start = wordStart;
  while (isCapital(text.charCodeAt(start))) {
    const before = NAME_PART.exec(text.slice(Math.max(0, start - 45), start));
    if (!before || NOT_A_NAME.has((before[1] as string).trim()) || ENDS_BODY.test(before[1] as string)) return start;
    start -= (before[1] as string).length;
  }
  return start;
}

/** "Økonomiudvalget og " before another body is a body of its own, not the first half of a name. */
const ENDS_BODY = /(?:udvalget|rådet|bestyrelsen|magistraten|direktionen),? (?:og|samt|&) $/i;
const NAME_PART = /(?:^|[\s("„”])([A-ZÆØÅ][A-Za-zæøåÆØÅéü]*(?:-,? |-? (?:og|&|samt) | ))$/;

const NOT_A_NAME = new Set([
  "Når",
  "Hvis",
  "I",
  "På",
  "Den",
  "Det",
  "De",
  "Da",
  "Til",
  "Fra",
  "Som",
  "At",
  "Efter",
  "Beslutning",
  "Referat",
  "Dagsorden",
  "Beslutningen",
  "Ad",
  "Kommune",
  "Der",
  "For",
  "Møde",
  "Derfor",
  "Herefter",
  "Sagen",
  "Forretningsorden",
]);

type Word = { text: string; start: number; end: number; closes: boolean; comma: boolean };

/** Up to ten words; `closes` marks the end of a sentence or a bracket, `comma` a comma after a word without hyphen. */
function wordsFrom(text: string, from: number): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match !== null && words.length < 14; match = WORD.exec(text)) {
    const word = match[1] as string;
    const after = match[2] as string;
    const start = match.index;
    const comma = after.startsWith(",");
    words.push({
      text: word,
      start,
      end: start + word.length,
      closes: /[.:;()\n\t"|]/.test(after) || after === "",
      comma: comma && !word.endsWith("-"),
    });
    if (after === "" || /[:;()\n\t|]/.test(after)) break;
  }
  return words;
}

const WORD = /([A-Za-zÆØÅæøåéüö0-9&§][A-Za-zÆØÅæøåéüö0-9'’-]*|&|-)([\s,.:;()"|]*)/y;

/** "Udvalget for Udvikling af Lokalområderne": the words after "for" that belong to the name. */
function extendFor(words: Word[], from: number): number | null {
  let end: number | null = null;
  for (let index = from; index < words.length; index++) {
    const word = words[index] as Word;
    const capital = isCapital(word.text.charCodeAt(0));
    if (isBodyWord(word.text)) break;
    if (index > from && !capital && !CONNECTORS.has(word.text)) {
      if (
        NOT_IN_NAME.test(word.text) ||
        (end !== null &&
          !CONNECTORS.has(words[index - 1]?.text ?? "") &&
          index > from + 2 &&
          !(FOLLOWED_BY_ADJECTIVE.has(words[index - 2]?.text ?? "") && ADJECTIVE.test(words[index - 1]?.text ?? "")))
      )
        break;
      end = word.end;
    }
    if (capital) end = word.end;
    if (
      word.closes ||
      (word.comma &&
        (capital ? !isCapital((words[index + 1]?.text ?? "").charCodeAt(0)) : words[index + 2]?.text !== "og"))
    )
      break;
  }
  return end;
}

/** "Udvalget for det nære sundhedsvæsen": "det" too stands before what the next word is like. */
const FOLLOWED_BY_ADJECTIVE = new Set([...CONNECTORS, "det"]);

/** "Klima og grøn omstilling": of two small words behind "og" the first says what the second is like. */
const ADJECTIVE = /^(?:grøn(?:ne)?|nære?|nye?|sunde?|trygge?|frie?|\p{Ll}{2,}(?:ige?|iske?|ale?|ende))$/u;

const NOT_IN_NAME =
  /^(?:den|d|kl|møde|mødet|har|er|var|blev|skal|som|at|der|mandag|tirsdag|onsdag|torsdag|fredag|beslutter|godkender|anbefaler|drøfter|tager)$|(?:te|ede|dt)$/;

/** "Roskilde Elite- og talentråd", "regional udvikling": a small letter inside a name, before a body word. */
function isLowerNamePart(words: Word[], index: number): boolean {
  const word = words[index] as Word;
  return isBodyWord(word.text) && word.text.length > 6 && !/^udvalget?$/i.test(word.text);
}

function isCapital(code: number): boolean {
  return (code > 64 && code < 91) || (code > 191 && code < 223) || code === 167;
}
