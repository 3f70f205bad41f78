import { expect, test } from "vitest";
import type { Database } from "./connect.ts";
import { remembering } from "./remembering.ts";

const [one, other] = [{} as Database, {} as Database];

test("what was remembered for one database is not known to another", () => {
  const remembered = remembering<number>(10);
  remembered.set(one, "sag 1", 7);
  expect(remembered.get(one, "sag 1")).toBe(7);
  expect(remembered.get(other, "sag 1")).toBeUndefined();
});

test("what was asked for longest ago gives way", () => {
  const remembered = remembering<number>(2);
  remembered.set(one, "a", 1);
  remembered.set(one, "b", 2);
  remembered.get(one, "a");
  remembered.set(one, "c", 3);
  expect(["a", "b", "c"].map((key) => remembered.get(one, key))).toEqual([1, undefined, 3]);
});
