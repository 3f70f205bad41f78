import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

test("a short text is one line", () => {
  expect(excerpt("Ad. 1: Anbefales\n\nAd. 2: Godkendt\n", 80)).toBe("Ad. 1: Anbefales Ad. 2: Godkendt");
});

test("a long text is cut between words, without a hanging comma", () => {
  expect(excerpt("Godkendt med bemærkninger, idet udvalget ønsker en ny sag", 32)).toBe(
    "Godkendt med bemærkninger ...",
  );
});

test("a word longer than the line is cut all the same", () => {
  expect(excerpt("x".repeat(100), 20)).toBe(`${"x".repeat(17)} ...`);
});
