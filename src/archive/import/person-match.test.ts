import { expect, test } from "vitest";
import { findAbbreviated } from "./person-match.ts";

const birk = { id: 1, name: "Gerda Birk Holm", slug: "gerda-birk-holm" };
const bang = { id: 2, name: "Gerda Bang Holm", slug: "gerda-bang-holm" };

test("an initial stands for the one middle name it can mean", () => {
  expect(findAbbreviated("Gerda B. Holm", [birk])).toBe(birk);
  expect(findAbbreviated("Gerda Birk Holm", [{ ...birk, name: "Gerda B Holm" }])?.id).toBe(1);
});

test("an initial that can mean two persons stands for neither", () => {
  expect(findAbbreviated("Gerda B. Holm", [birk, bang])).toBeNull();
});

test("a missing middle name, another initial and another last name are other persons", () => {
  for (const name of ["Gerda Holm", "Gerda K. Holm", "Gerda B. Holme", "G. B. Holm"])
    expect(findAbbreviated(name, [birk])).toBeNull();
});
