import { expect, test } from "vitest";
import { excerpt, excerptAround } from "./excerpt.ts";

test("a short text is one line", () => {
  expect(excerpt("Ad. 1: Anbefales\n\nAd. 2: Godkendt\n", 80)).toBe("Ad. 1: Anbefales · Ad. 2: Godkendt");
  expect(excerpt("Godkendt, idet udvalget\nønsker en status. \n\nFraværende: ingen", 80)).toBe(
    "Godkendt, idet udvalget ønsker en status. Fraværende: ingen",
  );
});

test("a long text is cut between words, without a hanging comma", () => {
  expect(excerpt("Godkendt med bemærkninger, idet udvalget ønsker en ny sag", 32)).toBe(
    "Godkendt med bemærkninger ...",
  );
});

test("a word longer than the line is cut all the same", () => {
  expect(excerpt("x".repeat(100), 20)).toBe(`${"x".repeat(17)} ...`);
});

test("an excerpt around words begins with their sentence", () => {
  const text = `1. Til efterretning. 2. ${"Orienteringen fortsætter. ".repeat(10)}Jeppe Holm (I) er indtrådt i udvalget.`;
  expect(excerptAround(text, "Jeppe Holm", 60)).toBe("... Jeppe Holm (I) er indtrådt i udvalget.");
  expect(excerptAround("Jeppe Holm tog forbehold.", "Jeppe Holm", 60)).toBe("Jeppe Holm tog forbehold.");
  expect(excerptAround(text, "Ida Bruun", 30)).toBe("1. Til efterretning. 2. ...");
});

test("an excerpt around words far into a long sentence begins a little before them", () => {
  const text = `${"og ".repeat(100)}Jeppe Holm ${"samt ".repeat(50)}`;
  const found = excerptAround(text, "Jeppe Holm", 80);
  expect(found).toMatch(/^\.\.\. (?:og )+Jeppe Holm samt/);
  expect(found.length).toBeLessThanOrEqual(80);
});
