import { expect, test } from "vitest";
import { readRows } from "./row-form.ts";

function form(rows: [order: string, text: string][]): FormData {
  const data = new FormData();
  for (const [index, [order, text]] of rows.entries()) {
    data.set(`order-${index + 1}`, order);
    data.set(`text-${index + 1}`, text);
  }
  return data;
}
const texts = (rows: [string, string][]) => readRows(form(rows), ["text"], 40).map(({ text }) => text);

test("rows stand as their numbers say, and between two with a comma", () => {
  expect(
    texts([
      ["2", "b"],
      ["1", "a"],
      ["1,5", "mellem"],
    ]),
  ).toEqual(["a", "mellem", "b"]);
});
test("rows of one number stay as they stood, rows without one come last", () => {
  expect(
    texts([
      ["", "sidst"],
      ["1", "a"],
      ["1", "b"],
      ["x", "til sidst"],
    ]),
  ).toEqual(["a", "b", "sidst", "til sidst"]);
});
test("no more rows are read than may be", () => {
  expect(readRows(form(Array.from({ length: 9 }, () => ["1", "x"])), ["text"], 5)).toHaveLength(5);
});
