import { expect, test } from "vitest";
import { isReadableUnderWhite } from "./look.ts";

test.each(["#0b4a6f", "#7a1f2b", "#767676", "#000000"])("white text can be read on %s", (accent) => {
  expect(isReadableUnderWhite(accent)).toBe(true);
});

test.each(["#777777", "#ffd45c", "#3fa34d", "#ffffff"])("white text cannot be read on %s", (accent) => {
  expect(isReadableUnderWhite(accent)).toBe(false);
});
