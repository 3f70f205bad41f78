import { expect, test } from "vitest";
import { storableJson, storableText } from "./storable.ts";

const TEXT = 'a\0b \ud83d x 😀 "\\u0000" \\\\u0000 \\\0';
const KEPT = 'a\ufffdb \ufffd x 😀 "\\u0000" \\\\u0000 \\\ufffd';

test("what PostgreSQL cannot hold becomes one replacement character each, and nothing else changes", () => {
  expect(JSON.parse(storableJson({ text: TEXT }))).toEqual({ text: KEPT });
});

test("text that is sent as it is keeps the same characters as in JSON", () => {
  expect(new TextDecoder().decode(storableText(TEXT))).toBe(KEPT);
});
