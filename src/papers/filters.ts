import type { PaperState } from "#database/schema-papers.ts";
import { paperStates } from "./paper.ts";

/** Which papers a list shows, as its address says: `?udvalg=` `?tilstand=` `?mine=ja` `?frist=overskredet` `?soeg=`. */
export type PaperFilters = {
  committee?: string | undefined;
  state?: PaperState | undefined;
  mine: boolean;
  overdue: boolean;
  text?: string | undefined;
};

/** The words of the states in addresses. */
const stateWords: Record<PaperState, string> = {
  draft: "kladde",
  "in-approval": "til-godkendelse",
  ready: "klar",
  dispatched: "udsendt",
  finished: "afsluttet",
  withdrawn: "trukket-tilbage",
};

/** What an address does not say, or says wrongly, filters nothing. */
export function readPaperFilters(query: URLSearchParams): PaperFilters {
  return {
    committee: query.get("udvalg") || undefined,
    state: paperStates.find((state) => stateWords[state] === query.get("tilstand")),
    mine: query.get("mine") === "ja",
    overdue: query.get("frist") === "overskredet",
    text: query.get("soeg")?.trim().slice(0, 100) || undefined,
  };
}

export function paperQuery({ committee, state, mine, overdue, text }: PaperFilters) {
  return {
    soeg: text,
    udvalg: committee,
    tilstand: state && stateWords[state],
    mine: mine ? "ja" : undefined,
    frist: overdue ? "overskredet" : undefined,
  };
}
