import { expect, test } from "vitest";
import { auditRecord, auditWords } from "./audit-words.ts";

test("an entry is told in words, without the numbers of rows and the sums", () => {
  const details = { sum: "ZWFm", item: 6, title: "Rundvisning", closed: false, version: 5, reference: "26-000002" };
  expect(auditWords(details, "da")).toBe("26-000002 · “Rundvisning”");
  expect(auditRecord(details)).toContain("sum: ZWFm, item: 6");
});

test("roles, days and reasons are told in the reader's language", () => {
  const details = { role: "substitute", from: "2026-11-23", until: "2026-12-07", reason: "Barsel", committee: 8 };
  expect(auditWords(details, "da")).toBe(
    "Stedfortræder · fra 23. november 2026 · til 7. december 2026 · begrundelse: Barsel",
  );
  expect(auditWords(details, "en")).toBe("Substitute · from 23 November 2026 · until 7 December 2026 · reason: Barsel");
});

test("lists are counted, and what is closed is said to be", () => {
  expect(auditWords({ files: [{ name: "a" }, { name: "b" }], closed: true, path: [{ role: "decides" }] }, "da")).toBe(
    "lukket · 2 filer",
  );
});
