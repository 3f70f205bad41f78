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

/** How much a sum that comes out says for a reading: large numbers do not add up by chance, round ones may. */
function weight({ match, parts, total, step }: Sum): number {
  if (match !== "exact" && match !== "rounding") return 0;
  const filled = parts.filter((part) => part.value !== 0);
  // A total of one figure proves nothing.
  if (filled.length < 2) return 0;
  let grain = step;
  const isRound = (entry: Entry) =>
    Math.abs(entry.value / (grain * 10) - Math.round(entry.value / (grain * 10))) < 1e-9;
  while (grain < 1e12 && isRound(total) && filled.every(isRound)) grain *= 10;
  const size = Math.min(1, Math.log10(Math.max(1, Math.abs(total.value) / grain)) / 2);
  return size * (match === "exact" ? 1 : 0.7);
}

/** How much several sums say together: one that repeats another's figures adds nothing. */
export function weightOf(sums: Sum[]): number {
  const seen = new Set<string>();
  let all = 0;
  for (const sum of sums) {
    const key = `${sum.total.value} ${sum.parts[0]?.value} ${sum.parts.at(-1)?.value}`;
    if (seen.has(key)) continue;
    seen.add(key);
    all += weight(sum);
  }
  return all;
}
