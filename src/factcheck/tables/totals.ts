import { compareSum, roundingOf } from "./compare.ts";
import { judgeAmounts, judgeShares, tally } from "./judge-sums.ts";
import { readingsOf, type Parts } from "./parts.ts";
import { isShortTime, isTime, needNotAddUp } from "./roles.ts";
import { weightOf, type Best, type Context, type Judged, type Sum, type Trust } from "./sum.ts";
import type { Entry, Line, View } from "./view.ts";

export function contextOf(text: string, view: View): Context {
  const { table } = view;
  const spans = [...(table.caption ? [table.caption] : []), ...table.notes];
  const words = [...spans.map(({ start, end }) => text.slice(start, end)), table.corner].join("\n");
  return { words, overlapping: needNotAddUp(words), ragged: table.rows.some((row) => row.short) };
}

/** The totals of a view, whatever they are called and wherever they stand, each with its sum and a verdict. */
export function findSums(view: View, context: Context): Sum[] {
  const { lines } = view;
  const named = indexesOf(lines, (line) => line.role === "total");
  const maybe = indexesOf(lines, (line) => line.role === "maybe-total");
  const unnamed =
    named.length === 0 && lines.length > 2 && lines.length < 60
      ? [lines.length - 1, 0].filter((at) => lines[at]?.role === "plain")
      : [];
  const both = [...named, ...(maybe.length < MOST_MAYBE ? maybe : [])].toSorted((a, b) => a - b);
  const judged = [
    ...named.map((at) => judge(view, at, [named, both], "named", context)),
    ...(maybe.length < MOST_MAYBE ? maybe : []).map((at) => judge(view, at, [both, named], "maybe", context)),
    ...unnamed.map((at) => judge(view, at, [[]], "guess", context)),
  ];
  // Quarters among months prove each other.
  const quarters = judged.filter(({ at, trust }) => trust === "maybe" && isTime(lines[at]?.name ?? ""));
  const sumsOf = (some: Judged[]) => some.flatMap(({ amounts }) => amounts?.sums ?? []);
  const pooled = tally(view, sumsOf(quarters));
  const totals = tally(view, sumsOf(judged.filter(({ trust }) => trust === "named")));
  return judged.flatMap((one) => {
    const kin = one.trust === "named" ? totals : quarters.includes(one) ? pooled : null;
    return [...judgeAmounts(view, one, kin, context), ...judgeShares(one.shares, one.trust, context)];
  });
}

const MOST_MAYBE = 60;

function indexesOf(lines: Line[], test: (line: Line) => boolean): number[] {
  return lines.flatMap((line, index) => (test(line) ? [index] : []));
}

function judge(view: View, at: number, totals: number[][], trust: Trust, context: Context): Judged {
  const amounts = best(view, at, totals, context, false);
  const whole = trust === "maybe" && amounts !== null && isWholeTime(view, amounts.parts.lines);
  return { at, trust: whole ? "named" : trust, amounts, shares: best(view, at, totals, context, true) };
}

/** Two halves, four quarters or twelve months make a year, three months a quarter: whatever the line is called. */
function isWholeTime(view: View, lines: number[]): boolean {
  return [2, 3, 4, 12].includes(lines.length) && lines.every((line) => isShortTime(view.lines[line]?.name ?? ""));
}

/** The reading of the parts that most places of the total line bear out. */
function best(view: View, at: number, totals: number[][], context: Context, percent: boolean): Best {
  let found: Best = null;
  let rival = 0;
  for (const parts of totals.flatMap((each) => readingsOf(view, at, each))) {
    const sums = addUp(view, at, parts, context, percent);
    if (sums.length === 0) continue;
    const score = weightOf(sums);
    if (!parts.usual) rival = Math.max(rival, score);
    const needed = parts.usual ? 0 : Math.max(1.4, found?.score ?? 0);
    if (!found || (score > found.score + 0.01 && score > needed)) {
      if (!parts.usual && score < 1.4) continue;
      found = { sums, score, usual: parts.usual, parts, rival: 0 };
    }
  }
  return found && { ...found, rival };
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
    if (parts.lines.some((index, place) => entries[place] === null && isLost(view, index, across))) continue;
    const known = entries.filter((entry): entry is Entry => entry !== null);
    if (known.length === 0 || known.some((entry) => entry.unknown || (!entry.nothing && entry.percent !== percent)))
      continue;
    const filled = known.filter((entry) => !entry.nothing);
    if (filled.length === 0) continue;
    // "100 %" below shares with decimals is exact.
    const isWhole = percent && Math.abs(total.value - 100) < 0.001;
    const step = Math.max(isWhole ? 0 : total.step, ...filled.map((entry) => entry.step));
    const least = Math.min(total.step, ...filled.map((entry) => entry.step));
    const computed = Math.round(known.reduce((sum, entry) => sum + Math.round(entry.value / least), 0)) * least;
    const words = `${context.words} ${view.across[across]} ${line.name}`;
    const column = view.turned ? line : { unit: null, scale: 1 };
    const unit = percent ? "percent" : (line.unit ?? column.unit);
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
      gap: known.length < entries.length || context.ragged,
      verdict: null,
    });
  }
  return sums;
}

/** A row with too few cells may have its figures under the wrong headings. */
function isLost(view: View, line: number, across: number): boolean {
  return view.table.rows[view.turned ? across : line]?.short ?? false;
}
