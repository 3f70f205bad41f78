import { expect, test } from "vitest";
import { storableJson } from "./storable.ts";

test("what PostgreSQL cannot hold becomes one replacement character each, and nothing else changes", () => {
  const text = 'a\0b \ud83d x 😀 "\\u0000" \\\\u0000 \\\0';
  expect(JSON.parse(storableJson({ text }))).toEqual({ text: 'a\ufffdb \ufffd x 😀 "\\u0000" \\\\u0000 \\\ufffd' });
});
