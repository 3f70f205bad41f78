import { setImmediate as aMoment } from "node:timers/promises";
import { expect, test } from "vitest";
import { Room } from "./room.ts";

const never = new AbortController().signal;

/** Who is let in, in that order, and how they leave. */
function doorOf(room: Room) {
  const inside: string[] = [];
  const leave = new Map<string, () => void>();
  const come = (name: string, bytes: number, who = name, signal = never) =>
    room.enter(who, bytes, signal).then((left) => {
      if (!left) return;
      inside.push(name);
      leave.set(name, left);
    });
  return { inside, come, leave: (name: string) => (leave.get(name)?.(), aMoment()) };
}

test("what fits in is let in at once, and the rest when there is room, in the order they came", async () => {
  const { inside, come, leave } = doorOf(new Room(100));
  for (const [name, bytes] of [
    ["a", 60],
    ["b", 40],
    ["c", 100],
    ["d", 10],
  ] as const)
    void come(name, bytes);
  await aMoment();
  expect(inside).toEqual(["a", "b"]);
  await leave("b");
  expect(inside).toEqual(["a", "b"]);
  await leave("a");
  expect(inside).toEqual(["a", "b", "c"]);
  await leave("c");
  expect(inside).toEqual(["a", "b", "c", "d"]);
});

test("one person has one thing in it at a time, and is in nobody's way", async () => {
  const { inside, come, leave } = doorOf(new Room(100));
  void come("first", 10, "anna");
  void come("second", 10, "anna");
  void come("other", 10, "bo");
  await aMoment();
  expect(inside).toEqual(["first", "other"]);
  await leave("first");
  expect(inside).toEqual(["first", "other", "second"]);
});

test("whoever goes away while waiting takes no room, and what is too large for it has it alone", async () => {
  const { inside, come, leave } = doorOf(new Room(100));
  const gone = new AbortController();
  void come("huge", Number.POSITIVE_INFINITY);
  void come("gone", 50, "gone", gone.signal);
  void come("last", 50);
  gone.abort();
  await aMoment();
  await leave("huge");
  expect(inside).toEqual(["huge", "last"]);
});
