import { expect, test } from "vitest";
import { typedText } from "./typed-text.ts";

test("what was typed loses what the database cannot hold, and the spaces around it", () => {
  expect(typedText("  a\0b\r\nc\rd\ud800  ")).toBe("ab\nc\nd\ufffd");
  expect(typedText(null)).toBe("");
  expect(typedText(new File(["x"], "x.txt"))).toBe("");
});
