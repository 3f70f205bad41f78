import { expect, test } from "vitest";
import { progressLine } from "./progress.ts";

test("the line says how far it is and how long it takes", () => {
  expect(progressLine({ done: 50, total: 100, failed: 2 }, 4)).toBe(
    "[###############...............] 50 af 100, 2 fejl, 4 s tilbage",
  );
});

test("nothing to do is done", () => {
  expect(progressLine({ done: 0, total: 0, failed: 0 }, 0)).toBe(`[${"#".repeat(30)}] 0 af 0`);
});
