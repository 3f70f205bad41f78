import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultRules, dispatchDeadline } from "./dispatch-deadline.ts";
import { holidayName, isWorkingDay } from "./working-days.ts";

const saturdays = { ...defaultRules, saturdayCounts: true };
const meetingDay = { ...defaultRules, meetingDayCounts: true };

describe("the last day for sending an agenda out", () => {
  test.each([
    ["a Tuesday", "2026-10-06", defaultRules, "2026-09-30"],
    ["a Tuesday where Saturday counts", "2026-10-06", saturdays, "2026-10-01"],
    ["a Tuesday where the day itself counts", "2026-10-06", meetingDay, "2026-10-01"],
    ["the Tuesday after Easter", "2026-04-07", defaultRules, "2026-03-27"],
    ["the Wednesday after Whitsun", "2026-05-27", defaultRules, "2026-05-20"],
    ["a Monday early in January", "2026-01-05", defaultRules, "2025-12-29"],
    ["one day before", "2026-10-06", { ...defaultRules, days: 1 }, "2026-10-05"],
    ["the same day", "2026-10-06", { ...defaultRules, days: 0 }, "2026-10-06"],
  ])("for %s", (_what, meeting, rules, deadline) => {
    expect(dispatchDeadline(meeting, rules)).toBe(deadline);
  });

  test("store bededag was a holiday until 2023", () => {
    expect(holidayName("2023-05-05")).toBe("Store Bededag");
    expect(holidayName("2024-04-26")).toBeNull();
  });

  test("leaves as many working days as the rules ask for, whatever the day and the rules", () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    const rules = fc.record({
      days: fc.integer({ min: 0, max: 15 }),
      saturdayCounts: fc.boolean(),
      meetingDayCounts: fc.boolean(),
    });
    fc.assert(
      fc.property(day, rules, (meeting, rules) => {
        const deadline = dispatchDeadline(meeting, rules);
        let days = 0;
        for (let at = Date.parse(deadline); at <= Date.parse(meeting); at += 86_400_000) {
          const each = new Date(at).toISOString().slice(0, 10);
          if (isWorkingDay(each, rules) && (each !== meeting || rules.meetingDayCounts)) days++;
        }
        return rules.days === 0 || days === rules.days;
      }),
    );
  });
});
