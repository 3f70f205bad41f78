import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extractHtml } from "#minutes/formats/html.ts";
import { extractMarkdown } from "#minutes/formats/markdown.ts";
import { extractPlainText } from "#minutes/formats/text.ts";
import type { Item, Minutes } from "#minutes/model.ts";
import { readMinutes } from "#minutes/read-minutes.ts";

const folder = join(import.meta.dirname, "../examples/eksempelkoebing");

function read(file: string): Minutes {
  const bytes = readFileSync(join(folder, file));
  const extract = file.endsWith(".html") ? extractHtml : file.endsWith(".md") ? extractMarkdown : extractPlainText;
  const result = extract(bytes);
  if (!result.ok) throw new Error(`${file}: ${result.message}`);
  return readMinutes(result.extracted, { file, sha256: "" });
}

const archive = readdirSync(folder)
  .filter((name) => !["kommune.json", "vaaben.svg"].includes(name))
  .map(read);
const meeting = (committee: string, date: string): Minutes =>
  archive.find((minutes) => minutes.committee === committee && minutes.date === date) as Minutes;
const item = (committee: string, date: string, number: number): Item =>
  meeting(committee, date).items.find((candidate) => candidate.number === String(number)) as Item;
const work = "Arbejdsmarkeds- og Integrationsudvalget";
const successor = "Arbejdsmarkeds- og Erhvervsudvalget";

/** File, first item and how many items. */
const expected: [string, string, number, number][] = [
  [successor, "2026-01-20", 1, 7],
  [successor, "2026-05-12", 22, 8],
  [successor, "2026-10-06", 30, 7],
  [work, "2021-05-18", 30, 7],
  [work, "2024-05-14", 29, 8],
  [work, "2024-06-11", 37, 8],
  [work, "2024-10-08", 52, 8],
  [work, "2024-11-12", 60, 8],
  [work, "2025-04-08", 17, 7],
  [work, "2025-06-10", 24, 8],
  [work, "2025-10-07", 32, 8],
  ["Børne- og Skoleudvalget", "2024-09-04", 46, 7],
  ["Børne- og Skoleudvalget", "2025-06-04", 33, 6],
  ["Byrådet", "2024-06-25", 61, 7],
  ["Byrådet", "2025-06-24", 55, 6],
  ["Klima- og Teknikudvalget", "2024-09-02", 51, 7],
  ["Klima- og Teknikudvalget", "2025-06-02", 30, 7],
  ["Økonomiudvalget", "2024-06-17", 88, 6],
];

describe("the example municipality", () => {
  test("has the meetings it should, and no others", () => {
    expect(archive.length).toBe(expected.length);
    expect(new Set(archive.map(({ municipality }) => municipality))).toEqual(new Set(["Eksempelkøbing"]));
    expect(new Set(archive.map(({ kind }) => kind))).toEqual(new Set(["minutes"]));
  });

  test.each(expected)("%s %s is read without a warning, item by item", (committee, date, first, count) => {
    const { items, warnings } = meeting(committee, date);
    expect(warnings).toEqual([]);
    expect(items.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, index) => String(first + index)),
    );
    for (const { title, closed, caseNumber } of items) {
      expect(title).not.toBe("");
      if (!/dagsorden|Meddelelser|Underskriftsark|Orientering fra formand/.test(title))
        expect(caseNumber).not.toBeNull();
      expect(closed).toBe(/^(Forhandling om lejemål|Køb af|Salg af|Klage over)|BSU Underskriftsark/.test(title));
    }
  });

  test("takes one case through three bodies to the council, each with its own decision", () => {
    const { treatment, decisions, caseNumber } = item("Byrådet", "2024-06-25", 63);
    expect(caseNumber).toBe("23-014402");
    expect(treatment.map(({ committee, roles, date }) => [committee, ...roles, date])).toEqual([
      ["Børne- og Skoleudvalget", "recommends", "2024-06-05"],
      [work, "recommends", "2024-06-11"],
      ["Økonomiudvalget", "recommends", "2024-06-17"],
      ["Byrådet", "decides", "2024-06-25"],
    ]);
    expect(decisions.map(({ committee, outcome }) => [committee, outcome])).toEqual([
      ["Børne- og Skoleudvalget", "recommended"],
      [work, "recommended"],
      ["Økonomiudvalget", "recommended"],
      ["Byrådet", "approved"],
    ]);
    expect(decisions.map(({ dissents }) => dissents.flatMap(({ by }) => by))).toEqual([
      ["Malthe Ravnsborg"],
      ["Henning Dybvad", "Jeppe Storkholm"],
      ["Henning Dybvad", "Birgitte Rosendahl-Kjær"],
      ["V", "Venstre"],
    ]);
  });

  test("brings recurring cases back under one number over years", () => {
    const times = (caseNumber: string): number =>
      archive.flatMap(({ items }) => items).filter((candidate) => candidate.caseNumber === caseNumber).length;
    expect(times("21-003318")).toBe(5);
    expect(times("23-014402")).toBe(8);
    expect(times("25-000877")).toBe(4);
    expect(times("15.00.00-P22-1-21S")).toBe(5);
  });

  test("refers to items that are there and to some that are not", () => {
    const known = new Set(
      archive.flatMap((minutes) => minutes.items.map(({ number }) => `${minutes.committee} ${minutes.date} ${number}`)),
    );
    const pointers = archive.flatMap((minutes) =>
      minutes.items.flatMap(({ references }) =>
        references.map(({ committee, date, itemNumber }) => `${committee ?? minutes.committee} ${date} ${itemNumber}`),
      ),
    );
    const outside = [...new Set(pointers.filter((pointer) => !known.has(pointer)))].toSorted();
    expect(pointers.length - outside.length).toBeGreaterThan(35);
    expect(outside).toEqual([
      `${work} 2023-08-15 44`,
      `${work} 2024-03-12 17`,
      `${work} 2024-08-13 48`,
      "Byrådet 2024-01-30 5",
      "Byrådet 2024-05-28 52",
    ]);
  });

  test("has a member who leaves a party and joins another", () => {
    const party = (date: string): (string | null)[] =>
      meeting(work, date)
        .participants.filter(({ name }) => name === "Jeppe Storkholm")
        .map((member) => member.party);
    expect([party("2024-06-11"), party("2024-11-12")]).toEqual([["V"], ["UFP"]]);
    const [decision] = item(successor, "2026-01-20", 5).decisions;
    expect(decision?.dissents[0]?.text).toContain("Jeppe Storkholm (I)");
  });

  test("shows every outcome there is", () => {
    const outcomes = new Set(
      archive.flatMap(({ items }) => items.flatMap(({ decisions }) => decisions.map(({ outcome }) => outcome))),
    );
    for (const outcome of [
      "approved",
      "noted",
      "discussed",
      "recommended",
      "postponed",
      "rejected",
      "referred",
      "withdrawn",
    ]) {
      expect(outcomes).toContain(outcome);
    }
  });

  test("counts the substitute in and the absent out", () => {
    const [decision] = item(work, "2024-11-12", 62).decisions;
    expect(decision?.absent.map(({ name, party }) => [name, party])).toEqual([
      ["Henning Dybvad", "V"],
      ["Lone Havrekær", "B"],
    ]);
    expect(decision?.substitutes.map(({ name, party }) => [name, party])).toEqual([["Ellen Margrethe Fuglsang", "V"]]);
    expect(decision?.parts.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, "approved"],
      [2, "recommended"],
    ]);
  });

  test("promises things with a date, some of it past and some still to come", () => {
    const due = archive.flatMap(({ items }) =>
      items.flatMap(({ commitments }) => commitments.map((commitment) => commitment.due ?? "")),
    );
    expect(due).toEqual(
      expect.arrayContaining(["2025-06", "2026-08", "2026-12-15", "2027-01", "2027-Q2", "2027-08-01"]),
    );
  });
});
