import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder, moved, ordered, partOf, type Placed } from "./agenda-order.ts";

const item = (id: number, place: Placed["place"] = "middle", closed = false): Placed => ({
  id,
  position: id,
  place,
  closed,
});
const ids = (items: Placed[]) => items.map(({ id }) => id);
const agenda = [
  item(1, "first"),
  item(2),
  item(3, "middle", true),
  item(4),
  item(5),
  item(6, "last"),
  item(7, "end", true),
];

describe("an agenda's order", () => {
  test("has closed items after the open ones, and the signature sheet after all", () => {
    expect(ids(inOrder(agenda))).toEqual([1, 2, 4, 5, 6, 3, 7]);
  });

  test.each([
    ["up", 5, -1, [1, 2, 5, 4, 6, 3, 7]],
    ["down", 2, 1, [1, 4, 2, 5, 6, 3, 7]],
    ["not above what opens the meeting", 2, -1, [1, 2, 4, 5, 6, 3, 7]],
    ["not below what closes it", 5, 1, [1, 2, 4, 5, 6, 3, 7]],
    ["not at all when it is gone", 99, 1, [1, 2, 4, 5, 6, 3, 7]],
  ] as const)("moves an item %s", (_where, id, step, order) => {
    expect(ids(moved(agenda, id, step))).toEqual(order);
  });

  test.each([
    ["the last open case first", [[5, 2]], [1, 5, 2, 4, 6, 3, 7]],
    ["the first open case last", [[2, 4]], [1, 4, 5, 2, 6, 3, 7]],
    [
      "two that change places",
      [
        [2, 4],
        [5, 2],
      ],
      [1, 5, 4, 2, 6, 3, 7],
    ],
    ["a case before what opens the meeting: it stays after it", [[5, 1]], [1, 5, 2, 4, 6, 3, 7]],
    ["a closed case among the open ones: it stays after them", [[3, 2]], [1, 2, 4, 5, 6, 3, 7]],
    ["a number beyond the last", [[2, 99]], [1, 4, 5, 2, 6, 3, 7]],
  ] as const)("is typed: %s", (_what, wanted, order) => {
    expect(ids(ordered(agenda, new Map(wanted.map(([id, to]) => [id, to]))))).toEqual(order);
  });

  const items = fc
    .array(fc.tuple(fc.constantFrom("first", "middle", "last", "end"), fc.boolean(), fc.integer({ min: 0, max: 9 })), {
      maxLength: 40,
    })
    .map((rows) =>
      rows.map(([place, closed, position], id): Placed => ({ id, place: place as Placed["place"], closed, position })),
    );

  test("neither loses nor doubles an item, and keeps its parts, whatever is typed", () => {
    fc.assert(
      fc.property(items, fc.array(fc.tuple(fc.nat(45), fc.integer({ min: -5, max: 99 }))), (items, wanted) => {
        const order = ordered(items, new Map(wanted));
        const parts = order.map(partOf);
        return (
          order.length === items.length &&
          new Set(ids(order)).size === items.length &&
          parts.every((part, index) => part >= (parts[index - 1] ?? 0))
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("is the same again when a step is taken back", () => {
    fc.assert(
      fc.property(items, fc.nat(40), (items, id) => {
        const down = moved(items, id, 1).map((item, position) => ({ ...item, position }));
        const same = ids(down).join() === ids(inOrder(items)).join();
        return same || ids(moved(down, id, -1)).join() === ids(inOrder(items)).join();
      }),
      { numRuns: 2000 },
    );
  });
});
