import type { Check } from "../model.ts";
import { printBare } from "./tell.ts";
import type { Entry, Line, View } from "./view.ts";

/** What a relation gives at one place: the exact figure and how far the rounding of its terms may move it. */
export type Outcome = { exact: number; slack: number; terms: Entry[]; sum: string };

/** A way a line of a table may have been reckoned from others. */
export type Relation = {
  check: Check;
  /** 2: the names say so; 1: they or the order of the lines make it likely; 0: a guess that the figures must prove. */
  prior: 0 | 1 | 2;
  /** The sign may be turned: a deficit is printed with minus by one house and with plus by another. */
  turnable: boolean;
  at: (across: number) => Outcome | null;
};

export function isPercent({ entries }: Line): boolean {
  const filled = entries.filter((entry) => entry && !entry.nothing && !entry.unknown);
  return filled.length > 0 && filled.filter((entry) => entry?.percent).length * 2 > filled.length;
}

export function isPlainAmount(line: Line): boolean {
  return (
    (line.role === "plain" || line.role === "total" || line.role === "maybe-total" || line.role === "part-of") &&
    !isPercent(line)
  );
}

/** A figure that can be reckoned with, or null. */
export const entryAt = (view: View, line: number, across: number): Entry | null => {
  const entry = view.lines[line]?.entries[across] ?? null;
  return entry && !entry.unknown ? entry : null;
};

/** Half a printed step where the figure may have been rounded, nothing for counts. */
export function halfStep(line: Line | undefined, entry: Entry): number {
  const isRounded = (line?.scale ?? 1) >= 1000 || entry.step < 1 || entry.step >= 1000;
  return entry.nothing || !isRounded ? 0 : entry.step / 2;
}

export const name = (view: View, line: number) => view.lines[line]?.name.toLowerCase() ?? "";
const bare = (words: string) =>
  words
    .replace(/\b(?:i|pct|procent|andel|andelen|af|antal|og|på|kr|mio|den|de|i alt|samlet)\b|[^\p{L}\d ]/giu, " ")
    .split(/\s+/)
    .filter((word) => word.length > 2);

/** How much of the words of one name the other has, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const words = bare(a);
  const others = bare(b);
  const shared = words.filter((word) => others.some((other) => other.slice(0, 5) === word.slice(0, 5)));
  return words.length === 0 || others.length === 0 ? 0 : shared.length / Math.min(words.length, others.length);
}

/** All ordered pairs, and whether they are the two lines nearest to `at`. */
export function pairsBefore(lines: number[], at: number): [number, number, boolean][] {
  const before = lines.filter((index) => index < at);
  const beside = new Set(before.length >= 2 ? before.slice(-2) : lines.slice(0, 2));
  return lines.flatMap((a) =>
    lines.filter((b) => b !== a).map((b): [number, number, boolean] => [a, b, beside.has(a) && beside.has(b)]),
  );
}

export const figure = (entry: Entry) => printBare(entry.value, entry.step);
export const plainFigure = (value: number, step: number) => printBare(value, step);
