import type { Outcome, SectionRole } from "#minutes/model.ts";
import { outcomes } from "#minutes/model.ts";
import { sectionRoles } from "#search/index-item.ts";

/** What the address of a search page says. */
export type SearchAddress = {
  query: string;
  municipality?: string | undefined;
  committee?: string | undefined;
  year?: number | undefined;
  outcome?: Outcome | undefined;
  section?: SectionRole | undefined;
  sort: "relevance" | "date";
  /** The words exactly as typed, without mending their spelling. */
  exact: boolean;
};

/** Reads the address of a search; what is not understood is left open. */
export function readSearchAddress(params: URLSearchParams): SearchAddress {
  const year = params.get("aar") ?? "";
  return {
    query: (params.get("q") ?? "").trim(),
    municipality: params.get("kommune") || undefined,
    committee: params.get("udvalg") || undefined,
    year: /^(?:19|20)\d\d$/.test(year) ? Number(year) : undefined,
    outcome: outcomes.find((outcome) => outcome === params.get("udfald")),
    section: sectionRoles.find((role) => role === params.get("afsnit")),
    sort: params.get("sortering") === "dato" ? "date" : "relevance",
    exact: params.get("praecis") === "ja",
  };
}

/** The reverse of `readSearchAddress`. */
export function searchAddressQuery(address: SearchAddress): Record<string, string | number | undefined> {
  return {
    q: address.query,
    kommune: address.municipality,
    udvalg: address.committee,
    aar: address.year,
    udfald: address.outcome,
    afsnit: address.section,
    sortering: address.sort === "date" ? "dato" : undefined,
    praecis: address.exact ? "ja" : undefined,
  };
}
