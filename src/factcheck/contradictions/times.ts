import type { Period } from "./periods.ts";

const DAY = /^(?:\d{4}|\?)-\d\d-\d\d$/;

/** A day is the day of a decision or a meeting, unless the figures are told to be as of it. */
export const isDay = (key: string): boolean => DAY.test(key);

const REFERENCE =
  /(?:i forhold til|sammenlignet med|end|siden|vedtaget|godkendt|besluttede|godkendte|møde[t]?|mødet|budgetforlig\p{L}*|aftale\p{L}*)\s+(?:samme periode\s+)?(?:i|for|den|om|fra|år|af)?\s*(?:år|budget\p{L}*)?\s*$/iu;

const COMPARED =
  /(?:i forhold til|sammenlignet med|siden|end(?: ved)?)\s+(?:\p{L}+\s+){0,3}(?:pr\.?|per)\s*(?:den\s+)?$/iu;

/** A time that something else is held against or was decided at: "end i 2022", "siden 2019", "vedtaget i 2023". */
export function isReference(text: string, { start }: Period, from: number): boolean {
  const before = text.slice(Math.max(from, start - 60), start);
  return REFERENCE.test(before) || COMPARED.test(before);
}
