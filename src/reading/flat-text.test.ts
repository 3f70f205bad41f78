import fc from "fast-check";
import { expect, test } from "vitest";
import { aList, aTable, paragraph, richText } from "#documents/testing.ts";
import type { RichNode } from "#rich-text/model.ts";
import { flatText, withMarks } from "./flat-text.ts";

const body = richText(
  paragraph(
    "Havnen har mistet ",
    { type: "text", text: "trafik", marks: [{ type: "bold" }] },
    ", mens byen er vokset.",
  ),
  aList("bulletList", "Østkajen", "Kornpakhuset"),
  aTable([
    ["Emne", "Svar"],
    ["Støj", "42"],
  ]),
);

const textNodes = (node: RichNode): RichNode[] =>
  node.type === "text" ? [node] : (node.content ?? []).flatMap(textNodes);

test("a text is its words, a line for each paragraph, list item and cell", () => {
  expect(flatText(body).split("\n")).toEqual([
    "Havnen har mistet trafik, mens byen er vokset.",
    "Østkajen",
    "Kornpakhuset",
    "Emne",
    "Svar",
    "Støj",
    "42",
  ]);
});

test("a mark is laid over exactly its words, across pieces that have marks of their own", () => {
  const from = flatText(body).indexOf("mistet");
  const marked = withMarks(body, [{ from, to: from + "mistet trafik, mens".length, mark: { type: "highlight" } }]);
  const words = textNodes(marked as RichNode).filter(({ marks }) => marks?.some(({ type }) => type === "highlight"));
  expect(words.map(({ text }) => text)).toEqual(["mistet ", "trafik", ", mens"]);
  expect(words[1]?.marks?.map(({ type }) => type)).toEqual(["bold", "highlight"]);
});

test("no mark changes a letter of the text", () => {
  const length = flatText(body).length;
  const ranges = fc.array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 6 });
  fc.assert(
    fc.property(ranges, (pairs) => {
      const marks = pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b), mark: { type: "highlight" } }));
      expect(flatText(withMarks(body, marks))).toBe(flatText(body));
    }),
  );
});
