import type { Check, Known, Verdict } from "#factcheck/model.ts";
import type { Span } from "#minutes/model.ts";
import type { Random } from "./random.ts";

/** An error put into a paper on purpose. */
export type Plant = {
  /** The kinds of finding that name it rightly, the most fitting first. */
  checks: Check[];
  verdict: Exclude<Verdict, "ok">;
  /** What was done, for lists of what was missed. */
  what: string;
  places: { file: string; span: Span }[];
};

/** Papers that are checked together, with everything that is wrong in them. */
export type Sample = { documents: { file: string; text: string }[]; plants: Plant[]; known: Known };

/** What writers of papers need: chance, and a way to plant errors. */
export type Desk = {
  random: Random;
  /** True when the next claim is to be wrong. */
  errs(): boolean;
  /** Puts marks around a wrong claim; the same `id` marks its other places. */
  plant(checks: Check[], verdict: Plant["verdict"], what: string, text: string, id?: number): string;
  newId(): number;
};

/** What a kind of paper is about: nouns in the plural, and figures' size. */
export type Subject = {
  title: string[];
  /** "antallet af klager" */
  amount: string;
  /** "klager" */
  noun: string;
  size: [low: number, high: number];
  /** Parts that exclude each other: a label for tables and words for prose ("om afgørelser"). */
  parts: [label: string, phrase: string][];
  /** What some of them did: "blev indgivet digitalt". */
  clauses: string[];
  /** What costs money: "udgifterne til sagsbehandling". */
  cost: string;
  /** Millions of kroner. */
  price: [low: number, high: number];
  filler: string[];
};

/** Everything a municipality's writers know how to say. Sentences are templates; see `claims.ts`. */
export type Phrasebook = {
  name: string;
  subjects: Subject[];
  differences: string[];
  growths: string[];
  shares: string[];
  sums: string[];
  multiples: { words: [up: string, factor: number][]; sentences: string[] };
  /** Pairs: the quantity stated for the first time, and again. */
  statements: string[];
  /** A part said to be of a whole, without a percentage. */
  subsets: string[];
  costs: string[];
  weekdays: string[];
  impossible: string[];
  references: string[];
  units: string[];
  /** Sentences that look wrong and are not. */
  traps: string[];
  totals: string[];
  fillers: string[];
};
