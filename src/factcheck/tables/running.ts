import { entryAt, figure, halfStep, plainFigure, type Relation } from "./relation.ts";
import type { Entry, View } from "./view.ts";

/** Each place adds its own figure to what the place before it says. */
export function running(view: View, at: number, amounts: number[]): Relation[] {
  return amounts.map((line): Relation => ({
    check: "table-total",
    prior: amounts.length === 1 ? 2 : line === at - 1 ? 1 : 0,
    turnable: false,
    at: (across) => {
      const entry = entryAt(view, line, across);
      const before = across === 0 ? null : entryAt(view, at, across - 1);
      if (!entry || entry.nothing || (across > 0 && !before)) return null;
      const half = halfStep(view.lines[line], entry);
      return {
        exact: Number(((before?.value ?? 0) + entry.value).toPrecision(12)),
        slack: half * 2,
        terms: before ? [before, entry] : [entry],
        sum: before ? `${figure(before)} + ${figure(entry)}` : figure(entry),
      };
    },
  }));
}

/** The mean of the lines above, or of all plain lines; it may be weighted, so that it never proves an error. */
export function averages(view: View, at: number): Relation[] {
  const plain = view.lines.flatMap((line, index) => (line.role === "plain" ? [index] : []));
  const before = plain.filter((index) => index < at);
  const groups = [plain, before].filter((lines) => lines.length > 1 && lines.length <= 400);
  return groups.map((lines): Relation => ({
    check: "ratio",
    prior: 1,
    turnable: false,
    at: (across) => {
      const all = lines.map((line) => view.lines[line]?.entries[across] ?? null);
      const entries = all.filter((entry): entry is Entry => entry !== null && !entry.nothing);
      if (
        entries.length < 2 ||
        entries.length < all.length ||
        entries.some((entry) => entry.unknown || entry.percent !== entries[0]?.percent)
      )
        return null;
      const sum = entries.reduce((total, entry) => total + entry.value, 0);
      const half = Math.max(...entries.map((entry) => (entry.step < 1 ? entry.step / 2 : 0)));
      return {
        exact: sum / entries.length,
        slack: half,
        terms: entries,
        sum: `${plainFigure(sum, entries[0]?.step ?? 1)} / ${entries.length}`,
      };
    },
  }));
}
