import { outcomeOf } from "./columns.ts";
import type { FacetCounter } from "./facet-counter.ts";
import { sectionRoles } from "./index-item.ts";
import type { IndexState } from "./index-state.ts";

/** One value of a facet, what to show for it (empty: the page has its own word), and how many hits choosing it gives. */
export type FacetRow = { value: string; label: string; count: number };

/** Counts by value with labels: most hits first, years newest first. */
export function facetCounts(state: IndexState, counter: FacetCounter) {
  const committees = new Map<string, FacetRow>();
  for (const [id, count] of counter.committee) {
    const committee = state.committees.get(id);
    if (!committee) continue;
    // Across municipalities bodies of one name are one choice.
    const row = committees.get(committee.slug) ?? { value: committee.slug, label: committee.name, count: 0 };
    row.count += count;
    committees.set(committee.slug, row);
  }
  return {
    municipality: rows(counter.municipality, (id) => {
      const municipality = state.municipalities.get(id);
      return { value: municipality?.slug ?? "", label: municipality?.name ?? "" };
    }).toSorted(byCount),
    committee: [...committees.values()].toSorted(byCount),
    year: rows(counter.year, (year) => ({ value: String(year), label: String(year) })).toSorted(
      (a, b) => Number(b.value) - Number(a.value),
    ),
    outcome: rows(counter.outcome, (number) => ({ value: outcomeOf(number), label: "" })).toSorted(byCount),
    section: rows(counter.section, (role) => ({ value: sectionRoles[role] ?? "other", label: "" })).toSorted(byCount),
  };
}

function rows(counter: Map<number, number>, name: (value: number) => { value: string; label: string }): FacetRow[] {
  return Array.from(counter, ([value, count]) => ({ ...name(value), count }));
}

function byCount(a: FacetRow, b: FacetRow): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
