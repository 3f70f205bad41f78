import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultRules } from "#agendas/dispatch-deadline.ts";
import { isWorkingDay } from "#agendas/working-days.ts";
import { dispatchDay, dueDay, dueState, hverdageBefore } from "./due.ts";

// Tuesday 2 February 2027; the agenda goes out four hverdage before it.
const meeting = { date: "2027-02-02", rules: defaultRules };

describe("a step's last day", () => {
  test("is counted in hverdage back from the day the agenda is sent out", () => {
    expect(dispatchDay(meeting)).toBe("2027-01-27");
    expect(dueDay(meeting, 0)).toBe("2027-01-27");
    expect(dueDay(meeting, 1)).toBe("2027-01-26");
    expect(dueDay(meeting, 3)).toBe("2027-01-22");
  });

  test("passes Easter by", () => {
    expect(dueDay({ date: "2027-04-02", rules: defaultRules }, 1)).toBe("2027-03-23");
  });

  test("follows the committee's own counting of Saturdays", () => {
    const rules = { days: 4, saturdayCounts: true, meetingDayCounts: false };
    expect(dueDay({ date: "2027-02-02", rules }, 3)).toBe("2027-01-25");
  });

  test("is a hverdag, and never after the day of sending out", () => {
    const day = fc
      .date({ min: new Date("2025-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), fc.boolean(), (date, days, saturdayCounts) => {
        const rules = { days: 4, saturdayCounts, meetingDayCounts: false };
        const due = dueDay({ date, rules }, days);
        expect(isWorkingDay(due, rules)).toBe(true);
        expect(due < dispatchDay({ date, rules })).toBe(true);
        expect(due < dueDay({ date, rules }, days - 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["2027-01-27", "2027-01-25", "coming"],
  ["2027-01-27", "2027-01-26", "due"],
  ["2027-01-27", "2027-01-27", "due"],
  ["2027-01-27", "2027-01-28", "overdue"],
  ["2027-01-25", "2027-01-22", "due"],
  ["2027-01-25", "2027-01-21", "coming"],
])("what is due on %s is on %s %s", (due, today, state) => {
  expect(dueState(due, today)).toBe(state);
});

test("the hverdag before a Monday is a Friday, where Saturday does not count", () => {
  expect(hverdageBefore("2027-01-25", 1, { saturdayCounts: false })).toBe("2027-01-22");
  expect(hverdageBefore("2027-01-25", 1, { saturdayCounts: true })).toBe("2027-01-23");
});
