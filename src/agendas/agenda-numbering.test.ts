import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeetingToNumber, numberItems, type TakenNumber } from "./agenda-numbering.ts";

const meeting = (id: number, at: string, ...numbers: (number | null)[]): MeetingToNumber => ({
  id,
  at: `${at} 13:00`,
  items: numbers.map((number, index) => ({ id: id * 100 + index, number })),
});
const given = (meetings: MeetingToNumber[], taken: TakenNumber[] = []) => {
  const numbers = numberItems(meetings, taken);
  return meetings.map(({ items }) => items.map(({ id }) => numbers.get(id)));
};

describe("item numbers", () => {
  test("begin with 1 where the year has none", () => {
    expect(given([meeting(1, "2026-01-13", null, null)])).toEqual([[1, 2]]);
  });

  test("go on from the highest number of the year's earlier minutes", () => {
    const taken = [
      { date: "2026-05-12", number: 42 },
      { date: "2026-05-12", number: 36 },
    ];
    expect(given([meeting(1, "2026-06-09", null, null)], taken)).toEqual([[43, 44]]);
  });

  test("go to the earlier of two meetings that are built at once, whichever was begun first", () => {
    const two = [meeting(1, "2026-09-08", null, null), meeting(2, "2026-08-11", null, null, null)];
    expect(given(two)).toEqual([
      [4, 5],
      [1, 2, 3],
    ]);
  });

  test("stay with what is sent; an earlier meeting that grows goes round them", () => {
    const two = [meeting(1, "2026-08-11", null, null, null), meeting(2, "2026-09-08", 3, 4)];
    expect(given(two)).toEqual([
      [1, 2, 5],
      [3, 4],
    ]);
  });

  test("of an item that is added after dispatch come after all that members have read", () => {
    const two = [meeting(1, "2026-08-11", 1, null, 2), meeting(2, "2026-09-08", 3, 4)];
    expect(given(two)).toEqual([
      [1, 5, 2],
      [3, 4],
    ]);
  });

  test("of minutes of a later day in the same year are not given twice", () => {
    expect(given([meeting(1, "2026-08-11", null, null)], [{ date: "2026-11-10", number: 2 }])).toEqual([[1, 3]]);
  });
});

describe("whatever meetings, orders and minutes there are", () => {
  const day = fc
    .integer({ min: 0, max: 364 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const building = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 40 })), { maxLength: 8 });
  const minutes = fc.array(fc.record({ date: day, number: fc.integer({ min: 1, max: 120 }) }), { maxLength: 30 });
  const meetingsOf = (plan: [string, number][]) =>
    plan.map(([at, size], id) => meeting(id + 1, at, ...Array.from({ length: size }, () => null)));

  test("no number is given twice, none that is taken is given, and they rise within a meeting and through the year", () => {
    fc.assert(
      fc.property(building, minutes, (plan, taken) => {
        const meetings = meetingsOf(plan);
        const numbers = numberItems(meetings, taken);
        const inTime = [...meetings]
          .sort((a, b) => a.at.localeCompare(b.at) || a.id - b.id)
          .flatMap(({ items }) => items.map(({ id }) => numbers.get(id) as number));
        const used = new Set(taken.map(({ number }) => number));
        return (
          new Set(inTime).size === inTime.length &&
          inTime.every((number, index) => !used.has(number) && number > (inTime[index - 1] ?? 0))
        );
      }),
      { numRuns: 3000 },
    );
  });

  test("meetings sent in any order keep their numbers, and what is left is numbered without a clash", () => {
    fc.assert(
      fc.property(building, minutes, fc.infiniteStream(fc.nat()), (plan, taken, dice) => {
        let meetings = meetingsOf(plan);
        const sent = new Map<number, number>();
        for (let left = meetings.length; left > 0; left--) {
          const waiting = meetings.filter(({ items }) => items.some(({ number }) => number === null));
          const next = waiting[Number(dice.next().value) % Math.max(waiting.length, 1)];
          if (!next) break;
          const numbers = numberItems(meetings, taken);
          for (const { id } of next.items) sent.set(id, numbers.get(id) as number);
          meetings = meetings.map((one) =>
            one === next ? { ...one, items: one.items.map(({ id }) => ({ id, number: sent.get(id) as number })) } : one,
          );
          const after = numberItems(meetings, taken);
          for (const [id, number] of sent) if (after.get(id) !== number) return false;
          if (new Set(after.values()).size !== after.size) return false;
        }
        return true;
      }),
      { numRuns: 1000 },
    );
  });

  test("meetings sent in the order of time leave no hole", () => {
    fc.assert(
      fc.property(building, (plan) => {
        const all = [...numberItems(meetingsOf(plan), []).values()].sort((a, b) => a - b);
        return all.every((number, index) => number === index + 1);
      }),
      { numRuns: 1000 },
    );
  });
});
