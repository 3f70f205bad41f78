import type { Random } from "./random.ts";
import type { Subject } from "./model.ts";

/** The true figures behind an item: everything said in it is said of these. */
export type Facts = {
  subject: Subject;
  /** The last full year. */
  year: number;
  /** Totals of the year before and of the last year. */
  before: number;
  after: number;
  /** How the totals divide, in the order of `subject.parts`. */
  partsBefore: number[];
  partsAfter: number[];
  /** Kroner. */
  budget: number;
  forecast: number;
  /** How many of the last year's each clause holds for. */
  clauses: { words: string; part: number }[];
};

export function makeFacts(random: Random, subject: Subject, year: number): Facts {
  const [low, high] = subject.size;
  const before = random.between(low, high);
  const change = (random.chance(0.55) ? 1 : -1) * (0.02 + random.next() * 0.28);
  const after = Math.max(low >> 1, Math.round(before * (1 + change))) + 1;
  const parts = subject.parts.length;
  const weights = Array.from({ length: parts }, () => 0.3 + random.next());
  const budget = Math.round((subject.price[0] + random.next() * (subject.price[1] - subject.price[0])) * 1e6);
  return {
    subject,
    year,
    before,
    after,
    partsBefore: divide(before, weights),
    partsAfter: divide(
      after,
      weights.map((weight) => weight * (0.75 + random.next() / 2)),
    ),
    budget,
    forecast: Math.round(budget * (1 + (random.chance(0.6) ? 1 : -1) * (0.01 + random.next() * 0.09))),
    clauses: subject.clauses.map((words) => ({
      words,
      part: Math.max(3, Math.round(after * (0.04 + random.next() * 0.8))),
    })),
  };
}

/** Whole numbers in about these proportions with exactly this sum. */
function divide(total: number, weights: number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - parts.reduce((one, other) => one + other, 0);
  return parts.map((part, index) => (index === 0 ? part + rest : part));
}
