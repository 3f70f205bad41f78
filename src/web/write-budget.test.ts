import { expect, test } from "vitest";
import { WriteBudget } from "./write-budget.ts";

test("so many forms in a row, and then as many a minute, for each person", () => {
  const budget = new WriteBudget(60);
  const sent = (who: string, now: number) => Array.from({ length: 100 }, () => budget.take(who, 500, now));
  expect(sent("anna", 0).filter(Boolean)).toHaveLength(60);
  expect(sent("bo", 0).filter(Boolean)).toHaveLength(60);
  expect(sent("anna", 10_000).filter(Boolean)).toHaveLength(10);
  expect(sent("anna", 3_600_000).filter(Boolean)).toHaveLength(60);
});

test("a long text counts as several forms, and is saved whole", () => {
  const budget = new WriteBudget(60);
  const size = 4 * 1024 * 1024;
  expect(budget.take("anna", size, 0)).toBe(true);
  expect(budget.take("anna", size, 0)).toBe(false);
  // 65 forms were taken of 60: it takes six seconds until one more is there.
  expect(budget.take("anna", 0, 5900)).toBe(false);
  expect(budget.take("anna", 0, 6100)).toBe(true);
});
