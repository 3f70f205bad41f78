import { sectionRoles } from "./index-item.ts";
import type { IndexState } from "./index-state.ts";
import type { Matches } from "./match.ts";

/** One value of a facet, what to show for it (empty: the page has its own word), and how many hits choosing it gives. */
export type FacetRow = { value: string; label: string; count: number };

/** Counts by value with labels: most hits first, years newest first. */
export function facetCounts(state: IndexState, facets: Matches["facets"]) {
  const committees = new Map<string, FacetRow>();
  for (const [number, count] of facets.committee) {
    const committee = state.committees.get(state.columns.committees[Number(number)] ?? -1);
    if (!committee) continue;
    // Across municipalities bodies of one name are one choice.
    const row = committees.get(committee.slug) ?? { value: committee.slug, label: committee.name, count: 0 };
    row.count += count;
    committees.set(committee.slug, row);
  }
  const municipalities = [...facets.municipality].map(([id, count]) => {
    const municipality = state.municipalities.get(Number(id));
    return { value: municipality?.slug ?? "", label: municipality?.name ?? "", count };
  });
  return {
    municipality: municipalities.toSorted(byCount),
    committee: [...committees.values()].toSorted(byCount),
    year: rows(facets.year).toSorted((a, b) => Number(b.value) - Number(a.value)),
    outcome: rows(facets.outcome).toSorted(byCount),
    section: [...facets.section]
      .map(([bit, count]) => ({ value: sectionRoles[Number(bit)] ?? "other", label: "", count }))
      .toSorted(byCount),
  };
}

function rows(counts: Map<number | string, number>): FacetRow[] {
  return Array.from(counts, ([value, count]) => ({
    value: String(value),
    label: typeof value === "number" ? String(value) : "",
    count,
  }));
}

function byCount(a: FacetRow, b: FacetRow): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
