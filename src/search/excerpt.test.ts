import fc from "fast-check";
import { expect, test } from "vitest";
import { bestOf, excerpt, markerOf, markWords } from "./excerpt.ts";

const text = (marked: { text: string }[]) => marked.map((piece) => piece.text).join("");

test("marks the word, its inflections and the compounds it is part of", () => {
  const marked = markWords("Klagerne og klagestatistikken fra Klageenheden, ikke kaffen", markerOf(new Set(["klag"])));
  expect(marked.filter(({ mark }) => mark).map((piece) => piece.text)).toEqual([
    "Klagerne",
    "klagestatistikken",
    "Klageenheden",
  ]);
});

test("shows the stretch that says most", () => {
  const far = `${"Der er intet her at finde. ".repeat(30)}Budgettet for klager er 5 mio. kr.`;
  const best = bestOf(far, markerOf(new Set(["budg", "klag"])));
  expect(best.holds).toBe(2);
  const marked = excerpt(best);
  expect(text(marked)).toContain("Budgettet for klager");
  expect(text(marked).length).toBeLessThan(260);
});

test("loses and adds nothing but the marks", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40 }), (lorem) => {
      expect(text(markWords(lorem, markerOf(new Set(["lorem", "dolor", "sit"]))))).toBe(lorem);
    }),
  );
});
