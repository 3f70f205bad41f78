import type { Check } from "#factcheck/model.ts";
import { type Certainty, certainties, type FindingFilters } from "./filters.ts";

/** How many findings there are of one kind, certainty, year and committee. */
export type FindingCount = { kind: Check; certainty: Certainty; year: number; committee: string; count: number };

export type Facets = {
  /** With all filters on. */
  total: number;
  /** Each with the other filters on and its own left out. */
  kinds: Map<Check, number>;
  certainties: Map<Certainty, number>;
  years: Map<number, number>;
  committees: Map<string, number>;
};

/** Counts what each choice of a filter would show. */
export function countFacets(counts: FindingCount[], filters: FindingFilters): Facets {
  const by = <K extends keyof FindingFilters & keyof FindingCount>(field: K) => {
    const sums = new Map<FindingCount[K], number>();
    for (const row of counts)
      if (isMeant(row, { ...filters, [field]: undefined }))
        sums.set(row[field], (sums.get(row[field]) ?? 0) + row.count);
    return sums;
  };
  return {
    total: counts.reduce((sum, row) => (isMeant(row, filters) ? sum + row.count : sum), 0),
    kinds: by("kind"),
    certainties: by("certainty"),
    years: by("year"),
    committees: by("committee"),
  };
}

/** Findings a year by certainty, oldest year first and none left out between; the filter by year is not looked at. */
export function countByYear(
  counts: FindingCount[],
  filters: FindingFilters,
): { years: number[]; values: Record<Certainty, number[]> } {
  const rows = counts.filter((row) => isMeant(row, { ...filters, year: undefined }));
  const met = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...met), Math.max(...met)];
  const years = met.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const values = Object.fromEntries(
    certainties.map((certainty) => [
      certainty,
      years.map((year) =>
        rows.reduce((sum, row) => (row.year === year && row.certainty === certainty ? sum + row.count : sum), 0),
      ),
    ]),
  ) as Record<Certainty, number[]>;
  return { years, values };
}

function isMeant(row: FindingCount, { kind, certainty, year, committee }: FindingFilters): boolean {
  return (
    (kind === undefined || row.kind === kind) &&
    (certainty === undefined || row.certainty === certainty) &&
    (year === undefined || row.year === year) &&
    (committee === undefined || row.committee === committee)
  );
}
