import { expect, test } from "vitest";
import { development } from "./development/phrasebook.ts";
import { isHoliday } from "./danish.ts";
import { generateSample } from "./generate.ts";
import { mark, takeMarks } from "./marks.ts";
import { scoreSamples } from "./score.ts";

test("the same seed gives the same papers, and another seed others", () => {
  const { documents, plants } = generateSample(development, 7);
  expect(generateSample(development, 7)).toMatchObject({ documents, plants });
  expect(generateSample(development, 8).documents).not.toEqual(documents);
});

test("marks stay with their words and leave no trace", () => {
  const marked = `Der var ${mark(12, `12 ${mark(3, "klager")}`)} i alt.`;
  const { text, places } = takeMarks(marked);
  expect(text).toBe("Der var 12 klager i alt.");
  expect(places.map(({ id, span }) => [id, text.slice(span.start, span.end)])).toEqual([
    [3, "klager"],
    [12, "12 klager"],
  ]);
});

test("every planted error stands in a paper, most claims are right, and no marks are left", () => {
  let planted = 0;
  for (let seed = 0; seed < 60; seed++) {
    const { documents, plants } = generateSample(development, seed);
    planted += plants.length;
    for (const { text } of documents) expect(text).not.toMatch(/[\uE000-\uF8FF]|\{\w+\}|undefined|NaN/);
    for (const { places, checks } of plants) {
      expect(checks.length).toBeGreaterThan(0);
      for (const { file, span } of places) {
        const text = documents.find((document) => document.file === file)?.text ?? "";
        expect(text.slice(span.start, span.end).trim()).not.toBe("");
      }
    }
  }
  expect(planted).toBeGreaterThan(120);
});

test("no meeting is held on a holiday", () => {
  const days = ["2024-03-29", "2025-06-09", "2023-05-05", "2024-12-24"].map((iso) => iso.split("-").map(Number));
  for (const [year = 0, month = 0, day = 0] of days) expect(isHoliday({ year, month, day })).toBe(true);
  expect(isHoliday({ year: 2024, month: 4, day: 26 })).toBe(false);
});

test("a finding counts where the error was planted, and is a false alarm elsewhere", () => {
  const text = "Afgift\n\n\t2023\nBiler\t40\nCykler\t20\nI alt\t70\n\nDen 31. april 2024 er fristen.\n";
  const at = text.indexOf("I alt");
  const plants = [
    {
      checks: ["table-total" as const],
      verdict: "error" as const,
      what: "total",
      places: [{ file: "a", span: { start: at, end: at + 8 } }],
    },
  ];
  const score = scoreSamples([{ documents: [{ file: "a", text }], plants, known: {} }]);
  expect(score.outcomes).toMatchObject([{ found: "error", strict: true }]);
  const relations = score.findings.map(({ finding, relation }) => [finding.check, relation]);
  expect(relations).toContainEqual(["table-total", "hit"]);
  expect(relations).toContainEqual(["date", "false-alarm"]);
});
