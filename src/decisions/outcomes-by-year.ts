import type { Outcome } from "#minutes/model.ts";

/** How many meetings a year had, and how many of their items ended in each way. */
export type OutcomesOfYear = { year: number; meetings: number; outcomes: Partial<Record<Outcome, number>> };

/** Years in a row: one that the archive has nothing of stands with nothing, instead of being passed over. */
export function withYearsBetween(years: OutcomesOfYear[]): OutcomesOfYear[] {
  return years.flatMap((current, index) => {
    const before = years[index - 1]?.year ?? current.year - 1;
    const between = Array.from({ length: current.year - before - 1 }, (_, gap) => before + 1 + gap);
    return [...between.map((year) => ({ year, meetings: 0, outcomes: {} })), current];
  });
}

/** Outcomes as parts of a column: those that few can tell apart at a glance stand together. */
export const outcomeGroups = {
  approved: ["approved"],
  recommended: ["recommended"],
  noted: ["noted"],
  discussed: ["discussed"],
  postponed: ["postponed", "referred"],
  rejected: ["rejected"],
  neutral: ["withdrawn", "other"],
} as const satisfies Record<string, Outcome[]>;

export type OutcomeGroup = keyof typeof outcomeGroups;

/** The number of each group, one for every year in the order given. */
export function groupCounts(years: OutcomesOfYear[]): { group: OutcomeGroup; values: number[] }[] {
  return Object.entries(outcomeGroups).map(([group, outcomes]) => ({
    group: group as OutcomeGroup,
    values: years.map((year) => outcomes.reduce((sum, outcome) => sum + (year.outcomes[outcome] ?? 0), 0)),
  }));
}
