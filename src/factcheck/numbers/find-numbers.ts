import type { Span } from "#minutes/model.ts";
import { isAge, isLabel, isListMark, isNamed, runsOn } from "./labels.ts";
import { readCluster } from "./read-digits.ts";
import { numberWord, type NumberWord } from "./number-words.ts";
import { hedgeBefore, moneyBefore, readUnit } from "./units.ts";

/** How a number is hedged: "cirka", "knap", "over", "op til", "mindst". */
export type Hedge = "about" | "nearly" | "over" | "under" | "at-most" | "at-least";

/** A number as a text says it. */
export type NumberMention = {
  /** The digits (or words) with sign and scale: "-19,2 mio. kr.", "595", "38,8 %", "125-150", "kr. 4.733.432". */
  span: Span;
  /** In single units: 18,37 millioner is 18370000. Percent stay percent: 38,8. Signs included. */
  value: number;
  /** What one step of the last printed digit is worth: 10000 for 18,37 millioner, 0.1 for 38,8 %, 1 for 595. */
  step: number;
  /** "percent" and "points" (procentpoint) for shares, "kr" for money, else the counted thing's word as printed or null. */
  unit: string | null;
  hedge: Hedge | null;
  /** Upper end of a range ("125-150"), else null. */
  to: number | null;
  /** A count's percent in parentheses, "114 (76,5%)"; it does not stand in the list of numbers by itself. */
  share: NumberMention | null;
  /**
   * `quantity` may be summed. `label` only names: dates, years, times, case numbers, items, paragraphs, telephone
   * numbers, ages, page numbers, and digits glued together by conversion, whose value means nothing.
   */
  kind: "quantity" | "label";
  /** The number is printed with a plus or minus sign (also the true minus and a dash). */
  signed: boolean;
};

const CANDIDATE =
  /\d|(?<![\p{L}\d_])(?:en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|el|tolv|tret|fjor|sek|syt|at|tyv|halv|hundred|tus|fyr|firs|én|ét)/giu;

/** All numbers of a text in order, digits and words ("tre", "tyve"), linear in the text. */
export function findNumbers(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  // Whether a word like "side" or "punkt" names the numbers from here on.
  let named = false;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const start = match.index;
    const word = isDigit(match[0]) ? null : numberWord(text, start);
    if (!word && !isDigit(match[0])) continue;
    const previous = found.at(-1);
    named = isNamed(text, start) || (named && previous !== undefined && runsOn(text, previous, start));
    const mention = word ? wordAt(text, start, word, named) : digitsAt(text, start, named);
    CANDIDATE.lastIndex = Math.max(mention.span.end, start + 1);
    if (previous && mention.kind === "label" && isAge(text, mention.span.end)) nameAge(text, previous, mention);
    const joined = joinRange(text, previous, mention);
    if (joined) found[found.length - 1] = joined;
    else if (!attachShare(text, previous, mention)) found.push(mention);
  }
  return found;
}

const isDigit = (character: string) => character >= "0" && character <= "9";

function digitsAt(text: string, at: number, named: boolean): NumberMention {
  const cluster = readCluster(text, at);
  const after = readUnit(text, cluster.end);
  const sign = signBefore(text, at);
  const money = moneyBefore(text, sign?.start ?? at);
  const label =
    cluster.value === null ||
    (cluster.needsUnit && !after.scaled && !money) ||
    isListMark(text, at, cluster.end) ||
    (named && !(after.scaled && after.unit !== null)) ||
    isLabel(text, { start: at, end: cluster.end }, cluster, after);
  const factor = (sign?.factor ?? 1) * after.scale;
  const value = cluster.value ?? 0;
  return {
    span: { start: label ? at : (money ?? sign?.start ?? at), end: label ? cluster.end : after.end },
    value: label ? value : round(value * factor),
    step: cluster.step * (label ? 1 : after.scale),
    unit: label ? null : money !== null && after.unit !== "percent" ? "kr" : after.unit,
    hedge: label ? null : hedgeBefore(text, money ?? sign?.start ?? at),
    to: cluster.to === null ? null : cluster.to * (label ? 1 : after.scale),
    share: null,
    kind: label ? "label" : "quantity",
    signed: !label && sign !== null,
  };
}

function wordAt(text: string, at: number, word: NumberWord, named: boolean): NumberMention {
  const after = readUnit(text, word.end);
  const label = word.ofShare || named || isLabel(text, { start: at, end: word.end }, { year: false }, after);
  return {
    span: { start: at, end: label ? word.end : after.end },
    value: round(word.value * (label ? 1 : after.scale)),
    step: Number.isInteger(word.value) ? after.scale : 0.5 * after.scale,
    unit: label ? null : after.unit,
    hedge: label ? null : hedgeBefore(text, at),
    to: null,
    share: null,
    kind: label ? "label" : "quantity",
    signed: false,
  };
}

/** A minus or plus that belongs to the digits; a hyphen inside a word, a list dash and "+/-" do not. */
function signBefore(text: string, at: number): { start: number; factor: number } | null {
  const sign = text[at - 1] ?? "";
  if ("-−–+".includes(sign) && sign !== "") {
    const before = text[at - 2] ?? "\n";
    return /[\s([|*_:>"”=]/u.test(before) ? { start: at - 1, factor: sign === "+" ? 1 : -1 } : null;
  }
  const word = /(?<![\p{L}])minus\s$/iu.exec(text.slice(Math.max(0, at - 8), at));
  return word ? { start: at - word[0].length, factor: -1 } : null;
}

/** In "15 til 29-årige" the first number is an age like the second. */
function nameAge(text: string, first: NumberMention, last: NumberMention): void {
  if (
    first.unit === null &&
    / ?(?:og|til|-|–) ?$/u.test(text.slice(first.span.end, last.span.start)) &&
    last.span.start - first.span.end < 6
  )
    first.kind = "label";
}

/** "mellem 65 og 75" and "10 til 15 dage" are one range. */
function joinRange(text: string, first: NumberMention | undefined, last: NumberMention): NumberMention | null {
  if (!first || first.kind !== "quantity" || last.kind !== "quantity" || first.to !== null || first.share) return null;
  const between = text.slice(first.span.end, Math.min(last.span.start, first.span.end + 8));
  if (last.span.start - first.span.end > 6 || first.value >= last.value) return null;
  const before = text.slice(Math.max(0, first.span.start - 8), first.span.start).toLowerCase();
  const range =
    between === " og "
      ? before.endsWith("mellem ")
      : between === " til " && first.unit === null && !/(?:fra|med) $/u.test(before);
  if (!range || (first.unit !== null && first.unit !== last.unit)) return null;
  const scale = first.unit === null && first.step === 1 && last.step > 1 ? last.step : 1;
  return {
    ...last,
    span: { start: first.span.start, end: last.span.end },
    value: first.value * scale,
    to: last.value,
    hedge: first.hedge,
  };
}

const TO_SHARE = /^ ?(?:[\p{L}.]{1,20}[ \u00a0]?){0,3}[([](?:svarende til |ca\. ?|cirka )?$/u;

function attachShare(text: string, count: NumberMention | undefined, share: NumberMention): boolean {
  if (!count || count.kind !== "quantity" || count.unit === "percent" || count.share || count.to !== null) return false;
  if (share.unit !== "percent" || share.to !== null || share.span.start - count.span.end > 60) return false;
  if (!/^\s?[)\]]/u.test(text.slice(share.span.end, share.span.end + 2))) return false;
  // The percent after "133 ud af 14.500" belongs to the part.
  if (/(?:^|[\s(])af (?:i alt |de |alle )?$/u.test(text.slice(Math.max(0, count.span.start - 14), count.span.start)))
    return false;
  if (!TO_SHARE.test(text.slice(count.span.end, share.span.start))) return false;
  count.share = share;
  return true;
}

/** Products of a decimal and a scale come out as "18370000.000000002" otherwise. */
const round = (value: number) => Number.parseFloat(value.toPrecision(15));
