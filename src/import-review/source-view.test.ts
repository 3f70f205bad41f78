import fc from "fast-check";
import { expect, test } from "vitest";
import { readMinutes } from "#minutes/read-minutes.ts";
import { sourceView } from "./source-view.ts";
import { someMinutes } from "./testing.ts";

const TEXT = someMinutes();
const read = (text: string) =>
  readMinutes({ format: "text", text, pages: null, warnings: [] }, { file: "a.txt", sha256: "" });

test("each item and each section is marked at the line where it begins", () => {
  const [page] = sourceView(TEXT, read(TEXT), []);
  const items = page?.lines.filter(({ item }) => item !== undefined).map(({ item, text }) => [item, text]);
  expect(items).toEqual([
    [0, "Punkt 36: Godkendelse af dagsorden"],
    [1, "Punkt 37: Ny cykelsti ved åen"],
  ]);
  expect(page?.lines.flatMap(({ role }) => role ?? [])).toEqual(["decision", "presentation", "decision"]);
  expect(page?.lines[0]).toEqual({ text: "REFERAT Teknikudvalget" });
  expect(page?.lines.find(({ text }) => text.startsWith("Stien"))?.inItem).toBe(true);
});

test("pages follow each other, and each says which line it begins with", () => {
  const second = TEXT.indexOf("Punkt 37");
  const pages = sourceView(TEXT, read(TEXT), [0, second]);
  expect(pages.map(({ page, first, lines }) => [page, first, lines[0]?.text])).toEqual([
    [1, 1, "REFERAT Teknikudvalget"],
    [2, 10, "Punkt 37: Ny cykelsti ved åen"],
  ]);
});

test("no character of the text is lost, wherever pages are said to begin", () => {
  const starts = fc.array(fc.nat({ max: TEXT.length }), { maxLength: 6 });
  const property = fc.property(starts, (starts) => {
    const pages = sourceView(TEXT, read(TEXT), [0, ...starts.sort((left, right) => left - right)]);
    expect(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("\n")).toBe(TEXT);
    let line = 1;
    for (const { first, lines } of pages) {
      expect(first).toBe(line);
      line += lines.length;
    }
  });
  fc.assert(property);
});
