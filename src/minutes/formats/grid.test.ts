import { expect, test } from "vitest";
import { layGrid, type Cell } from "./grid.ts";

const cell = (text: string, columns = 1, rows = 1): Cell => ({ text, columns, rows });

test("what a cell covers beyond its own place is empty, and rows are equally long", () => {
  const rows = [
    [cell("a", 2), cell("b")],
    [cell("c", 1, 2), cell("d")],
    [cell("e"), cell("f")],
  ];
  expect(layGrid(rows)).toEqual([
    ["a", "", "b"],
    ["c", "d", ""],
    ["", "e", "f"],
  ]);
});

test("columns that are empty in every row at the end go", () =>
  expect(
    layGrid([
      [cell("a"), cell("")],
      [cell("b"), cell("")],
    ]),
  ).toEqual([["a"], ["b"]]));

test("what does not fit into the widest row is kept in its last cell", () => {
  const [row] = layGrid([Array.from({ length: 1000 }, (_, index) => cell(String(index)))]);
  expect(row).toHaveLength(200);
  expect(row!.at(-1)).toMatch(/^199 200 201 .* 999$/);
});
