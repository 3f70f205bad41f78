import { expect, test } from "vitest";
import { KeyTable } from "./key-table.ts";
import { termKey } from "./term-key.ts";

const halves = (key: number): [number, number] => [Math.floor(key / 2 ** 32), key | 0];

test("every key is found under its number, whatever its place, and no other key is", () => {
  const table = new KeyTable();
  const keys = Array.from({ length: 5000 }, (_, at) => termKey(`ord${at}`));
  for (const key of keys) table.add(key);
  for (const [number, key] of keys.entries()) expect(table.find(...halves(key + (number % 8)))).toBe(number);
  for (let at = 0; at < 5000; at++) expect(table.find(...halves(termKey(`andet${at}`)))).toBe(-1);
});
