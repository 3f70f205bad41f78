import type { DueState } from "./filters.ts";

/**
 * Where a promise stands on the day `now` ("YYYY-MM-DD"). A promise that recurs is never passed: its day is only the
 * first. A due day is the last day that keeps the promise, so it has passed the day after.
 *
 *     dueState({ dueOn: "2024-11-30", recurs: null }, "2024-12-01") // "overdue"
 */
export function dueState(promise: { dueOn: string | null; recurs: string | null }, now: string): DueState {
  if (promise.recurs !== null) return "recurring";
  if (promise.dueOn === null) return "undated";
  return promise.dueOn < now ? "overdue" : "upcoming";
}

const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

/** The day it is in Denmark, "YYYY-MM-DD". */
export function dayInDenmark(now: Date): string {
  return days.format(now);
}
