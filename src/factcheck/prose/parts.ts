import type { Claim } from "./finding.ts";
import { onlyLevel } from "./levels.ts";
import { isAmount, numberOf, sameUnit, stem, tokensIn, type Marked } from "./marked.ts";
import { claimOfSum, type Certainty } from "./sums.ts";
import { changesIn } from "./changes.ts";

/** Between a total and its parts: words that say the parts are all of it. */
const OPENERS: [RegExp, Certainty][] = [
  [
    /^[^#%¤]{0,90}?(?:fordel(?:t|te|er|es)(?: sig)?|deler sig|delte sig|opdelt|delt|fordelingen er)(?:,| således| sådan| som følger| nogenlunde)*(?: på| med| mellem| i| til)?:?(?= )/u,
    "sure",
  ],
  [/^(?: (?!fra |til )[\p{L}./-]+){0,9}:(?= )/u, "sure"],
  [
    /^[^#%¤]{0,60}?(?:består af|bestående af|bestod af|sammensat af|sammensætter sig af|dækker over|dækker|udgøres af|omfatter|omfattede|rummer)(?= )/u,
    "likely",
  ],
  [/^(?: [\p{L}./-]+){0,8},? (?:nemlig|henholdsvis|dvs\.|det vil sige)(?= )/u, "likely"],
  [/^(?: [\p{L}.-]+){0,8},? (?:hvoraf|heraf)(?: er| går| var| kommer)?(?= )/u, "open"],
  [/^(?: [\p{L}.-]+){0,4} (?:er|var|blev|kommer|ligger|går)(?= )/u, "open"],
  [/^(?: [\p{L}\d./-]+){0,3} \((?=(?:heraf )?[#\p{L}])/u, "likely"],
];
const PARTIAL =
  /(?<!\p{L})(?:blandt andet|bl\.a\.?|herunder|f\.eks\.|fx|eksempelvis|især|primært|særligt|hovedsageligt|flest|størstedelen|mindst|størst|største|omkring|over tid)(?!\p{L})/u;
const STOP =
  /(?<!\p{L})(?:hvoraf|heraf|herunder|hvilket|hvorved|svarende til|sammenlignet|i forhold til|mod|mens|hvorimod|det svarer|end|dertil|derudover|herudover|desuden|hvor|pr\.|per)(?!\p{L})/u;

/** "595 klager: 414 over afgørelser og 181 over sagsbehandling", "18,4 mio. kr. fordelt med 13,6 på ... og 4,7 på ...". */
export function checkParts(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || PARTIAL.test(marked.text)) return [];
  const changes = new Set(changesIn(marked).map(({ index }) => index));
  for (const token of tokensIn(marked.text)) {
    const total = numberOf(marked, String(token.index));
    if (!total || token.letter !== "#" || token.nested || changes.has(token.index)) continue;
    const behind = marked.text.slice(token.end);
    for (const [opener, certainty] of OPENERS) {
      const match = opener.exec(behind);
      if (!match || (certainty !== "open" && STOP.test(match[0]))) continue;
      // "Af de 62 er 40 ..." is a whole; "der er 62, 40 er ..." tells of other things.
      if (
        certainty === "open" &&
        !/(?:hvoraf|heraf)/u.test(match[0]) &&
        !/(?<!\p{L})af (?:de |i alt |alle )*$/u.test(marked.text.slice(0, token.at))
      )
        continue;
      const listed = partsIn(marked, behind.slice(match[0].length), match[0].endsWith("("));
      // In "dækker over 29 om ..." the preposition is no hedge.
      const parts = match[0].endsWith("over")
        ? listed?.map((part, place) => (place === 0 && part.hedge === "over" ? { ...part, hedge: null } : part))
        : listed;
      const claims = parts
        ? claimOfSum(total, parts, certainty !== "open" && inAll(marked.text, token.at) ? "sure" : certainty)
        : [];
      // Net figures are differences, whatever the list looks like.
      const net = /netto|indtægt|fratrukket|minus/u.test(marked.text);
      const told = net ? claims.filter(({ judgement }) => judgement.verdict === "ok") : claims;
      if (told.length > 0) return told;
    }
  }
  return checkToldBefore(sentences, at);
}

const SUBJECT =
  /^(?:[\p{L}-]+ ){0,3}?(?<noun>[\p{L}-]{2,})(?: er| var| bliver| blev)? (?:fordelt|fordeler sig|fordelte sig|fordeles|opdelt)(?: således| sådan)?(?: på| med| mellem)?:?(?= )/u;

/** "... et overskud på 10,5 mio. kr. Overskuddet er fordelt med 8,7 mio. kr. på ... og 1,8 mio. kr. på ...". */
function checkToldBefore(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  const match = marked && SUBJECT.exec(marked.text);
  const noun = match?.groups?.["noun"];
  if (!marked || !match || !noun) return [];
  const parts = partsIn(marked, marked.text.slice(match[0].length), false);
  const totals = parts
    ? [sentences[at - 1], sentences[at - 2]].flatMap((before) =>
        before && before.sentence.block === marked.sentence.block ? numbersOf(before, noun) : [],
      )
    : [];
  const values = new Set(totals.map(({ value }) => value));
  const [total] = totals;
  return parts && total && values.size === 1 ? claimOfSum(total, parts, "sure") : [];
}

/** The numbers of a sentence that a noun leads to ("et overskud på 10,5") or that count it. */
function numbersOf(marked: Marked, noun: string) {
  // "De fordeler sig på ..." has the only count of the sentence before for its whole.
  if (/^(?:de|disse|det|dette)$/u.test(noun)) return onlyLevel(marked, new Set())?.number ?? [];
  const root = stem(noun);
  const tokens = tokensIn(marked.text);
  return tokens.flatMap((token, place) => {
    const number = numberOf(marked, String(token.index));
    if (!number || token.letter !== "#" || number.to !== null) return [];
    const lead = marked.text.slice(Math.max(tokens[place - 1]?.end ?? 0, token.at - 50), token.at);
    const told =
      / (?:på|er|var|udgør) (?:[\p{L}.]+ ){0,2}$/u.test(lead) &&
      (lead.match(/\p{L}{3,}/gu) ?? []).some((word) => stem(word) === root);
    return told || (number.unit !== null && stem(number.unit) === root) ? [number] : [];
  });
}

const inAll = (text: string, at: number) =>
  /(?<!\p{L})(?:i alt|samlede?t?|total(?:t|e)?)(?: [\p{L}.]+){0,3} $/u.test(text.slice(0, at));

/** The parts a stretch lists: "A x, B y og C z". Null when it is no plain list that "og" or "samt" ends. */
function partsIn(marked: Marked, text: string, inParentheses: boolean) {
  const stop = inParentheses ? text.search(/\)/u) : text.search(STOP);
  const listed = stop < 0 ? text : text.slice(0, stop);
  // "2065 på skoler" may be a count that looks like a year.
  if (/(?:^|,|\(| og| samt| med) ?(?:19|20)\d\d (?!og|til)\p{L}/u.test(listed)) return null;
  const tokens = tokensIn(listed).filter(({ letter, nested }) => letter === "#" && !nested);
  if (tokens.length < 2 || tokens.length > 20) return null;
  const parts = [];
  for (const [place, token] of tokens.entries()) {
    const number = numberOf(marked, String(token.index));
    if (!number || number.to !== null || !isAmount(number)) return null;
    const before = place === 0 ? listed.slice(0, token.at) : listed.slice(tokens[place - 1]?.end, token.at);
    if (place > 0 && !(place === tokens.length - 1 ? / (?:og|samt|plus) /u : /,| og | samt | plus /u).test(before))
      return null;
    if (/\.\s|(?<!\p{L})(?:fra|til \p{L}+ år|kl\.)\s$/u.test(before.replace(/\b(?:ca|kr|mio|mia|pr|kl)\./gu, "")))
      return null;
    parts.push(number);
  }
  const first = parts[0];
  return first && parts.every((part) => sameKind(part.unit, first.unit) || sameUnit(part, first)) ? parts : null;
}

const sameKind = (a: string | null, b: string | null) => (a === "kr") === (b === "kr");
