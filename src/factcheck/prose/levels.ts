import type { NumberMention } from "../numbers/find-numbers.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";

/** Two levels of one thing, the earlier first. */
export type Pair = { from: NumberMention; to: NumberMention; start: number; end: number };

const FROM_TO =
  /(?<!\p{L})fra (?<first>[^#%¤]{0,60}?)(?<a>[#%]\d+);(?<between>[^#%¤]{0,70}?)(?<!\p{L})til(?<last> [^#%¤]{0,50}?)?(?<b>[#%]\d+);/gu;
const AGAINST =
  /(?<b>[#%]\d+);(?<between>[^#%¤]{0,90}?)(?<!\p{L})(?:mod|imod|sammenlignet med|sammenholdt med|i forhold til|overfor|over for)(?<last> [^#%¤]{0,50}?)?(?<a>[#%]\d+);/gu;
const WHERE =
  /(?<b>[#%]\d+);(?<between>[^#%¤]{0,90}?)(?<!\p{L})hvor(?<last> [^#%¤]{0,110}?)(?<!\p{L})(?:var|lå|udgjorde|blev|havde|modtog|kom|brugte|viste|indkom|registrerede|fik|på|modtaget|med)(?<tail> [^#%¤]{0,40}?)?(?<a>[#%]\d+);/gu;
const BASE_FIRST =
  /(?<!\p{L})(?:sammenlignet med|i forhold til|mod) [^#%¤]{0,30}, hvor (?<between>[^#%¤]{0,60}?)(?<a>[#%]\d+);(?<last>[^#%¤]{0,80}?)(?<!\p{L})(?:til|på|er|var)(?: [\p{L}.]+){0,2} (?<b>[#%]\d+);/gu;
const BEYOND =
  /(?<b>#\d+);[^#%¤]{0,70}?[#%](?<change>\d+);(?<last>[^#%¤]{0,30}?)(?<!\p{L})(?:end|i forhold til|sammenlignet med)(?: [^#%¤]{0,30}?)? ?\(?(?<a>#\d+);\)/gu;
const THROUGH =
  /(?<a>#\d+);(?<between>[^#%¤]{0,70}?)#(?<change>\d+);(?<last>[^#%¤]{0,40}?)(?<!\p{L})til(?: i alt| nu| samlet| herefter| knap| cirka| ca\.)* (?<b>#\d+);/gu;
const OTHER_CLAUSE = /(?<!\p{L})(?:men|hvoraf|heraf|herunder|hvilket|mens|samtidig)(?!\p{L})/u;

/**
 * The pair of levels a sentence tells, when it tells exactly one: "fra A til B", "B mod A", "B ..., hvor det var A",
 * "A i 2022 og B i 2023". `skip` holds the numbers that are changes.
 */
export function pairIn(marked: Marked, skip: ReadonlySet<number>): Pair | null {
  for (const expression of [FROM_TO, BASE_FIRST, AGAINST, WHERE]) {
    const pairs = [...marked.text.matchAll(expression)].flatMap((match) => pairOf(marked, match, skip) ?? []);
    if (pairs.length === 1) return pairs[0] ?? null;
    if (pairs.length > 1) return null;
  }
  return pairThrough(marked, skip) ?? pairByYears(marked, skip);
}

/** "rammen på 4,2 mio. kr. hæves med 0,9 mio. kr. til 5,1 mio. kr." */
function pairThrough(marked: Marked, skip: ReadonlySet<number>): Pair | null {
  const found = [...marked.text.matchAll(THROUGH), ...marked.text.matchAll(BEYOND)].filter(({ groups }) =>
    skip.has(Number(groups?.["change"])),
  );
  const [match] = found;
  return match && found.length === 1 ? pairOf(marked, match, skip) : null;
}

/** The clauses of a sentence that tells of several things: "..., mens udlånet er faldet fra A til B". */
export function clausesOf(marked: Marked): Marked[] {
  const parts = marked.text.split(/,? (?:mens|imens|medens|men|hvorimod)(?= )/u);
  return parts.length === 1 ? [] : parts.map((text) => ({ ...marked, text }));
}

/** Two levels of a kind and nothing else, in the order of the text. */
export function bothLevels(marked: Marked, skip: ReadonlySet<number>): Pair | null {
  const levels = tokensIn(marked.text).filter(({ index }) => !skip.has(index));
  const [one, two] = levels;
  if (!one || !two || levels.length > 2 || one.letter !== two.letter) return null;
  const [pair, back] = [String(one.index), String(two.index)];
  return make(marked, pair, back, one.at, two.end);
}

function pairOf(marked: Marked, match: RegExpExecArray, skip: ReadonlySet<number>): Pair | null {
  const { a = "", b = "", between = "", last = "", first = "" } = match.groups ?? {};
  if (skip.has(Number(a.slice(1))) || skip.has(Number(b.slice(1))) || a[0] !== b[0]) return null;
  if (OTHER_CLAUSE.test(between) || OTHER_CLAUSE.test(last) || OTHER_CLAUSE.test(first)) return null;
  return inOrder(marked, make(marked, a.slice(1), b.slice(1), match.index, match.index + match[0].length));
}

/** "i 2022 ..., hvor der i 2023 var": years tell which is the earlier. */
function inOrder(marked: Marked, pair: Pair | null): Pair | null {
  if (!pair) return null;
  const [from, to] = [pair.from, pair.to].map((number) => {
    const token = tokensIn(marked.text).find(({ index }) => marked.numbers[index] === number);
    return token ? yearNear(marked, token.at, token.end) : null;
  });
  return typeof from === "number" && typeof to === "number" && from > to
    ? { ...pair, from: pair.to, to: pair.from }
    : pair;
}

function make(marked: Marked, a: string, b: string, start: number, end: number): Pair | null {
  const from = numberOf(marked, a);
  const to = numberOf(marked, b);
  if (!from || !to || from.to !== null || to.to !== null || !sameUnit(from, to)) return null;
  return { from, to, start, end };
}

const YEAR = /(?<![\d./-])(?:19|20)\d\d(?![\d/-]|\.\d)/gu;

/** The year a number belongs to: the one right after it, else the nearest before it in the same clause. */
export function yearNear(marked: Marked, at: number, end: number): number | null {
  const near = marked.text.slice(end, end + 48).split(/ (?:og|mens|samt|til|mod) |[#%¤,.)]/u)[0] ?? "";
  const behind = /(?<![\d./-])((?:19|20)\d\d)(?![\d/-])/u.exec(
    marked.text.slice(end, end + 10).startsWith(" (") ? marked.text.slice(end, end + 7) : near,
  )?.[1];
  if (behind) return Number(behind);
  const before = marked.text.slice(0, at).replace(/^.*[#%¤]\d+;/u, "");
  const years = [...before.matchAll(YEAR)];
  return years.length === 1 ? Number(years[0]?.[0]) : null;
}

function pairByYears(marked: Marked, skip: ReadonlySet<number>): Pair | null {
  const levels = tokensIn(marked.text).filter(({ letter, index }) => letter !== "¤" && !skip.has(index));
  const [one, two, more] = levels;
  if (!one || !two || more || one.letter !== two.letter) return null;
  const years = new Set(marked.text.match(YEAR));
  let first = yearNear(marked, one.at, one.end);
  let second = yearNear(marked, two.at, two.end);
  // Of two years the one that is not taken belongs to the other figure.
  const left = (taken: number) => Number([...years].find((year) => Number(year) !== taken));
  if (years.size === 2 && first !== null && second === null) second = left(first);
  if (years.size === 2 && second !== null && first === null) first = left(second);
  if (first === null || second === null || first === second) return null;
  const between = marked.text.slice(one.end, two.at);
  if (/(?<!\p{L})(?:hvoraf|heraf|herunder|ud af|af de|af dem)(?!\p{L})/u.test(between)) return null;
  const [a, b] = first < second ? [one, two] : [two, one];
  return make(marked, String(a.index), String(b.index), one.at, two.end);
}

/** The only level of a sentence that is not a change; null when there is none or several. */
export function onlyLevel(marked: Marked, skip: ReadonlySet<number>): { number: NumberMention; at: number } | null {
  const levels = tokensIn(marked.text).filter(
    ({ index, letter, nested }) => letter !== "¤" && !skip.has(index) && !nested,
  );
  const [one, two] = levels;
  if (!one || two) return null;
  const number = numberOf(marked, String(one.index));
  return number && number.to === null ? { number, at: one.at } : null;
}
