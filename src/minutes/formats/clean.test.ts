import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLetters } from "./clean.ts";

describe("cleaned letters", () => {
  test.each([
    ["soft hyphens go", "Fredens\u00adborg Kom\u00admune", "Fredensborg Kommune"],
    ["a word broken at a soft hyphen is whole again", "sundheds\u00ad\nudvalget", "sundhedsudvalget"],
    ["hard spaces become spaces", "12.\u00a0marts\u202f2024", "12. marts 2024"],
    ["nothing invisible stays", "1.\u200b Godkendelse\ufeff", "1. Godkendelse"],
    ["decomposed letters are composed", "Bodil A\u030astrup", "Bodil Åstrup"],
    ["hyphens that do not break are hyphens", "24\u2011014917", "24-014917"],
    ["dashes stay", "20–4417 −5", "20–4417 −5"],
  ])("%s", (_, text, clean) => expect(cleanLetters(text)).toBe(clean));

  test("need no second cleaning", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleanLetters(cleanLetters(text))).toBe(cleanLetters(text));
      }),
    ));
});
