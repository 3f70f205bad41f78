import type { Check, Evidence, Finding, Verdict } from "../model.ts";
import { itemAt, type Reading } from "../reading.ts";
import { danish, danishIn, placesOf, sumOf } from "../explain/danish-numbers.ts";
import type { Entry, View } from "./view.ts";

/** A figure as the table prints its like: with its own unit, or bare where the table names the unit. */
export function print(value: number, step: number, entry: Entry): string {
  const unit = entry.cell.number?.unit ?? null;
  const own = unit === "kr" || unit === "points" ? unit : entry.percent ? "percent" : null;
  return own === "kr" && step < 1000 ? `${danish(value, placesOf(step))} kr.` : danishIn(value, step, own);
}

/** The bare figure without its unit, for sums. */
export function printBare(value: number, step: number): string {
  if (step >= 1e6 || (step >= 1e4 && Math.abs(value) >= 1e6)) return danishIn(value, step, null);
  return danish(value, placesOf(step));
}

const MOST_TERMS = 14;

/** A sum written out; a long one by its ends: "12 + 14 + … + 9 (31 tal)". */
export function printSum(entries: { value: number; step: number }[]): string {
  const terms = entries.map(({ value, step }) => printBare(value, step));
  if (terms.length <= MOST_TERMS) return sumOf(terms);
  return `${sumOf(terms.slice(0, 4))} + … + ${terms.at(-1)} (${terms.length} tal)`;
}

export type Told = {
  check: Check;
  verdict: Verdict;
  /** The figure the claim is about. */
  entry: Entry;
  /** Name of the row the figure stands in. */
  row: string;
  stated: string;
  computed: string | null;
  explanation: string;
  evidence: Entry[];
};

const MOST_EVIDENCE = 40;

export function toFinding({ source }: Reading, told: Told): Finding {
  const { span, text } = told.entry.cell;
  return {
    file: source.file,
    span,
    item: itemAt(source, span.start),
    check: told.check,
    claim: `${told.row} ${text}`.replace(/\s+/g, " ").trim(),
    stated: told.stated,
    computed: told.computed,
    verdict: told.verdict,
    explanation: told.explanation.replaceAll("kr..", "kr."),
    evidence: told.evidence
      .slice(0, MOST_EVIDENCE)
      .map(({ cell }): Evidence => ({ file: source.file, span: cell.span, text: cell.text })),
  };
}

/** The row a place in a view belongs to in the table, and the column, as the reader sees them. */
export function placeOf(view: View, line: number, across: number): { row: string; column: string } {
  const lineName = view.lines[line]?.name ?? "";
  const acrossName = view.across[across] ?? "";
  return view.turned ? { row: acrossName, column: lineName } : { row: lineName, column: acrossName };
}

/** "»2022«" or "»I alt«, »2022«", for the beginning of an explanation; empty when nothing has a name. */
export function nameOf({ row, column }: { row: string; column: string }): string {
  return [row, column].flatMap((name) => (name.trim() ? [`»${short(name)}«`] : [])).join(", ");
}

function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57).trimEnd()}…` : name;
}
