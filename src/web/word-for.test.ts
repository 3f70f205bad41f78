import { expect, test } from "vitest";
import { wordFor } from "./word-for.ts";

test("only our own words are answered, never what every object has", () => {
  expect(wordFor({ gemt: "Sagen er gemt." }, "gemt")).toBe("Sagen er gemt.");
  for (const word of ["__proto__", "constructor", "toString", "andet", "", null, undefined])
    expect(wordFor({ gemt: "Sagen er gemt." }, word)).toBeUndefined();
});
