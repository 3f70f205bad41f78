import type { SearchAddress } from "./address.ts";

export const facetNames = ["municipality", "committee", "year", "outcome", "section"] as const;
export type FacetName = (typeof facetNames)[number];

/** The facets a search is narrowed by. */
export function chosenFacets(address: SearchAddress): FacetName[] {
  return facetNames.filter((name) => address[name] !== undefined);
}

/** The change that lets every facet go. */
export const withoutFacets: Partial<SearchAddress> = {
  municipality: undefined,
  committee: undefined,
  year: undefined,
  outcome: undefined,
  section: undefined,
};

/** The change that narrows a search by one value of a facet; values come from the search itself. */
export function choosing(name: FacetName, value: string): Partial<SearchAddress> {
  return { [name]: name === "year" ? Number(value) : value };
}
