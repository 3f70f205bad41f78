import { expect, it } from "vitest";
import { numberColumns } from "./number-columns.ts";

it("finds the columns of figures in Danish format, with units and note marks", () => {
  const rows = [
    ["Område", "Budget", "Andel", "Bemærkning"],
    ["Skole", "1.214.600", "79,4 %", "se bilag"],
    ["Ældre", "-12.300²⁾", "5,9 %", ""],
    ["I alt", "–", "14 mio. kr.", "2 poster"],
  ];
  expect([...numberColumns({ rows, headerRows: 1, notes: [] })]).toEqual([1, 2]);
});

it("takes a first column of years for names", () => {
  expect([...numberColumns({ rows: [["2023", "5"], ["2024", "7"]], headerRows: 0, notes: [] })]).toEqual([1]); // prettier-ignore
});
