import { expect, test } from "vitest";
import { compareTexts, compareWords } from "./difference.ts";
import { paragraph, richText, words } from "./testing.ts";

test("a text is compared block by block, and a changed block word by word", () => {
  const before = richText("Udvalget tager sagen til efterretning.", "Går ud.", "Bliver.");
  const after = richText("Udvalget tager sagen om veje til efterretning.", "Bliver.", "Kommer til.");
  expect(compareTexts(before, after)).toEqual([
    {
      kind: "changed",
      before: paragraph("Udvalget tager sagen til efterretning."),
      after: paragraph("Udvalget tager sagen om veje til efterretning."),
      words: [
        { kind: "same", text: "Udvalget tager sagen " },
        { kind: "added", text: "om veje " },
        { kind: "same", text: "til efterretning." },
      ],
    },
    { kind: "removed", block: paragraph("Går ud.") },
    { kind: "same", block: paragraph("Bliver.") },
    { kind: "added", block: paragraph("Kommer til.") },
  ]);
});

test("a text that was empty has only new blocks", () => {
  expect(compareTexts(richText(), richText("Nyt"))).toEqual([{ kind: "added", block: paragraph("Nyt") }]);
});

test("a change of form alone has the same words", () => {
  expect(compareTexts(richText("vigtigt"), richText(paragraph(words("vigtigt", "bold"))))).toMatchObject([
    { kind: "changed", words: [{ kind: "same", text: "vigtigt" }] },
  ]);
});

test("texts with nothing in common are told whole", () => {
  const many = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(" ");
  expect(compareWords(many("a"), many("b"))).toEqual([
    { kind: "removed", text: many("a") },
    { kind: "added", text: many("b") },
  ]);
});
