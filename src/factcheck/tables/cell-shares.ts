import type { NumberMention } from "../numbers/find-numbers.ts";
import { danish, placesOf } from "../explain/danish-numbers.ts";
import { slipNote } from "../explain/slips.ts";
import { isPrintedAs } from "./compare.ts";
import { nameOf, placeOf, printBare, type Told } from "./tell.ts";
import type { Entry, View } from "./view.ts";

type Shared = { entry: Entry; share: NumberMention; line: number; across: number };
/** What the shares are shares of: a printed total, or the sum of the counts where none is printed or it is wrong. */
type Base = { value: number; entries: Entry[]; printed: boolean };
type Judged = Shared & { base: Base; holds: boolean };

/** Checks shares printed in the cells of their counts, "114 (76,5%)", against the whole the table shows. */
export function checkCellShares(down: View, turned: View): Told[] {
  const shared = sharedCells(down);
  if (shared.length === 0) return [];
  const mirrored = shared.map((one) => ({ ...one, line: one.across, across: one.line }));
  const byColumn = choose(judgeBy(down, shared, totalOf), judgeBy(down, shared, sumOfGroup));
  const byRow = choose(judgeBy(turned, mirrored, totalOf), judgeBy(turned, mirrored, sumOfGroup));
  const ofAll = judgeBy(down, shared, grandTotal);
  const held = (judged: Judged[]) => judged.filter(({ holds }) => holds).length;
  // Shares of the whole table are shares of a column as well where it has only one.
  const judged = [byColumn, byRow, ofAll].toSorted((a, b) => held(b) - held(a))[0] ?? [];
  if (held(judged) === 0) return [];
  const isDown = judged !== byRow;
  const right = judged.filter(({ holds }) => holds).length;
  const certain = right >= 2 && right * 2 > judged.length;
  const columns = Map.groupBy(judged, ({ across }) => across);
  return judged.flatMap((one) => tell(isDown ? down : turned, one, certain, columns.get(one.across) ?? []));
}

function sharedCells(view: View): Shared[] {
  const shared: Shared[] = [];
  for (const [line, { entries }] of view.lines.entries())
    for (const [across, entry] of entries.entries()) {
      const share = entry?.cell.number?.share;
      if (entry && share && !entry.unknown) shared.push({ entry, share, line, across });
    }
  return shared;
}

/** The figure in which the row and the column of totals meet. */
function grandTotal(view: View, _one: Shared, totals: number[]): Base | null {
  const line = totals.length === 1 ? totals[0] : undefined;
  const across = view.acrossRoles.indexOf("total");
  const entry = line === undefined || across < 0 ? null : (view.lines[line]?.entries[across] ?? null);
  return entry && !entry.unknown ? { value: entry.value, entries: [entry], printed: true } : null;
}

type BaseOf = (view: View, one: Shared, totals: number[]) => Base | null;

function judgeBy(view: View, shared: Shared[], baseOf: BaseOf): Judged[] {
  const totals = view.lines.flatMap(({ role }, index) => (role === "total" ? [index] : []));
  const cache = new Map<string, Base | null>();
  return shared.flatMap((one) => {
    const key = `${one.across}:${totals.find((total) => total >= one.line) ?? totals.at(-1) ?? ""}`;
    if (!cache.has(key)) cache.set(key, baseOf(view, one, totals));
    const base = cache.get(key);
    if (!base || base.value <= 0) return [];
    return [
      { ...one, base, holds: isPrintedAs(one.share.value, (one.entry.value / base.value) * 100, one.share.step) },
    ];
  });
}

function totalOf(view: View, { line, across }: Shared, totals: number[]): Base | null {
  const at = totals.find((total) => total >= line) ?? totals.at(-1);
  const entry = at === undefined ? null : (view.lines[at]?.entries[across] ?? null);
  return entry && !entry.unknown && !entry.nothing ? { value: entry.value, entries: [entry], printed: true } : null;
}

function sumOfGroup(view: View, { line, across }: Shared, totals: number[]): Base | null {
  const end = totals.find((total) => total >= line) ?? view.lines.length;
  const start = (totals.findLast((total) => total < line) ?? -1) + 1;
  const parts = view.lines.slice(start, end).flatMap(({ role, entries }) => {
    const entry = role === "plain" || role === "maybe-total" ? entries[across] : null;
    return entry ? [entry] : [];
  });
  if (parts.length < 2 || parts.some((part) => part.unknown || part.percent)) return null;
  return { value: parts.reduce((sum, part) => sum + part.value, 0), entries: parts, printed: false };
}

/** Printed total or sum: whichever bears out more of the shares of one column. */
function choose(printed: Judged[], summed: Judged[]): Judged[] {
  const across = new Set([...printed, ...summed].map((one) => one.across));
  const group = (judged: Judged[]) => Map.groupBy(judged, (one) => one.across);
  const byTotal = group(printed);
  const bySum = group(summed);
  const held = (judged: Judged[] | undefined) => judged?.filter(({ holds }) => holds).length ?? -1;
  return [...across].flatMap((at) =>
    held(bySum.get(at)) > held(byTotal.get(at)) ? (bySum.get(at) ?? []) : (byTotal.get(at) ?? []),
  );
}

function tell(view: View, one: Judged, certain: boolean, column: Judged[]): Told[] {
  const { entry, share, base, holds } = one;
  if (base.printed && base.entries[0] === entry && holds) return [];
  const exact = (entry.value / base.value) * 100;
  const places = placesOf(share.step);
  const stated = `${danish(share.value, places)} %`;
  const computed = `${danish(rounded(exact, share.step), places)} %`;
  const place = placeOf(view, one.line, one.across);
  const sum = `${nameOf(place)}: ${printBare(entry.value, entry.step)} ud af ${printBare(base.value, entry.step)} er ${danish(exact, places + 2)} %`;
  const told = {
    check: "percentage" as const,
    entry,
    row: place.row,
    stated,
    computed,
    evidence: [entry, ...base.entries],
  };
  if (holds) return [{ ...told, verdict: "ok", explanation: `${sum}, altså ${computed}, som der står.` }];
  if (!certain && !column.some((other) => other.holds)) return [];
  const isAdjusted = Math.abs(share.value - rounded(exact, share.step)) <= share.step * 1.01 && isMadeToFit(column);
  const note = slipNote(share.value, rounded(exact, share.step));
  const doubt = isAdjusted ? " Andelene kan være rettet til, så de giver 100 %." : "";
  return [
    {
      ...told,
      verdict: certain && !isAdjusted ? "error" : "warning",
      explanation: `${sum}, altså ${computed}, men der står ${stated}${note}.${doubt}`,
    },
  ];
}

/** The shares of a column give 100 only as printed: largest remainders were moved to make them. */
function isMadeToFit(column: Judged[]): boolean {
  const parts = column.filter(({ entry, base }) => base.entries[0] !== entry || !base.printed);
  const printed = parts.reduce((sum, { share }) => sum + share.value, 0);
  const exact = parts.reduce(
    (sum, { entry, base, share }) => sum + rounded((entry.value / base.value) * 100, share.step),
    0,
  );
  return Math.abs(printed - 100) < 0.001 && Math.abs(exact - 100) > 0.001;
}

/** To the printed step, halves up and away from zero. */
export function rounded(value: number, step: number): number {
  const steps = Math.abs(value) / step;
  return Number((Math.sign(value) * Math.floor(steps + 0.5 + 1e-9) * step).toPrecision(12));
}
