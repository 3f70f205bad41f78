import { describe, expect, test } from "vitest";
import { median } from "./measure.ts";
import { markdownTable, plainTable, withFigures } from "./report.ts";
import type { Row } from "./run.ts";

const rows: Row[] = [
  { work: "læs tekst", measured: 21.437, unit: "MB/s", target: "15", ratio: 0.0312, met: true },
  { work: "importér", measured: 1234.5, unit: "dokumenter/s", target: "150", met: false, note: "150 filer" },
  { work: "pdf", measured: Number.NaN, unit: "", target: "", met: null, note: "sprunget over: pdftotext mangler" },
];

describe("the table of figures", () => {
  test("stands in columns, with Danish numbers and what was not reached in capitals", () => {
    expect(plainTable(rows).split("\n")).toEqual([
      "Arbejde     Målt  Enhed         Mål  Forhold  Nået  Bemærkning",
      "---------  -----  ------------  ---  -------  ----  --------------------------------",
      "læs tekst   21,4  MB/s          15    0,0312  ja",
      "importér   1.235  dokumenter/s  150           NEJ   150 filer",
      "pdf            -                                    sprunget over: pdftotext mangler",
    ]);
  });

  test("is a Markdown table of as many columns in every row", () => {
    const bars = markdownTable(rows)
      .split("\n")
      .map((line) => line.split("|").length);
    expect(new Set(bars)).toEqual(new Set([9]));
  });

  test("replaces the figures of a page and keeps what is written around them", () => {
    const page = withFigures("", rows.slice(0, 1), "2026-01-02");
    const again = withFigures(`${page}\nEfterord.\n`, rows, "2026-03-04");
    expect(again).toContain("Målt 2026-03-04.");
    expect(again).not.toContain("2026-01-02");
    expect(again).toMatch(/\nEfterord\.\n$/);
    expect(again).toContain("sprunget over: pdftotext mangler");
  });
});

test("the median is the middle one, or between the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 100])).toBe(3.5);
  expect(median([])).toBeNaN();
});
