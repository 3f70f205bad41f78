import { expect, test } from "vitest";
import { gapSentence, rangesText, yearOfCommittee } from "./gaps.ts";

const meeting = (day: string, from: number, to: number, without: number[] = []) => ({
  day,
  numbers: Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
    (number) => !without.includes(number),
  ),
});

test("what is there is said with what is known to have been", () => {
  const year = yearOfCommittee(
    2024,
    [meeting("2024-05-14", 36, 42), meeting("2024-06-11", 43, 51)],
    [
      { day: "2024-12-03", number: 100 },
      { day: "2024-01-16", number: 5 },
    ],
  );
  expect(gapSentence(year)).toBe("2024: punkt 36-51 af mindst 100");
  expect(year.missing).toEqual([
    { from: 1, to: 35 },
    { from: 52, to: 100 },
  ]);
  expect(year.missingItems).toBe(84);
  expect(year.missingDays).toEqual(["2024-01-16", "2024-12-03"]);
});

test("a run of missing numbers is at least one meeting, a longer one several", () => {
  const known = [meeting("2024-01-09", 1, 8), meeting("2024-03-12", 17, 24), meeting("2024-04-09", 27, 34)];
  expect(yearOfCommittee(2024, known, []).missingMeetings).toBe(2);
  expect(yearOfCommittee(2024, [meeting("2024-01-09", 1, 8), meeting("2024-06-11", 41, 48)], []).missingMeetings).toBe(
    4,
  );
});

test("where no meeting is known a run is one meeting", () => {
  expect(yearOfCommittee(2022, [], [{ day: "2022-05-17", number: 41 }]).missingMeetings).toBe(1);
});

test("a hole inside one meeting is a missing item and no missing meeting", () => {
  const year = yearOfCommittee(2024, [meeting("2024-01-09", 1, 9, [7])], []);
  expect([year.missingItems, year.missingMeetings]).toEqual([1, 0]);
});

test("a cited day that is in the archive is not missing", () => {
  const year = yearOfCommittee(2024, [meeting("2024-01-09", 1, 9)], [{ day: "2024-01-09", number: 4 }]);
  expect([year.missingMeetings, year.missingItems]).toEqual([0, 0]);
});

test("where every meeting begins at 1 the numbers tell nothing of what is missing", () => {
  const year = yearOfCommittee(
    2024,
    [meeting("2024-01-09", 1, 7), meeting("2024-02-06", 1, 5)],
    [{ day: "2024-03-05", number: 9 }],
  );
  expect(year).toMatchObject({ numberedPerMeeting: true, missing: [], missingMeetings: 1 });
  expect(gapSentence(year)).toBe("2024: 2 møder, hvert med punkter fra 1");
});

test("a year that is only cited has nothing of what it had", () => {
  expect(gapSentence(yearOfCommittee(2022, [], [{ day: "2022-05-17", number: 41 }]))).toBe(
    "2022: ingen punkter af mindst 41",
  );
});

test("a misread number is not counted out for ever", () => {
  const year = yearOfCommittee(2024, [{ day: "2024-01-09", numbers: [1, 900_000_000] }], []);
  expect(year.missingItems).toBeLessThan(6000);
});

test("ranges are written as people write them", () => {
  expect(
    rangesText([
      { from: 1, to: 4 },
      { from: 6, to: 6 },
    ]),
  ).toBe("1-4, 6");
});
