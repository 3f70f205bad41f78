import { expect, test } from "vitest";
import { nextPage } from "./next-page.ts";

test.each(["/birkeby/sager", "/en/arbejde", "/birkeby/soeg?q=klage&side=2"])("%s is a page of ours", (path) => {
  expect(nextPage(path, "/arbejde")).toBe(path);
});

test.each([
  null,
  "",
  "https://ond.example",
  "//ond.example",
  "/\\ond.example",
  "javascript:alert(1)",
  "/\t/ond.example",
  "/.//ond.example",
  "/birkeby/..//ond.example",
  "/%2e//ond.example/log-ind",
  "/birkeby/%2E%2e//ond.example",
])("%j leads to the work list", (path) => {
  expect(nextPage(path, "/arbejde")).toBe("/arbejde");
});
