import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { claimOfChange } from "./growth.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";
import { claimOfShare, sharesOfSum } from "./shares.ts";
import { claimOfSum } from "./sums.ts";

type Point = { number: NumberMention; isTotal: boolean };

const TOTAL_POINT = /^(?:i alt|ialt|total(?:t)?|samlet|sum|tilsammen)(?!\p{L})/u;
const PARTIAL =
  /(?<!\p{L})(?:blandt andet|bl\.a\.?|herunder|f\.eks\.|fx|eksempelvis|især|primært|største|vigtigste|udvalgte)(?!\p{L})/u;
const ENUMERATES = /(?:fordel|således|følgende|opdel|bestå|disse|som er|er:|i alt|nedenfor|sådan)/u;

/**
 * Points under a line that gives their total ("68 sager, der fordeler sig således:"): counts against the total, and
 * their shares in parentheses. `at` is the first point of the list.
 */
export function checkList(sentences: readonly Marked[], at: number): Claim[] {
  const first = sentences[at];
  const opener = first?.sentence.opener;
  if (!first || !first.sentence.point || !opener) return [];
  const above = sentences[at - 1];
  if (!above || above.sentence.span.start !== opener.start) return [];
  const list = pointsFrom(sentences, at);
  if (!list || list.length < 2 || PARTIAL.test(above.text)) return [];
  const parts = list.filter(({ isTotal }) => !isTotal).map(({ number }) => number);
  const [lead] = parts;
  if (!lead || parts.length < 2 || !parts.every((part) => sameUnit(part, lead) && part.to === null)) return [];
  const totals = list.filter(({ isTotal }) => isTotal);
  if (totals.length > 1) return [];
  const total = totals[0]?.number ?? totalAbove(sentences, at - 1, parts);
  const sums = total ? claimOfSum(total, parts, "sure") : [];
  const holds = sums.some(({ judgement }) => judgement.verdict === "ok");
  const earlier = total && holds ? checkEarlierYear(sentences, at, total, parts.length) : [];
  return [...sums, ...shares(parts, total, holds), ...earlier];
}

const EARLIER =
  /\((?:(?<before>(?:19|20)\d\d): ?|i (?<during>(?:19|20)\d\d): ?)?#(?<index>\d+);(?:,? (?:i )?(?<after>(?:19|20)\d\d))?\)/u;

/**
 * "Januar: 45 klager (57, 2023)": the figures in parentheses add up to the total of that year, and "58 færre klager end i
 * første kvartal 2023" above the list is the difference of both totals.
 */
function checkEarlierYear(sentences: readonly Marked[], at: number, total: NumberMention, points: number): Claim[] {
  const figures = sentences.slice(at, at + points).map((marked) => {
    const groups = EARLIER.exec(marked.text)?.groups ?? {};
    return { number: numberOf(marked, groups["index"]), year: groups["before"] ?? groups["during"] ?? groups["after"] };
  });
  const [first] = figures;
  const numbers = figures.flatMap(({ number }) => number ?? []);
  const [lead, last] = [numbers[0], numbers.at(-1)];
  if (!first?.year || !lead || !last || numbers.length !== points || figures.some(({ year }) => year !== first.year))
    return [];
  const sum = numbers.reduce((value, number) => value + number.value, 0);
  const from: NumberMention = {
    ...lead,
    value: sum,
    unit: total.unit,
    span: { start: lead.span.start, end: last.span.end },
  };
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const marked = sentences[back];
    if (!marked || marked.sentence.point || marked.sentence.heading !== sentences[at]?.sentence.heading) break;
    const [change, more] = changesIn(marked);
    if (!change || more || change.direction === 0 || !marked.text.includes(first.year)) continue;
    if (tokensIn(marked.text).length > 1) continue;
    return claimOfChange({ from, to: total, start: 0, end: 0 }, change);
  }
  return [];
}

/** The points of one list, each with its figure; null when one has none or may have several. */
function pointsFrom(sentences: readonly Marked[], at: number): Point[] | null {
  const first = sentences[at]?.sentence;
  const points: Point[] = [];
  let block = -1;
  for (let next = at; next < sentences.length && points.length < 60; next += 1) {
    const marked = sentences[next];
    if (!marked || !first || !marked.sentence.point || marked.sentence.opener?.start !== first.opener?.start) break;
    if (marked.sentence.indent > first.indent) continue;
    // Only the first sentence of a point tells its figure.
    if (marked.sentence.block === block) continue;
    block = marked.sentence.block;
    const number = figureOf(marked);
    if (!number) return null;
    points.push({ number, isTotal: TOTAL_POINT.test(marked.text) });
  }
  return points;
}

function figureOf(marked: Marked): NumberMention | null {
  if (changesIn(marked).length > 0) return null;
  const tokens = tokensIn(marked.text).filter(({ letter, nested }) => letter === "#" && !nested);
  const [one, two] = tokens;
  if (!one) return null;
  // "Nord: 45 elever ..." and "45 elever i Nord" lead with their figure; else it must be the only one.
  const leads = one.at === 0 || /[:–-] $/u.test(marked.text.slice(0, one.at));
  if (two && !(leads && /(?<!\p{L})(?:heraf|hvoraf|mod|herunder)(?!\p{L})/u.test(marked.text.slice(one.end, two.at))))
    return null;
  return numberOf(marked, String(one.index));
}

/** The total in the line above, or, when that gives none, the only fitting count of the paragraph before it. */
function totalAbove(sentences: readonly Marked[], at: number, parts: NumberMention[]): NumberMention | null {
  const opener = sentences[at];
  const [lead] = parts;
  if (!opener || !lead || !opener.text.endsWith(":")) return null;
  const own = fitting(opener, lead);
  if (own.length > 0) return own.length === 1 && own[0] ? own[0] : null;
  if (!ENUMERATES.test(opener.text) || /[#%¤]\d/u.test(opener.text)) return null;
  const found: NumberMention[] = [];
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const before = sentences[back];
    if (!before || before.sentence.heading !== opener.sentence.heading || before.sentence.point) break;
    found.push(...fitting(before, lead));
  }
  const [only] = found;
  return only && found.length === 1 && only.unit !== null && lead.unit !== null ? only : null;
}

function fitting(marked: Marked, lead: NumberMention): NumberMention[] {
  const changes = new Set(changesIn(marked).map(({ index }) => index));
  const tokens = tokensIn(marked.text).filter(
    ({ letter, index, nested }) => letter === "#" && !nested && !changes.has(index),
  );
  return tokens.flatMap(({ index, at }) => {
    const number = numberOf(marked, String(index));
    const inAll = /(?:i alt|samlede?t?|total)(?: [\p{L}.]+){0,3} $/u.test(marked.text.slice(0, at));
    return number &&
      number.to === null &&
      sameUnit(number, lead) &&
      (number.unit !== null || inAll || lead.unit === null)
      ? [number]
      : [];
  });
}

function shares(parts: NumberMention[], total: NumberMention | null, holds: boolean): Claim[] {
  const shared = parts.filter(({ share }) => share !== null);
  if (shared.length === 0) return [];
  if (total && (holds || shared.length < parts.length))
    return shared.flatMap((part) => claimOfShare(part, total, part.share));
  return shared.length === parts.length ? sharesOfSum(parts) : [];
}
