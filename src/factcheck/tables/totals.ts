import { slipBetween, slipNote } from "../explain/slips.ts";
import { compareSum, roundingOf, type Match } from "./compare.ts";
import { readingsOf, type Parts } from "./parts.ts";
import { needNotAddUp } from "./roles.ts";
import { nameOf, placeOf, print, printSum, type Told } from "./tell.ts";
import type { Entry, Line, View } from "./view.ts";

/** A total at one place of a view, set beside the sum of its parts. */
export type Sum = {
  view: View;
  line: number;
  across: number;
  total: Entry;
  parts: Entry[];
  computed: number;
  step: number;
  match: Match;
  /** A part is missing or empty, so that the sum may lack something. */
  gap: boolean;
  verdict: "error" | "warning" | "ok" | null;
};

/** Context of a table that decides how strictly its sums are taken. */
export type Context = { words: string; overlapping: boolean };

export function contextOf(text: string, view: View): Context {
  const { table } = view;
  const spans = [...(table.caption ? [table.caption] : []), ...table.notes];
  const words = [...spans.map(({ start, end }) => text.slice(start, end)), table.corner].join("\n");
  return { words, overlapping: needNotAddUp(words) };
}

/** The totals of a view, whatever they are called and wherever they stand, each with its sum and a verdict. */
export function findSums(view: View, context: Context): Sum[] {
  const { lines } = view;
  const named = indexesOf(lines, (line) => line.role === "total");
  const maybe = indexesOf(lines, (line) => line.role === "maybe-total");
  const unnamed =
    named.length === 0 && lines.length > 3 && lines.length < 60
      ? [lines.length - 1, 0].filter((at) => lines[at]?.role === "plain")
      : [];
  const sums: Sum[] = [];
  for (const at of [...named, ...(maybe.length < 40 ? maybe : []), ...unnamed]) {
    const trust = lines[at]?.role === "total" ? "named" : lines[at]?.role === "maybe-total" ? "maybe" : "guess";
    const totals = trust === "maybe" ? [...named, ...maybe.filter((index) => index < at)].sort((a, b) => a - b) : named;
    sums.push(...judge(view, at, totals, trust, context));
  }
  return sums;
}

function indexesOf(lines: Line[], test: (line: Line) => boolean): number[] {
  return lines.flatMap((line, index) => (test(line) ? [index] : []));
}

type Trust = "named" | "maybe" | "guess";

function judge(view: View, at: number, totals: number[], trust: Trust, context: Context): Sum[] {
  const amounts = best(view, at, totals, context, false);
  const shares = best(view, at, totals, context, true);
  return [...verdicts(view, at, amounts, trust, context), ...shareVerdicts(shares, trust)];
}

type Best = { sums: Sum[]; score: number; usual: boolean; parts: Parts } | null;

/** The reading of the parts that most places of the total line bear out. */
function best(view: View, at: number, totals: number[], context: Context, percent: boolean): Best {
  let found: Best = null;
  for (const parts of readingsOf(view, at, totals)) {
    const sums = addUp(view, at, parts, context, percent);
    if (sums.length === 0) continue;
    const score = sums.reduce((all, sum) => all + weight(sum), 0);
    const needed = parts.usual ? 0 : Math.max(1.4, found?.score ?? 0);
    if (!found || (score > found.score + 0.01 && score > needed)) {
      if (!parts.usual && score < 1.4) continue;
      found = { sums, score, usual: parts.usual, parts };
    }
  }
  return found;
}

/** How much a sum that comes out says for a reading: large numbers do not add up by chance. */
function weight({ match, parts, total, step }: Sum): number {
  if (match !== "exact" && match !== "rounding") return 0;
  const filled = parts.filter((part) => part.value !== 0).length;
  if (filled === 0) return 0;
  const size = Math.min(1, Math.log10(Math.max(1, Math.abs(total.value) / step)) / 2);
  return (filled === 1 ? 0.2 : 1) * size * (match === "exact" ? 1 : 0.7);
}

function addUp(view: View, at: number, parts: Parts, context: Context, percent: boolean): Sum[] {
  const line = view.lines[at] as Line;
  const sums: Sum[] = [];
  for (let across = 0; across < view.across.length; across++) {
    const total = line.entries[across];
    const role = view.acrossRoles[across];
    if (!total || total.unknown || total.nothing || total.percent !== percent || role === "label" || role === "heading")
      continue;
    const entries = parts.lines.map((index) => view.lines[index]?.entries[across] ?? null);
    const known = entries.filter((entry): entry is Entry => entry !== null);
    if (known.length === 0 || known.some((entry) => entry.unknown || (!entry.nothing && entry.percent !== percent)))
      continue;
    const filled = known.filter((entry) => !entry.nothing);
    if (filled.length === 0) continue;
    const step = Math.max(total.step, ...filled.map((entry) => entry.step));
    const least = Math.min(total.step, ...filled.map((entry) => entry.step));
    const computed = Math.round(known.reduce((sum, entry) => sum + Math.round(entry.value / least), 0)) * least;
    const words = `${context.words} ${view.across[across]} ${line.name}`;
    const column = view.turned ? line : { unit: null, scale: 1 };
    const unit = line.unit ?? column.unit;
    const rounding = roundingOf(
      view,
      [total, ...filled],
      unit,
      unit === "kr" ? Math.max(line.scale, view.table.scale) : 1,
      words,
    );
    sums.push({
      view,
      line: at,
      across,
      total,
      parts: known,
      computed: Number(computed.toPrecision(15)),
      step,
      match: compareSum(total.value, computed, step, filled.length, rounding),
      gap: known.length < entries.length || view.table.rows.some((row) => row.short),
      verdict: null,
    });
  }
  return sums;
}

/** Columns and rows that no total adds up: shares, averages, prices each. */
const NOT_SUMMED = new Set(["share", "average", "rate", "growth", "index", "cumulative"]);

function verdicts(view: View, at: number, found: Best, trust: Trust, context: Context): Sum[] {
  if (!found) return [];
  const { sums, score, usual } = found;
  const right = sums.filter(({ match }) => match === "exact" || match === "rounding");
  const wrong = sums.filter(({ match, across }) => match === "off" && !NOT_SUMMED.has(view.acrossRoles[across] ?? ""));
  const proven =
    trust === "named"
      ? score >= 0.45
      : trust === "maybe"
        ? score >= 1.4 && wrong.length <= right.length
        : score >= 2.4 && wrong.length * 3 <= right.length;
  for (const sum of sums) {
    const role = view.acrossRoles[sum.across] ?? "plain";
    if (sum.match === "exact" || sum.match === "rounding")
      sum.verdict = trust === "named" || score >= 1.4 || sum.parts.length > 2 ? "ok" : null;
    else if (NOT_SUMMED.has(role)) continue;
    else if (sum.match === "maybe-rounding") sum.verdict = trust === "named" ? "warning" : null;
    else if (proven) sum.verdict = provenVerdict(view, sum, right, wrong, context);
    else if (trust === "named" && usual && isSimple(view, at, found.parts))
      sum.verdict = unprovenVerdict(view, sum, wrong, context);
  }
  if (trust !== "named" && !proven) return right.length === sums.length && score >= 0.9 ? sums : [];
  return sums.filter(({ verdict }) => verdict !== null);
}

/** Other places of the line add up, so this one should. */
function provenVerdict(view: View, sum: Sum, right: Sum[], wrong: Sum[], context: Context): Sum["verdict"] {
  if (isLikeAnAverage(sum)) {
    if (sum.step < 1 && right.every(({ step }) => step >= 1)) return null;
    if (!hint(sum)) return "warning";
  }
  if (mayOverlap(view, sum, context)) return null;
  if (sum.gap && !hint(sum)) return "warning";
  if (wrong.length >= 3 && wrong.length > right.length * 3) return "warning";
  if (view.turned && wrong.length > right.length && !hint(sum)) return "warning";
  return "error";
}

/** No place of the line adds up, so that rows may be missing or told twice. */
function unprovenVerdict(view: View, sum: Sum, wrong: Sum[], context: Context): Sum["verdict"] {
  if (isLikeAnAverage(sum) && !hint(sum)) return null;
  if (mayOverlap(view, sum, context)) return null;
  const apart = Math.abs(sum.total.value - sum.computed) / Math.max(Math.abs(sum.total.value), Math.abs(sum.computed));
  const near = apart <= 0.3;
  if (view.turned) return sum.parts.length > 1 && (hint(sum) || apart <= 0.1) ? "warning" : null;
  if (sum.gap) return hint(sum) ? "warning" : null;
  const mixed =
    wrong.some((other) => other.total.value > other.computed) &&
    wrong.some((other) => other.total.value < other.computed);
  if (hint(sum) && near) return "error";
  if (wrong.length === 1 || mixed) return near ? "error" : "warning";
  return near ? "warning" : null;
}

/** A table whose only total stands at the end of rows that are all amounts. */
function isSimple(view: View, at: number, parts: Parts): boolean {
  const others = view.lines.filter((line, index) => index !== at && line.role !== "heading");
  return (
    others.every((line) => line.role === "plain") &&
    parts.lines.length > 1 &&
    parts.lines.length === others.length &&
    at === view.lines.length - 1 &&
    new Set(others.map((line) => line.unit)).size === 1
  );
}

const isLikeAnAverage = ({ parts, total }: Sum) => {
  const values = parts.filter((part) => !part.nothing && part.value !== 0).map((part) => part.value);
  return (
    values.length > 1 &&
    total.value >= Math.min(...values) &&
    total.value <= Math.max(...values) &&
    values.every((value) => value > 0)
  );
};

function mayOverlap(view: View, sum: Sum, context: Context): boolean {
  const { row, column } = placeOf(view, sum.line, sum.across);
  return context.overlapping || needNotAddUp(row) || needNotAddUp(column);
}

const hint = ({ total, computed }: Sum) => slipBetween(total.value, computed) !== null;

/** Shares add up to the whole: a total of 100 percent is held against its parts, other totals of percent only if right. */
function shareVerdicts(found: Best, trust: Trust): Sum[] {
  if (!found || trust === "guess") return [];
  for (const sum of found.sums) {
    const whole = Math.abs(sum.total.value - 100) < 0.001;
    if (sum.match === "exact" || sum.match === "rounding") sum.verdict = "ok";
    else if (sum.match === "maybe-rounding") sum.verdict = whole ? "ok" : null;
    else if (whole && found.usual && sum.parts.length > 1 && !sum.gap)
      sum.verdict = Math.abs(sum.computed - 100) <= 30 ? "error" : "warning";
    else if (found.score >= 1.4 && hint(sum)) sum.verdict = "error";
  }
  return found.sums.filter(({ verdict }) => verdict !== null);
}

/** Tells a sum in words. `repair` names the single cell that would put both its row and its column right. */
export function tellSum(sum: Sum, repair: string | null): Told {
  const { view, total, parts, computed, step, match } = sum;
  const place = placeOf(view, sum.line, sum.across);
  const terms = parts.filter((part) => !part.nothing);
  const own = Math.min(step, ...terms.map((part) => part.step), total.step);
  const right = print(computed, own, total);
  const stated = print(total.value, total.step, total);
  const sumWords = `${printSum(terms.length > 0 ? terms : parts)} = ${right}`;
  const where = nameOf(place);
  const told = {
    check: "table-total" as const,
    verdict: sum.verdict ?? "warning",
    entry: total,
    row: place.row,
    stated,
    computed: right,
    evidence: terms,
  };
  if (match === "exact") return { ...told, explanation: `${where}: ${sumWords}, som der står.` };
  if (match === "rounding" || (match === "maybe-rounding" && sum.verdict === "ok"))
    return { ...told, explanation: `${where}: ${sumWords}, og der står ${stated}; forskellen skyldes afrunding.` };
  if (match === "maybe-rounding")
    return {
      ...told,
      explanation: `${where}: ${sumWords}, men der står ${stated}; afrunding af tallene kan forklare forskellen.`,
    };
  const end = repair ? ` ${repair}` : "";
  const doubt =
    sum.verdict === "warning"
      ? " Det kan dog være rigtigt, hvis nogle tal er udeladt, tæller med to gange eller ikke skal lægges sammen."
      : "";
  return {
    ...told,
    explanation: `${where}: ${sumWords}, men der står ${stated}${slipNote(total.value, computed)}.${end}${doubt}`,
  };
}
