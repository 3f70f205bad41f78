import { day } from "#decisions/filters.ts";

/** Where a promise stands by its due day alone; whether it was kept the minutes seldom say. */
export const dueStates = ["overdue", "upcoming", "undated", "recurring"] as const;
export type DueState = (typeof dueStates)[number];

/** What a reader of the list of promises wants to see; undefined leaves it open. */
export type CommitmentFilters = {
  /** A committee's slug. */
  committee?: string | undefined;
  /** A case's `reference_key`. */
  case?: string | undefined;
  /** First and last due day, "YYYY-MM-DD". */
  from?: string | undefined;
  to?: string | undefined;
  state?: DueState | undefined;
  /** Whether the case was treated at a later meeting. */
  treatedAgain?: boolean | undefined;
};

const stateWords: Record<DueState, string> = {
  overdue: "passeret",
  upcoming: "kommende",
  undated: "uden-frist",
  recurring: "gentages",
};

/** Reads the filters of an address. What is not understood is left open, so that an old link still shows a list. */
export function readCommitmentFilters(params: URLSearchParams): CommitmentFilters {
  const again = params.get("behandlet");
  return {
    committee: params.get("udvalg") || undefined,
    case: params.get("sag") || undefined,
    from: day(params.get("fra")),
    to: day(params.get("til")),
    state: dueStates.find((state) => stateWords[state] === params.get("frist")),
    treatedAgain: again === "ja" ? true : again === "nej" ? false : undefined,
  };
}

/** The filters as an address writes them; the reverse of `readCommitmentFilters`. */
export function commitmentQuery(filters: CommitmentFilters): Record<string, string | undefined> {
  return {
    udvalg: filters.committee,
    sag: filters.case,
    fra: filters.from,
    til: filters.to,
    frist: filters.state && stateWords[filters.state],
    behandlet: filters.treatedAgain === undefined ? undefined : filters.treatedAgain ? "ja" : "nej",
  };
}
