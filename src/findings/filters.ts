import type { Check } from "#factcheck/model.ts";

/** What a list shows: sums that do not hold, and those with an innocent reading. */
export type Certainty = "error" | "warning";

/** What a reader of the list of findings wants to see; undefined leaves it open. */
export type FindingFilters = {
  kind?: Check | undefined;
  certainty?: Certainty | undefined;
  year?: number | undefined;
  /** A committee's slug. */
  committee?: string | undefined;
};

/** In the order of lists; beside each its word in addresses. */
const words: Record<Check, string> = {
  "table-total": "tabelsum",
  "sum-in-prose": "sum-i-teksten",
  percentage: "procent",
  difference: "forskel",
  ratio: "forhold",
  contradiction: "to-tal",
  unit: "enhed",
  date: "dato",
  weekday: "ugedag",
  numbering: "nummer",
  "table-of-contents": "indhold",
  attachments: "bilag",
  attendance: "fremmoede",
  name: "navn",
  reference: "henvisning",
  other: "andet",
};

export const kinds = Object.keys(words) as Check[];
export const certainties: Certainty[] = ["error", "warning"];
const certaintyWords: Record<Certainty, string> = { error: "sikker", warning: "se-efter" };

/** Reads the filters of an address. What is not understood is left open, so that an old link still shows a list. */
export function readFindingFilters(params: URLSearchParams): FindingFilters {
  const year = params.get("aar") ?? "";
  return {
    kind: kinds.find((kind) => words[kind] === params.get("slags")),
    certainty: certainties.find((certainty) => certaintyWords[certainty] === params.get("sikkerhed")),
    year: /^(?:19|20)\d\d$/.test(year) ? Number(year) : undefined,
    committee: params.get("udvalg") || undefined,
  };
}

/** The filters as an address writes them; the reverse of `readFindingFilters`. */
export function findingQuery(filters: FindingFilters): Record<string, string | number | undefined> {
  return {
    slags: filters.kind && words[filters.kind],
    sikkerhed: certaintyWord(filters.certainty),
    aar: filters.year,
    udvalg: filters.committee,
  };
}

/** "sikker" or "se-efter". */
function certaintyWord(certainty: Certainty | undefined): string | undefined {
  return certainty && certaintyWords[certainty];
}
