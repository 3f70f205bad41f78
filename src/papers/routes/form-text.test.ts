import { expect, test } from "vitest";
import { formText } from "./form-text.ts";

test("what was typed loses what the database cannot hold, and the spaces around it", () => {
  const form = new FormData();
  form.set("text", "  a\0b\r\nc\ud800  ");
  expect(formText(form, "text")).toBe("ab\nc\ufffd");
  expect(formText(form, "andet")).toBe("");
});
