import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { extractPlainText } from "./formats/text.ts";
import type { Minutes } from "./model.ts";
import { readMinutes } from "./read-minutes.ts";

/**
 * Invented documents, one or more for each way Danish municipalities lay out their minutes, and beside each a partial
 * Minutes with what the document certainly says. Three words stand for more than themselves in an expectation:
 * `{ "startsWith": text }` and `{ "contains": text }` in place of a text, and `{ "among": [...] }` in place of a list
 * of which only those elements are certain.
 */
const FOLDER = join(import.meta.dirname, "../../tests/fixtures/layouts");

type Expected = Record<string, unknown> & { items?: Record<string, unknown>[] };

/** Which properties a group of expectations looks at; every other property of an item is in no group. */
const HEADER = ["kind", "municipality", "committee", "term", "date", "startTime", "endTime", "place"];
const ITEM_GROUPS: Record<string, string[]> = {
  "items' numbers and titles": ["number", "title", "closed"],
  "case numbers": ["caseNumber"],
  attachments: ["attachments"],
  decisions: ["decisions"],
  recommendations: ["recommendations"],
  treatment: ["treatment"],
  references: ["references"],
  commitments: ["commitments"],
};

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => basename(file, ".txt"))
  .sort((left, right) => left.localeCompare(right, "da", { numeric: true }));

describe.each(names)("%s", (name) => {
  const expected = JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), "utf8")) as Expected;
  const bytes = readFileSync(join(FOLDER, `${name}.txt`));
  let known: Minutes | undefined;
  const minutes = (): Minutes => (known ??= read(name, bytes));

  it("has no expectation that is looked at nowhere", () => {
    const groups = new Set([...HEADER, "participants", "tableOfContents", "items"]);
    const knownOfItems = new Set(Object.values(ITEM_GROUPS).flat());
    expect(Object.keys(expected).filter((key) => !groups.has(key))).toEqual([]);
    expect((expected.items ?? []).flatMap((item) => Object.keys(item)).filter((key) => !knownOfItems.has(key))).toEqual(
      [],
    );
  });

  const header = pick(expected, HEADER);
  if (Object.keys(header).length > 0) it("header", () => expectSame(header, minutes(), ""));
  if (expected.participants)
    it("participants", () => expectSame(byName(expected.participants), byName(minutes().participants), "participants"));
  if (expected.tableOfContents)
    it("table of contents", () => expectSame(expected.tableOfContents, minutes().tableOfContents, "contents"));
  if (!expected.items) return;
  for (const [group, keys] of Object.entries(ITEM_GROUPS)) {
    const items = expected.items.map((item) => pick(item, keys));
    if (items.every((item) => Object.keys(item).length === 0)) continue;
    it(group, () => expectSame(items, minutes().items, "items"));
  }
});

describe("Every invented document", () => {
  it.each(names)("%s keeps all its text: items cover each other's ends and sections stay inside their item", (name) => {
    const bytes = readFileSync(join(FOLDER, `${name}.txt`));
    const minutes = read(name, bytes);
    const text = bytes.toString("utf8");
    for (const [index, item] of minutes.items.entries()) {
      expect(item.span.start).toBeGreaterThanOrEqual(minutes.items[index - 1]?.span.end ?? 0);
      expect(item.span.end).toBeLessThanOrEqual(text.length);
      for (const section of item.sections) {
        expect(section.span.start).toBeGreaterThanOrEqual(item.span.start);
        expect(section.span.end).toBeLessThanOrEqual(item.span.end);
      }
    }
  });
});

function read(name: string, bytes: Uint8Array): Minutes {
  const result = extractPlainText(bytes);
  if (!result.ok) throw new Error(`${name}: ${result.message}`);
  return readMinutes(result.extracted, { file: `${name}.txt`, sha256: "" });
}

function pick(from: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

/** Participants are compared whatever order they are in. */
function byName(people: unknown): unknown {
  if (!Array.isArray(people)) return people;
  return (people as Record<string, unknown>[]).toSorted((left, right) =>
    String(left.name).localeCompare(String(right.name)),
  );
}

function expectSame(expected: unknown, actual: unknown, path: string): void {
  const found = differences(expected, actual, path);
  expect(found, `\n${found.join("\n")}\n`).toEqual([]);
}

/** One line for each thing that is not as expected; objects are compared only in what the expectation names. */
function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (Array.isArray(expected)) return listDifferences(expected, actual, path);
  if (typeof expected !== "object" || expected === null)
    return same(expected, actual) ? [] : [`${path}: ${show(actual)}, not ${show(expected)}`];
  const matcher = expected as { startsWith?: string; contains?: string; among?: unknown[] };
  if (matcher.startsWith !== undefined)
    return tidy(actual).startsWith(tidy(matcher.startsWith))
      ? []
      : [`${path}: ${show(actual)} does not start with ${show(matcher.startsWith)}`];
  if (matcher.contains !== undefined)
    return tidy(actual).includes(tidy(matcher.contains))
      ? []
      : [`${path}: ${show(actual)} does not contain ${show(matcher.contains)}`];
  if (matcher.among)
    return matcher.among
      .filter((one) => !(actual as unknown[]).some((other) => differences(one, other, "").length === 0))
      .map((one) => `${path}: ${show(one)} is not among ${show(actual)}`);
  if (typeof actual !== "object" || actual === null) return [`${path}: ${show(actual)}, not ${show(expected)}`];
  const entries = Object.entries(expected);
  return entries.flatMap(([key, value]) =>
    differences(value, (actual as Record<string, unknown>)[key], path === "" ? key : `${path}.${key}`),
  );
}

function listDifferences(expected: unknown[], actual: unknown, path: string): string[] {
  if (!Array.isArray(actual)) return [`${path}: ${show(actual)}, not a list`];
  if (expected.length !== actual.length)
    return [`${path}: ${actual.length} of them, not ${expected.length}: ${actual.map(brief).join(" | ")}`];
  return expected.flatMap((value, index) => differences(value, actual[index], `${path}[${index}]`));
}

function same(expected: unknown, actual: unknown): boolean {
  return typeof expected === "string" && typeof actual === "string"
    ? tidy(expected) === tidy(actual)
    : expected === actual;
}

function tidy(text: unknown): string {
  return String(text).replace(/\s+/g, " ").trim();
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}

function brief(value: unknown): string {
  if (typeof value !== "object" || value === null) return show(value);
  const one = value as Record<string, unknown>;
  return [one.number, one.title, one.name, one.attendance, one.committee, one.text]
    .filter((part) => part !== undefined && part !== null)
    .map((part) => tidy(part).slice(0, 60))
    .join(" ");
}
