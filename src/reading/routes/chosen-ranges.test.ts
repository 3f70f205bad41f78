import { expect, test } from "vitest";
import { chosenRanges } from "./chosen-ranges.ts";

const text = "Et. To. Tre.\nFire.";
const parts = [{ key: "text", heading: null, body: { type: "doc" as const }, text }];

test("sentences in a row are one highlight, those apart are two", () => {
  const quotes = (ticked: string[]) =>
    chosenRanges(ticked, parts).map(({ range: { from, to } }) => text.slice(from, to));
  expect(quotes(["text 0 3", "text 4 7"])).toEqual(["Et. To."]);
  expect(quotes(["text 8 12", "text 0 3"])).toEqual(["Et.", "Tre."]);
  expect(quotes(["text 0 12", "text 4 7"])).toEqual(["Et. To. Tre."]);
});

test("what fits no text is left out", () => {
  expect(chosenRanges(["other 0 3", "text 5 2", "text 0 999", "nonsense"], parts)).toEqual([]);
});
