import { dispatchDeadline, type DispatchRules } from "#agendas/dispatch-deadline.ts";

/** The meeting that a paper is on its way to, with how its committee counts days. */
export type NextMeeting = { date: string; rules: DispatchRules };

/** The last day on which the agenda of the meeting can be sent out. */
export const dispatchDay = ({ date, rules }: NextMeeting): string => dispatchDeadline(date, rules);

/** The day by which a step should be done: so many hverdage before the agenda is sent out. */
export const dueDay = (meeting: NextMeeting, days: number): string =>
  hverdageBefore(dispatchDay(meeting), days, meeting.rules);

/** The day so many hverdage before another. */
export const hverdageBefore = (day: string, days: number, { saturdayCounts }: { saturdayCounts: boolean }): string =>
  dispatchDeadline(day, { days, saturdayCounts, meetingDayCounts: false });

export type DueState = "overdue" | "due" | "coming";

/** How a day that something is due stands to today: passed, today or the next hverdag, or later. */
export function dueState(day: string, today: string): DueState {
  if (day < today) return "overdue";
  return hverdageBefore(day, 1, { saturdayCounts: false }) <= today ? "due" : "coming";
}
