import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Verdict } from "../model.ts";

/** What an exact sum can lie between when its terms are rounded. */
export type Range = { low: number; high: number };

export type Judgement = {
  verdict: Verdict;
  /** The innocent reading behind a warning, in Danish: "tallet ser afkortet ud". */
  reading: string | null;
  /** The printed digits fit the sum cut off instead of rounded. */
  truncated: boolean;
  /** The printed digits fit the sum rounded and not cut off: this text rounds. */
  rounded: boolean;
};

const EPSILON = 1e-9;

/** How far a term may lie from what is printed: whole counts and unrounded money are exact. */
export function rangeOf({ value, step, unit, hedge }: NumberMention): Range {
  const whole = step === 1 && unit !== "percent" && unit !== "points";
  const slack = (whole ? 0 : step / 2) + (hedge ? Math.abs(value) * 0.05 : 0);
  return { low: value - slack, high: value + slack };
}

export const isHedged = (...terms: NumberMention[]) => terms.some(({ hedge, to }) => hedge !== null || to !== null);

export const addRanges = (ranges: Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});

export const subtract = (a: Range, b: Range): Range => ({ low: a.low - b.high, high: a.high - b.low });

/** Division of two ranges above zero. */
export const divide = (a: Range, b: Range, times = 1): Range => ({
  low: (a.low / b.high) * times,
  high: (a.high / b.low) * times,
});

export const scaleRange = ({ low, high }: Range, times: number): Range =>
  times < 0 ? { low: high * times, high: low * times } : { low: low * times, high: high * times };

const plainly = (verdict: Verdict, reading: string | null = null): Judgement => ({
  verdict,
  reading,
  truncated: false,
  rounded: false,
});

/**
 * Holds a printed number against what the sum gives. One rounding at the printed precision holds, with halves either
 * way. A number cut off or rounded twice is a warning. Hedges widen: "cirka" 10 %, "knap" and "næsten" 10 % below,
 * "over" and "godt" 50 % above; beyond 30 % a hedged number is wrong, too, and in between it is a warning.
 * `loose` says that the terms are hedged themselves: then nothing is certain enough for an error.
 */
export function judge(stated: NumberMention, range: Range, loose = false): Judgement {
  const value = Math.abs(stated.value);
  const half = stated.step / 2 + EPSILON * Math.max(1, value);
  const middle = (range.low + range.high) / 2;
  if (stated.hedge) return judgeHedged(stated.hedge, value, half, range, loose);
  if (value + half >= range.low && value - half <= range.high) {
    const cutOff = Math.floor(middle / stated.step + EPSILON) * stated.step;
    return { ...plainly("ok"), rounded: Math.abs(cutOff - value) > stated.step / 2 };
  }
  const coarse = coarseStep(stated);
  if (coarse > 0 && Math.abs(value - middle) <= coarse / 2) {
    return coarse >= 1000 ? plainly("ok") : plainly("warning", "tallet kan være rundet af");
  }
  const steps = middle / stated.step;
  const fraction = steps - Math.floor(steps);
  const floor = Math.floor(steps + EPSILON) * stated.step;
  if (range.high - range.low < stated.step && Math.abs(floor - value) < half && fraction > 0.5 && fraction < 0.95)
    return {
      ...plainly(loose ? "warning" : "warning", "tallet ser afkortet ud i stedet for rundet af"),
      truncated: true,
    };
  const twice = Math.round(Math.round(steps * 10) / 10) * stated.step;
  if (Math.abs(twice - value) < half && Math.abs(steps - value / stated.step) < 0.56)
    return plainly("warning", "tallet ser ud til at være rundet af to gange");
  return loose ? plainly("warning", "tallene er kun omtrentlige") : plainly("error");
}

/** 1.400.000 may stand for 1.411.036: what the last digit that is no zero is worth; 0 below two zeros. */
function coarseStep({ value, step }: NumberMention): number {
  if (step !== 1 || !Number.isInteger(value) || value === 0) return 0;
  const zeros = /0*$/.exec(String(Math.abs(value)))?.[0].length ?? 0;
  return zeros >= 2 ? 10 ** zeros : 0;
}

function judgeHedged(
  hedge: NonNullable<NumberMention["hedge"]>,
  value: number,
  half: number,
  { low, high }: Range,
  loose: boolean,
): Judgement {
  const within = (least: number, most: number) => high >= least && low <= most;
  const far =
    loose || within(value * 0.7, value * 1.3) ? plainly("warning", "tallet er kun omtrentligt") : plainly("error");
  if (hedge === "about") return within(value * 0.9 - half, value * 1.1 + half) ? plainly("ok") : far;
  if (hedge === "nearly") return within(value * 0.9 - half, value + half) ? plainly("ok") : far;
  if (hedge === "over") return within(value - half, value * 1.5 + half) ? plainly("ok") : far;
  if (hedge === "under") return within(value * 0.5 - half, value + half) ? plainly("ok") : far;
  if (hedge === "at-least") return high >= value - half ? plainly("ok") : far;
  return low <= value + half ? plainly("ok") : far;
}
