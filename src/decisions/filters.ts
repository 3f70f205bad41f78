import { type Outcome, outcomes } from "#minutes/model.ts";

/** What a reader of the list of decisions wants to see; undefined leaves it open. */
export type DecisionFilters = {
  /** A committee's slug. */
  committee?: string | undefined;
  /** First and last day, "YYYY-MM-DD". */
  from?: string | undefined;
  to?: string | undefined;
  year?: number | undefined;
  outcome?: Outcome | undefined;
  /** Only items behind closed doors, or only open ones. */
  closed?: boolean | undefined;
  /** Only decisions that somebody did not support. */
  dissent?: boolean | undefined;
};

/** Reads the filters of an address. What is not understood is left open, so that an old link still shows a list. */
export function readDecisionFilters(params: URLSearchParams): DecisionFilters {
  const year = params.get("aar") ?? "";
  return {
    committee: params.get("udvalg") || undefined,
    from: day(params.get("fra")),
    to: day(params.get("til")),
    year: /^(?:19|20)\d\d$/.test(year) ? Number(year) : undefined,
    outcome: outcomes.find((outcome) => outcome === params.get("udfald")),
    closed: params.get("lukket") === "ja" ? true : params.get("lukket") === "nej" ? false : undefined,
    dissent: params.get("uenighed") === "ja" ? true : undefined,
  };
}

/** The filters as an address writes them; the reverse of `readDecisionFilters`. */
export function decisionQuery(filters: DecisionFilters): Record<string, string | number | undefined> {
  return {
    udvalg: filters.committee,
    fra: filters.from,
    til: filters.to,
    aar: filters.year,
    udfald: filters.outcome,
    lukket: filters.closed === undefined ? undefined : filters.closed ? "ja" : "nej",
    uenighed: filters.dissent ? "ja" : undefined,
  };
}

/** A day of the calendar, or undefined. */
export function day(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text ? text : undefined;
}
