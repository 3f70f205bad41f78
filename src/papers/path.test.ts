import { describe, expect, test } from "vitest";
import { pathFaults, type PathMeeting, pathShape, type PathStep } from "./path.ts";

const meeting = (id: number, committeeId: number, startsAt: string, cancelled = false): PathMeeting => ({
  id,
  committeeId,
  startsAt: `${startsAt} 13:00:00`,
  cancelled,
});
const meetings = new Map(
  [
    meeting(1, 10, "2027-02-02"),
    meeting(2, 11, "2027-02-09"),
    meeting(3, 12, "2027-02-23"),
    meeting(4, 11, "2027-01-26"),
    meeting(5, 10, "2026-12-01"),
    meeting(6, 12, "2027-03-30", true),
    meeting(7, 12, "2027-04-27"),
  ].map((one) => [one.id, one]),
);
const known = {
  committees: new Set([10, 11, 12]),
  meetings,
  settled: [] as PathStep[],
  kept: new Set<number>(),
  now: "2027-01-01 00:00:00",
};
const step = (committeeId: number, meetingId: number | null = null): PathStep => ({
  committeeId,
  role: "recommends",
  meetingId,
});
const faults = (steps: PathStep[], more: Partial<typeof known> = {}) =>
  pathFaults(steps, { ...known, ...more }).map(({ index, reason }) => `${index} ${reason}`);

describe("a political path", () => {
  test("goes from body to body in the order of their meetings; the last ones may be unplanned", () => {
    expect(faults([step(10, 1), step(11, 2), step(12, 3)])).toEqual([]);
    expect(faults([step(10, 1), step(11), step(12)])).toEqual([]);
  });
  test("does not go back in time, and skips no body", () => {
    expect(faults([step(10, 1), step(11, 4)])).toEqual(["1 order"]);
    expect(faults([step(10), step(11, 2)])).toEqual(["1 skipped"]);
  });
  test("passes a body twice at two meetings only", () => {
    expect(faults([step(12, 3), step(12, 7)])).toEqual([]);
    expect(faults([step(12, 3), step(12, 3)])).toEqual(["1 twice"]);
  });
  test("names bodies that are there, and meetings of their own that are to come", () => {
    expect(faults([step(99)])).toEqual(["0 unknown-committee"]);
    expect(faults([step(10, 2)])).toEqual(["0 unknown-meeting"]);
    expect(faults([step(10, 77)])).toEqual(["0 unknown-meeting"]);
    expect(faults([step(10, 5)])).toEqual(["0 past"]);
    expect(faults([step(12, 6)])).toEqual(["0 cancelled"]);
  });
  test("keeps a meeting that has passed or been cancelled since it was chosen", () => {
    expect(faults([step(10, 5), step(11, 2)], { kept: new Set([5]) })).toEqual([]);
  });
  test("cannot change what has been sent out or treated", () => {
    const settled = [step(10, 5)];
    expect(faults([step(10, 5), step(11, 2)], { settled })).toEqual([]);
    expect(faults([step(11, 2)], { settled })).toEqual(["0 settled"]);
    expect(faults([{ ...step(10, 5), role: "notes" }], { settled })).toEqual(["0 settled"]);
    expect(faults([], { settled })).toEqual(["0 settled"]);
  });
  test("has from one to twelve steps of known roles", () => {
    expect(pathShape.safeParse([]).success).toBe(false);
    expect(pathShape.safeParse(Array.from({ length: 13 }, () => step(10))).success).toBe(false);
    expect(pathShape.safeParse([{ ...step(10), role: "vetoes" }]).success).toBe(false);
  });
});
