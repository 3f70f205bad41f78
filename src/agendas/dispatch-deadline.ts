import { isWorkingDay } from "./working-days.ts";

/** How a committee counts the days before a meeting (its forretningsorden). */
export type DispatchRules = { days: number; saturdayCounts: boolean; meetingDayCounts: boolean };

/**
 * Four hverdage, neither Saturday nor the day of the meeting among them: what kommunestyrelsesloven § 8, stk. 4 asks for
 * the council in its strictest reading, so nobody gets the papers too late by our doing.
 */
export const defaultRules: DispatchRules = { days: 4, saturdayCounts: false, meetingDayCounts: false };

/** The last day ("YYYY-MM-DD") on which an agenda can be sent out in time for a meeting. */
export function dispatchDeadline(meeting: string, rules: DispatchRules): string {
  let day = meeting;
  let left = rules.days;
  if (rules.meetingDayCounts && isWorkingDay(day, rules)) left--;
  while (left > 0) {
    day = dayBefore(day);
    if (isWorkingDay(day, rules)) left--;
  }
  return day;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
