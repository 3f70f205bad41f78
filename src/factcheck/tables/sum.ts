import type { Match } from "./compare.ts";
import type { Parts } from "./parts.ts";
import type { Entry, View } from "./view.ts";

/** A total at one place of a view, set beside the sum of its parts. */
export type Sum = {
  view: View;
  line: number;
  across: number;
  total: Entry;
  parts: Entry[];
  computed: number;
  step: number;
  match: Match;
  /** A part is missing or empty, so that the sum may lack something. */
  gap: boolean;
  verdict: "error" | "warning" | "ok" | null;
};

/** Context of a table that decides how strictly its sums are taken. */
export type Context = { words: string; overlapping: boolean; ragged: boolean };

/** Whether a line is a total by its name, may be one, or only stands where totals stand. */
export type Trust = "named" | "maybe" | "guess";

/** `rival` is the score of the best reading that leaves rows out or counts parts of rows. */
export type Best = { sums: Sum[]; score: number; usual: boolean; parts: Parts; rival: number } | null;

/** A line read as a total, with the sums of its amounts and of its shares. */
export type Judged = { at: number; trust: Trust; amounts: Best; shares: Best };

/** How much a sum that comes out says for a reading: large numbers do not add up by chance. */
export function weight({ match, parts, total, step }: Sum): number {
  if (match !== "exact" && match !== "rounding") return 0;
  const filled = parts.filter((part) => part.value !== 0).length;
  if (filled === 0) return 0;
  const size = Math.min(1, Math.log10(Math.max(1, Math.abs(total.value) / step)) / 2);
  return (filled === 1 ? 0.2 : 1) * size * (match === "exact" ? 1 : 0.7);
}
