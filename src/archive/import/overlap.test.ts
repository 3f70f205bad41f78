import { expect, test } from "vitest";
import { overlap, readKey, sameItem, writeKey } from "./overlap.ts";

const item = (number: string | null, titleKey: string) => ({ number, titleKey });

test("items are the same by number, whatever their titles say", () => {
  expect(sameItem(item("46", "budgetkontrol"), item("46", "budgetkontrol pr 1 maj"))).toBe(true);
  expect(sameItem(item("46", "meddelelser"), item("47", "meddelelser"))).toBe(false);
});

test("where one has no number the title decides", () => {
  expect(sameItem(item(null, "meddelelser"), item("47", "meddelelser"))).toBe(true);
});

test("a revised document overlaps more than a single item of it", () => {
  const whole = [item("1", "a"), item("2", "b"), item("3", "c")];
  expect(overlap(whole, [...whole, item("4", "d")])).toBe(0.75);
  expect(overlap(whole, [item("2", "b")])).toBeCloseTo(1 / 3);
  expect(overlap(whole, [item("9", "x")])).toBe(0);
  expect(overlap([], [])).toBe(1);
});

test("a key survives being written and read", () => {
  for (const key of [item("46", "budgetkontrol pr 1 maj"), item(null, ""), item("5 a", "x")])
    expect(readKey(writeKey(key))).toEqual({ ...key, number: key.number?.replace(" ", "") ?? null });
});
