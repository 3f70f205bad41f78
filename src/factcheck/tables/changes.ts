import { entryAt, figure, halfStep, isPlainAmount, name, pairsBefore, type Relation } from "./relation.ts";
import type { Line, View } from "./view.ts";

/** Growth in percent from one line to another. */
export function growth(view: View, at: number, amounts: number[], least: 0 | 1): Relation[] {
  return pairsBefore(amounts, at).map(([from, to, isBeside]): Relation => ({
    check: "percentage",
    prior: amounts.length === 2 && least > 0 ? 2 : isBeside ? least : 0,
    turnable: least > 0,
    at: (across) => {
      const a = entryAt(view, from, across);
      const b = entryAt(view, to, across);
      if (!a || !b || a.value === 0) return null;
      const exact = ((b.value - a.value) / Math.abs(a.value)) * 100;
      const slack =
        100 *
        Math.abs(b.value / a.value) *
        (halfStep(view.lines[from], a) / Math.abs(a.value) +
          halfStep(view.lines[to], b) / Math.max(Math.abs(b.value), 1e-9));
      return { exact, slack, terms: [a, b], sum: `(${figure(b)} - ${figure(a)}) / ${figure(a)}` };
    },
  }));
}

/** Changes from one place to the next within a line: from year to year down a column, in either order of the years. */
export function steps(view: View, at: number, amounts: number[], percent: boolean): Relation[] {
  return amounts.flatMap((line) =>
    [-1, 1].map((back): Relation => ({
      check: percent ? "percentage" : "difference",
      prior: amounts.length === 1 || line === at - 1 ? 1 : 0,
      turnable: false,
      at: (across) => {
        const now = entryAt(view, line, across);
        const before = entryAt(view, line, across + back);
        if (!now || !before || now.nothing || before.nothing || (percent && before.value === 0)) return null;
        if (view.acrossRoles[across] !== "plain" || view.acrossRoles[across + back] !== "plain") return null;
        const half = [now, before].map((entry) => halfStep(view.lines[line], entry));
        const apart = Number((now.value - before.value).toPrecision(12));
        if (!percent)
          return {
            exact: apart,
            slack: (half[0] ?? 0) + (half[1] ?? 0),
            terms: [now, before],
            sum: `${figure(now)} - ${figure(before)}`,
          };
        const ratio = Math.abs(now.value / before.value);
        const slack =
          100 *
          ratio *
          ((half[0] ?? 0) / Math.max(Math.abs(now.value), 1e-9) + (half[1] ?? 0) / Math.abs(before.value));
        return {
          exact: (apart / Math.abs(before.value)) * 100,
          slack,
          terms: [now, before],
          sum: `(${figure(now)} - ${figure(before)}) / ${figure(before)}`,
        };
      },
    })),
  );
}

const CONSUMPTION = /forbrug|brugt|realiseret|afholdt|disponeret|regnskab|faktisk/;
const INCOME = /indtægt|refusion|tilskud|salg/;
const EXPENSE = /udgift|omkostning|drift/;
const BUDGET = /budget|bevilling|ramme|afsat|bevilget/;

const ELSEWHERE = /(?<!\p{L})(?:siden|i forhold til|ift|sammenlignet|fra sidste|tidligere|seneste)(?!\p{L})/u;

/** A line less another, with either custom of signs. */
export function differences(view: View, at: number, lines: number[]): Relation[] {
  const own = name(view, at);
  const line = view.lines[at] as Line;
  const kin = lines.filter((index) => {
    const { role, entries } = view.lines[index] as Line;
    return (
      role !== "change" && role !== "growth" && role !== "index" && entries.some((entry) => entry && !entry.unknown)
    );
  });
  const amounts = kin.filter((index) => isPlainAmount(view.lines[index] as Line));
  return pairsBefore(kin, at).flatMap(([minus, plus, isBeside]): Relation[] => {
    if (minus > plus) return [];
    const isNet =
      /netto|resultat|balance/.test(own) &&
      INCOME.test(name(view, minus) + name(view, plus)) &&
      EXPENSE.test(name(view, minus) + name(view, plus));
    const isNamed =
      isNet ||
      (/under|over|mer|mindre|rest|afvigelse|forskel/.test(own) &&
        ((BUDGET.test(name(view, minus)) && CONSUMPTION.test(name(view, plus))) ||
          (BUDGET.test(name(view, plus)) && CONSUMPTION.test(name(view, minus)))));
    const isOnly =
      (kin.length === 2 || (amounts.length === 2 && amounts.includes(minus) && amounts.includes(plus))) &&
      at > Math.max(...kin.slice(0, 2));
    const prior = ELSEWHERE.test(own)
      ? 0
      : (isNamed && (isBeside || amounts.length === 2)) || (isOnly && isBeside && line.role !== "maybe-total")
        ? 2
        : isBeside
          ? 1
          : 0;
    return [
      {
        check: "difference",
        prior,
        turnable: true,
        at: (across) => {
          const a = entryAt(view, minus, across);
          const b = entryAt(view, plus, across);
          const stated = entryAt(view, at, across);
          if (!a || !b || a.percent !== b.percent || (a.nothing && b.nothing)) return null;
          // A change of shares is told in points; a change in percent of amounts is another relation.
          if (stated?.percent && !a.percent) return null;
          const slack = halfStep(view.lines[minus], a) + halfStep(view.lines[plus], b);
          return {
            exact: Number((b.value - a.value).toPrecision(12)),
            slack,
            terms: [b, a],
            sum: `${figure(b)} - ${b.value < 0 || a.value < 0 ? `(${figure(a)})` : figure(a)}`,
          };
        },
      },
    ];
  });
}
