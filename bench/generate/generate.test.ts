import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { damage, damages } from "./damage.ts";
import { generateArchive, generateMinutes, generateMunicipality } from "./index.ts";

const hashOf = (texts: Iterable<{ text: string; fileName: string }>): string => {
  const hash = createHash("sha256");
  for (const { text, fileName } of texts) hash.update(fileName).update(text);
  return hash.digest("hex").slice(0, 16);
};
const year = [...generateMunicipality(1, { from: 2024, to: 2025 })];
const number = (cell: string): number => Number(cell.replace(/ \(.*/, "").replaceAll(".", "").replace(",", "."));

describe("generated minutes", () => {
  test("are the same bytes for the same numbers, here and on every machine", () => {
    expect(hashOf(generateArchive({ items: 2000 }))).toBe("235fb0b5aab0db86");
    expect(generateMinutes(12_345)).toEqual(generateMinutes(12_345));
  });

  test("are of the size of real ones: about 30,000 characters and eight or nine items", () => {
    const documents = [...generateArchive({ items: 3000 })];
    const mean = (of: (document: (typeof documents)[number]) => number): number =>
      documents.reduce((total, document) => total + of(document), 0) / documents.length;
    expect(mean(({ text }) => text.length)).toBeGreaterThan(25_000);
    expect(mean(({ text }) => text.length)).toBeLessThan(35_000);
    expect(mean(({ items }) => items)).toBeGreaterThan(8);
    expect(mean(({ items }) => items)).toBeLessThan(9);
  });

  test("have file names of their own", () => {
    const names = [...generateArchive({ items: 8000 })].map(({ fileName }) => fileName);
    expect(new Set(names).size).toBe(names.length);
  });

  test("number a body's items through the calendar year without gaps", () => {
    const council = year.filter(({ fileName }) => fileName.includes("-byraadet-2025-"));
    const numbers = council.flatMap(({ text }) =>
      [...text.matchAll(/\*\*Punkt (\d+): /g)].map(([, found]) => Number(found)),
    );
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBe(council.reduce((total, { items }) => total + items, 0));
  });

  test("add up: the last row of a table is the sum of the rows above", () => {
    let sums = 0;
    for (const { text } of year) {
      for (const [table] of text.matchAll(/(?:^[^\n]*\t[^\n]*\n)+^(?:Udvalget i alt|I alt|Klager i alt)\t[^\n]*/gm)) {
        const [, ...rows] = table.split("\n").map((line) => line.split("\t"));
        const total = rows.at(-1) as string[];
        total.forEach((cell, column) => {
          if (column === 0 || cell.includes("%")) return;
          expect(rows.slice(0, -1).reduce((sum, row) => sum + number(row[column] ?? ""), 0)).toBe(number(cell));
          sums += 1;
        });
      }
    }
    expect(sums).toBeGreaterThan(1000);
  });

  test("refer to items that are there, with the same case number", () => {
    const cases = new Map<string, string>();
    let found = 0;
    for (const { fileName, text } of year) {
      const slug = fileName.replace(/-\d{4}-\d\d-\d\d\.\w+$/, "");
      for (const item of text.split(/^## \*\*Punkt /m).slice(1)) {
        const [, itemNumber, caseNumber] = /^(\d+): [^\n]*\n\n(\d\d-\d{6})?/.exec(item) ?? [];
        const inYear = fileName.slice(-13, -9);
        if (caseNumber !== undefined) cases.set(`${slug} ${inYear} ${itemNumber}`, caseNumber);
        const earlier = /senest sagen på mødet den \d+\. \p{L}+ (2024|2025) \(sag (\d+)\)/u.exec(item);
        if (earlier === null || fileName.includes("-2024-")) continue;
        expect(cases.get(`${slug} ${earlier[1]} ${earlier[2]}`)).toBe(caseNumber);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(50);
  });

  test("quote a committee's decision alike in the committee, the finance committee and the council", () => {
    const council = year.find(({ fileName }) => fileName.includes("-byraadet-2025-01-")) as { text: string };
    const [, body, day] = /^#### (?!Byrådet|Økonomi)([^,\n]+udvalget), (\d\d\.01\.2025)$/m.exec(council.text) ?? [];
    const quoted = council.text.slice(council.text.indexOf(`#### ${body}, ${day}`)).split(/\n\n####/)[0] as string;
    const iso = (day as string).split(".").toReversed().join("-");
    const own = year.find(({ fileName, text }) => fileName.includes(iso) && text.includes(`REFERAT ${body}`)) as {
      text: string;
    };
    expect(own.text).toContain(quoted);
  });
});

describe("damage", () => {
  const { text } = generateMinutes(0);

  test("is the same for the same seed and another for another", () => {
    expect(damage(text, 7)).toBe(damage(text, 7));
    expect(damage(text, 7)).not.toBe(damage(text, 8));
  });

  test.each(damages)("%s works on a whole document, on one line and on nothing", (kind) => {
    for (const sample of [text, "Punkt 1: Godkendelse af dagsorden", ""]) {
      expect(typeof damage(sample, 3, { count: 5, only: [kind] })).toBe("string");
    }
  });
});
