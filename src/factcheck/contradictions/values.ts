import type { Mention } from "./mention.ts";

export type Figure = Pick<Mention, "value" | "step" | "hedge" | "unit">;

/**
 * How two figures for one quantity stand to each other: `same` within the printed precision, `near` when rounding, cutting
 * off decimals or a round word may explain the difference, `different` when nothing does. Signs are left out, as papers
 * print a deficit with and without one.
 */
export type Relation = "same" | "near" | "different";

export function relate(a: Figure, b: Figure): Relation {
  const [low, high] = Math.abs(a.value) <= Math.abs(b.value) ? [a, b] : [b, a];
  const gap = Math.abs(Math.abs(a.value) - Math.abs(b.value));
  const step = Math.max(a.step, b.step);
  const slack = step * 1e-6;
  if (a.step === b.step ? gap <= slack : gap <= step / 2 + Math.min(a.step, b.step) / 2 + slack) return "same";
  if (isHedged(low, high)) return "same";
  if (isRounded(a, b, gap) || isRounded(b, a, gap)) return "near";
  const isMeasured = a.unit === "percent" || a.unit === "points" || step !== 1;
  if (isMeasured && gap <= step + slack) return "near";
  if (a.unit === "kr" && gap <= 2) return "near";
  return "different";
}

/** "cirka 600", "knap 600", "over 500": room for what the word allows. */
function isHedged(low: Figure, high: Figure): boolean {
  const ratio = Math.abs(high.value) / Math.max(Math.abs(low.value), 1e-9);
  const hedges = new Set([low.hedge, high.hedge]);
  if (hedges.has("about") && ratio <= 1.1) return true;
  if ((high.hedge === "nearly" || high.hedge === "under") && ratio <= 1.15) return true;
  return low.hedge === "over" && ratio <= 1.25;
}

/** 600 for 595, 1.000 for 1.047: a round figure beside one with at least two digits more. */
function isRounded(round: Figure, exact: Figure, gap: number): boolean {
  const digits = digitsOf(round);
  if (digitsOf(exact).length - digits.length < 2) return false;
  const unit = Math.abs(round.value) / Number(digits);
  return gap <= unit / 2 + exact.step;
}

/** The digits that say something: 1.500.000 is "15". */
function digitsOf({ value, step }: Figure): string {
  const steps = Math.round(Math.abs(value) / step);
  return String(steps).replace(/0+$/, "") || "0";
}

/**
 * How much one figure looks like the other mistyped (two digits swapped, one changed or lost): 0 not, 1 as many figures do by
 * chance, 2 seldom by chance, 3 hardly ever.
 */
export type Slip = 0 | 1 | 2 | 3;

export function slipOf(a: Figure, b: Figure): Slip {
  const step = Math.max(a.step, b.step);
  const one = printedDigits(a, step);
  const other = printedDigits(b, step);
  if (one === other || one.length < 2 || other.length < 2) return 0;
  if (one.length !== other.length) return isLost(one, other);
  const places = [...one].flatMap((digit, index) => (digit === other[index] ? [] : [index]));
  const digits = Math.max(one.replace(/0+$/, "").length, other.replace(/0+$/, "").length);
  const [first = 0, second = 0] = places;
  if (places.length === 1) return digits >= 5 ? 3 : digits === 4 ? 2 : digits === 3 ? 1 : 0;
  const isSwapped = places.length === 2 && one[first] === other[second] && one[second] === other[first];
  if (!isSwapped || second - first > 2) return 0;
  return digits >= 4 ? 3 : digits === 3 ? 2 : 1;
}

/** A digit left out, or the point moved. */
function isLost(one: string, other: string): Slip {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  const isMoved = long.replace(/0+$/, "") === short.replace(/0+$/, "");
  if (isMoved) return short.replace(/0+$/, "").length >= 3 ? 2 : 1;
  if (long.length - short.length !== 1 || short.length < 3) return 0;
  const isShorter = [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
  return isShorter ? (short.length >= 4 ? 2 : 1) : 0;
}

const printedDigits = ({ value }: Figure, step: number): string => String(Math.round(Math.abs(value) / step));
