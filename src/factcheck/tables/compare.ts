import type { Entry, View } from "./view.ts";
import { isEstimated } from "./roles.ts";

/** How a stated figure stands to the computed one. `rounding`: the parts' rounding may explain it. */
export type Match = "exact" | "rounding" | "maybe-rounding" | "off";

/** Whether figures of a table may have been rounded before they were printed. */
export type Rounding = "counted" | "kroner" | "rounded";

/** How the figures of a line of entries were printed: counts add up to the last digit, millions with one decimal do not. */
export function roundingOf(view: View, entries: Entry[], unit: string | null, scale: number, words: string): Rounding {
  const step = Math.max(...entries.filter((entry) => !entry.nothing).map((entry) => entry.step), 0);
  if (scale >= 1000 || step >= 1000 || entries.some((entry) => !entry.nothing && entry.step < 1)) return "rounded";
  if (unit !== null && ["ton", "energi", "mål", "årsværk", "timer", "percent", "points"].includes(unit))
    return "rounded";
  if (isEstimated(words) || isEstimated(view.table.corner)) return "rounded";
  if (unit === "kr" || view.table.unit === "kr") return "kroner";
  return "counted";
}

/** Compares a stated sum with the computed one; `terms` is how many rounded figures went into it. */
export function compareSum(stated: number, computed: number, step: number, terms: number, rounding: Rounding): Match {
  const steps = Math.abs(stated - computed) / step;
  if (steps < 0.01) return "exact";
  const most = (terms + 1) / 2 + 0.01;
  // Projections of people are printed whole, though they are reckoned with decimals, and do not always say so.
  if (rounding === "counted") return steps < 1.01 && terms > 2 && Math.abs(stated) >= 1000 ? "maybe-rounding" : "off";
  if (rounding === "kroner") return steps <= Math.min(most, 2.01) ? "maybe-rounding" : "off";
  if (steps <= Math.max(1.01, 2 * Math.sqrt((terms + 1) / 12)) && steps <= most) return "rounding";
  return steps <= most ? "maybe-rounding" : "off";
}

/** Whether a figure printed in `step`s may stand for the exact value: one rounding, half a step either way. */
export function isPrintedAs(stated: number, exact: number, step: number): boolean {
  return Math.abs(stated - exact) <= step / 2 + step * 1e-6 + Math.abs(exact) * 1e-12;
}
