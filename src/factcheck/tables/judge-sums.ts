import { slipBetween } from "../explain/slips.ts";
import { needNotAddUp } from "./roles.ts";
import { placeOf } from "./tell.ts";
import { slippedPart } from "./tell-sum.ts";
import { weightOf, type Best, type Context, type Judged, type Sum, type Trust } from "./sum.ts";
import type { Entry, View } from "./view.ts";

/** Columns and rows that no total adds up: shares, averages, prices each. */
const NOT_SUMMED = new Set(["share", "average", "rate", "growth", "index", "cumulative"]);

const isRight = ({ match }: Sum) => match === "exact" || match === "rounding";

/** Which sums of a table come out and which do not. */
export type Tally = { right: Sum[]; wrong: Sum[]; weight: number };

export function tally(view: View, sums: Sum[]): Tally {
  const isOff = ({ match, across }: Sum) => match === "off" && !NOT_SUMMED.has(view.acrossRoles[across] ?? "");
  return { right: sums.filter(isRight), wrong: sums.filter(isOff), weight: weightOf(sums) };
}

/**
 * Gives the sums of a total line their verdicts; null where nothing certain can be said. `kin` are the sums of its like in
 * the same table: where those come out, the table adds up.
 */
export function judgeAmounts(
  view: View,
  { at, amounts: found, trust }: Judged,
  kin: Tally | null,
  context: Context,
): Sum[] {
  if (!found) return [];
  const { sums, usual } = found;
  const own = tally(view, sums);
  const all = kin ?? own;
  const isBorneOut = all.weight >= 0.9 && all.wrong.length <= all.right.length;
  const framed = trust !== "named" && at > 1 && found.rival < 0.6 && sums.every(isFrame);
  const proven =
    framed ||
    (trust === "named"
      ? own.weight >= 0.45 || (usual && isBorneOut)
      : trust === "maybe"
        ? all.weight >= 0.95 && all.wrong.length <= all.right.length
        : own.weight >= 2.4 && own.wrong.length * 3 <= own.right.length);
  for (const sum of sums) {
    if (isRight(sum))
      sum.verdict = framed || trust === "named" || own.weight >= 1.4 || sum.parts.length > 2 ? "ok" : null;
    else if (NOT_SUMMED.has(view.acrossRoles[sum.across] ?? "")) continue;
    else if (isAlone(sum) || LESS.test(view.lines[at]?.name ?? ""))
      sum.verdict = trust === "named" && isOnlyRow(view, sum) && hint(sum) ? "error" : null;
    else if (sum.match === "maybe-rounding") sum.verdict = trust === "named" ? "warning" : null;
    else if (proven) {
      const verdict = provenVerdict(view, sum, own.right.length > 0 ? own : all, context);
      sum.verdict = verdict === "error" && trust === "maybe" && all.weight < 1.4 && !hint(sum) ? "warning" : verdict;
    } else if (trust === "named" && usual && isSimple(view, at, found))
      sum.verdict = unprovenVerdict(view, sum, own.wrong, context);
  }
  if (trust === "named") return sums;
  return proven || (own.right.length === sums.length && own.weight >= 0.9)
    ? sums.filter(({ verdict }) => verdict !== null)
    : [];
}

/** A total that leaves something out by its name. */
const LESS = /(?<!\p{L})(?:uden|ekskl|eksklusiv|excl|fraregnet|fratrukket|bortset|minus)(?!\p{L})/iu;

const isAlone = ({ parts }: Sum) => parts.filter((part) => !part.nothing).length < 2;

/** A committee with a single area: its total repeats the only row. */
function isOnlyRow(view: View, { line }: Sum): boolean {
  return !view.turned && line === 1 && view.lines.length === 2 && view.lines[0]?.role === "plain";
}

/** A frame built line by line: an amount, signed changes, and the amount they lead to. */
function isFrame({ parts, total }: Sum): boolean {
  const [first, ...changes] = parts;
  const isBare = (entry: Entry | undefined) => entry?.cell.number?.signed === false;
  const apart = parts.reduce((sum, part) => sum + part.value, 0) - total.value;
  return (
    changes.length > 0 &&
    isBare(first) &&
    isBare(total) &&
    changes.every((part) => part.nothing || part.value === 0 || part.cell.number?.signed === true) &&
    Math.abs(apart) <= Math.abs(total.value) * 0.15
  );
}

/** Other places of the line add up, so this one should. */
function provenVerdict(
  view: View,
  sum: Sum,
  { right, wrong }: { right: Sum[]; wrong: Sum[] },
  context: Context,
): Sum["verdict"] {
  const hinted = hint(sum);
  if (isLikeAnAverage(sum)) {
    if (sum.step < 1 && right.every(({ step }) => step >= 1)) return null;
    if (!hinted) return "warning";
  }
  if (mayOverlap(sum, context)) return null;
  if (sum.gap && !hinted) return "warning";
  if (wrong.length >= 3 && wrong.length > right.length * 3) return "warning";
  if (view.turned && wrong.length > right.length && !hinted) return "warning";
  return "error";
}

/** No place of the line adds up, so that rows may be missing or told twice. */
function unprovenVerdict(view: View, sum: Sum, wrong: Sum[], context: Context): Sum["verdict"] {
  const hinted = hint(sum);
  const slip = slipBetween(sum.total.value, sum.computed);
  const isSwap = slip === "to cifre byttet om" || slippedPart(sum) !== null;
  if (isLikeAnAverage(sum) && (!isSwap || sum.step < 1)) return null;
  if (mayOverlap(sum, context)) return null;
  const apart = Math.abs(sum.total.value - sum.computed) / Math.max(Math.abs(sum.total.value), Math.abs(sum.computed));
  const near = apart <= 0.3;
  if (view.turned) return sum.parts.length > 1 && (hinted || apart <= 0.1) ? "warning" : null;
  if (sum.gap) return hinted ? "warning" : null;
  const mixed =
    wrong.some((other) => other.total.value > other.computed) &&
    wrong.some((other) => other.total.value < other.computed);
  const isAgreed = wrong.length > 1 && !mixed;
  if (hinted && near && (!isAgreed || slip === null || slip === "to cifre byttet om")) return "error";
  if (!isAgreed) return near ? "error" : "warning";
  return near ? "warning" : null;
}

/** A table whose only total stands at the end of rows that are all amounts. */
function isSimple(view: View, at: number, { parts, rival }: NonNullable<Best>): boolean {
  // A row without a figure right above the total has lost it.
  if (at !== view.lines.length - 1 || rival >= 0.6 || view.lines[at - 1]?.role === "heading") return false;
  const others = view.lines.filter((line, index) => index !== at && line.role !== "heading");
  return (
    others.every((line) => line.role === "plain") &&
    parts.lines.length > 1 &&
    parts.lines.length === others.length &&
    new Set(others.map((line) => line.unit)).size === 1
  );
}

function isLikeAnAverage({ parts, total }: Sum): boolean {
  const values = parts.filter((part) => !part.nothing && part.value !== 0).map((part) => part.value);
  const within = (value: number) => value > 0 && value <= total.value;
  return (
    values.length > 1 &&
    values.every((value) => value > 0) &&
    values.some(within) &&
    values.some((value) => value >= total.value)
  );
}

/** Whether the words around a sum say that its parts overlap. */
export function mayOverlap({ view, line, across }: Sum, context: Context): boolean {
  const { row, column } = placeOf(view, line, across);
  return context.overlapping || needNotAddUp(row) || needNotAddUp(column);
}

function hint(sum: Sum): boolean {
  return slipBetween(sum.total.value, sum.computed) !== null || slippedPart(sum) !== null;
}

/** Shares add up to the whole: a total of 100 percent is held against its parts, other totals of percent only if right. */
export function judgeShares(found: Best, trust: Trust, { overlapping }: Context): Sum[] {
  if (!found || trust !== "named") return [];
  for (const sum of found.sums) {
    const whole = Math.abs(sum.total.value - 100) < 0.001;
    if (isRight(sum)) sum.verdict = "ok";
    else if (sum.match === "maybe-rounding") sum.verdict = whole ? "ok" : null;
    else if (overlapping) continue;
    else if (whole && found.usual && sum.parts.length > 1 && !sum.gap)
      sum.verdict = Math.abs(sum.computed - 100) <= 30 || hint(sum) ? "error" : "warning";
    else if (found.score >= 1.4 && hint(sum)) sum.verdict = "error";
  }
  return found.sums.filter(({ verdict }) => verdict !== null);
}
