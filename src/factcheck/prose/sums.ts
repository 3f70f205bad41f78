import { danishIn, sumOf } from "../explain/danish-numbers.ts";
import { slipBetween } from "../explain/slips.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { isAdjective } from "../numbers/units.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { addRanges, isHedged, judge, rangeOf, type Judgement, type Range } from "./judge.ts";
import { sameUnit } from "./marked.ts";

/** How surely the words say that the parts are the whole. */
export type Certainty = "sure" | "likely" | "open";

/**
 * Holds a total against its parts. Parts that count something else than the total, and totals far from the sum, are
 * most likely no parts and total at all: then nothing is said, unless the sum holds.
 */
export function claimOfSum(total: NumberMention, parts: NumberMention[], certainty: Certainty): Claim[] {
  if (parts.length < 2 || isHedged(...parts) || total.to !== null) return [];
  const money = [total, ...parts].filter(({ unit }) => unit === "kr").length;
  if (money > 0 && ![total, ...parts].every((number) => sameUnit(number, { ...total, unit: "kr" }))) return [];
  const range = addRanges(parts.map(rangeOf));
  const signless = total.value > 0 && range.high < 0 ? { low: -range.high, high: -range.low } : range;
  const size = total.value < 0 ? { low: -range.high, high: -range.low } : signless;
  const judgement = judgeSum(total, size, parts);
  const ratio = (size.low + size.high) / 2 / Math.abs(total.value);
  const alike = parts.every((part) => sameUnit(part, total) || (part.unit !== null && isAdjective(part.unit)));
  // Surplus and deficit are printed with and without signs, so only a sum that holds is told of those.
  const mixed = parts.some(({ value }) => value < 0) && parts.some(({ value }) => value > 0);
  if (judgement.verdict !== "ok" && certainty === "open" && !isNearMiss(total, size, alike)) return [];
  if (judgement.verdict !== "ok" && (mixed || !plausible(ratio, alike, certainty))) return [];
  return [
    {
      check: "sum-in-prose",
      stated: total,
      range: size,
      judgement: soften(judgement, isLoose(certainty, alike) && !isSlip(total, size, parts, alike)),
      sum: sumOf(parts.map(printed)),
      terms: parts,
      unit: total.unit ?? null,
    },
  ];
}

const isLoose = (certainty: Certainty, alike: boolean) => certainty === "open" || (certainty === "likely" && !alike);

/** Three parts or more that only miss the total by a slip of the pen are all of it, whatever the words. */
function isSlip(total: NumberMention, { low, high }: Range, parts: NumberMention[], alike: boolean): boolean {
  return alike && parts.length > 2 && total.step === 1 && slipBetween(total.value, (low + high) / 2) !== null;
}

/** "heraf 40, 15 og 9" need not be all: only a sum that just misses, or looks like a slip of the pen, is told. */
function isNearMiss(total: NumberMention, { low, high }: Range, alike: boolean): boolean {
  const sum = (low + high) / 2;
  const near = Math.abs(sum - total.value) <= Math.abs(total.value) * 0.03;
  return alike && (near || (total.step === 1 && slipBetween(total.value, sum) !== null));
}

/**
 * Rounded parts may add up to a little more or less. Errors that all pull the same way are rare: beyond two standard
 * deviations (a step's is its twelfth's root) the sum is doubtful.
 */
function judgeSum(total: NumberMention, range: Range, parts: NumberMention[]): Judgement {
  const judgement = judge(total, range);
  const steps = Math.abs(Math.abs(total.value) - (range.low + range.high) / 2) / total.step;
  const likely = Math.max(1.01, 2 * Math.sqrt((parts.length + 1) / 12));
  if (judgement.verdict !== "ok" || total.hedge || range.low === range.high || steps <= likely || total.step === 1)
    return judgement;
  return { ...judgement, verdict: "warning", reading: "det kan skyldes afrunding af delene" };
}

function plausible(ratio: number, alike: boolean, certainty: Certainty): boolean {
  if (certainty === "sure") return alike ? ratio > 0.4 && ratio < 2.5 : ratio > 0.7 && ratio < 1.4;
  return alike ? ratio > 0.5 && ratio < 2 : ratio > 0.8 && ratio < 1.25;
}

const soften = (judgement: Judgement, soft: boolean): Judgement =>
  soft && judgement.verdict === "error"
    ? { ...judgement, verdict: "warning", reading: "opdelingen er måske ikke udtømmende, eller grupperne overlapper" }
    : judgement;

/** The sum of parts as a text, for explanations of shares. */
export const sumText = (parts: NumberMention[]) =>
  danishIn(
    parts.reduce((sum, { value }) => sum + value, 0),
    Math.min(...parts.map(({ step }) => step)),
    null,
  );
