import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../model.ts";
import { checkStructure } from "./check-structure.ts";
import { aReading } from "./testing.ts";

const LAYOUTS = "tests/fixtures/layouts";
const EXAMPLES = "examples/eksempelkoebing";
const WEEKDAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

const read = (folder: string, names: RegExp) =>
  readdirSync(folder)
    .filter((name) => names.test(name))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8").replace(/\r\n/g, "\n") }));

const layouts = read(LAYOUTS, /\.txt$/);
const examples = read(EXAMPLES, /\.(?:md|txt)$/);
const all = [...layouts, ...examples];

const wrongs = (text: string, name: string) =>
  checkStructure([aReading(text, name)], {}).filter(({ verdict }) => verdict !== "ok");

/** Findings after a change that were not there before it. */
function news(before: string, after: string, name: string): Finding[] {
  const old = new Set(wrongs(before, name).map(({ check, claim }) => `${check} ${claim}`));
  return wrongs(after, name).filter(({ check, claim }) => !old.has(`${check} ${claim}`));
}

type Place = { name: string; text: string; at: number; words: string };

/** Every place of a pattern in the documents. */
function placesOf(documents: { name: string; text: string }[], pattern: RegExp): Place[] {
  return documents.flatMap(({ name, text }) =>
    Array.from(text.matchAll(pattern), (match) => ({ name, text, at: match.index, words: match[0] })),
  );
}

/** Says of every place (a sample of them) that a change there is found as such. */
function isFound(places: Place[], check: Finding["check"], change: (words: string) => string): void {
  expect(places.length).toBeGreaterThan(3);
  fc.assert(
    fc.property(fc.constantFrom(...places), ({ name, text, at, words }) => {
      const after = text.slice(0, at) + change(words) + text.slice(at + words.length);
      const found = news(text, after, name);
      expect(found.map((finding) => finding.check)).toContain(check);
    }),
    { numRuns: 12, seed: 12 },
  );
}

describe("documents of every layout", () => {
  it("hold no errors of structure", () => {
    const errors = layouts.flatMap(({ name, text }) => wrongs(text, name).filter(({ verdict }) => verdict === "error"));
    expect(errors).toEqual([]);
  });

  it("give findings whose words stand at their place", () => {
    for (const { name, text } of all)
      for (const { span, claim, evidence } of checkStructure([aReading(text, name)], {})) {
        expect(text.slice(span.start, span.end).replace(/\s+/g, " ").trim()).toBe(claim);
        for (const one of evidence) expect(text.slice(one.span.start, one.span.end)).not.toBe("");
      }
  });
});

describe("one change in a document", () => {
  it("finds another weekday", () => {
    const places = placesOf(all, /(?:man|tirs|ons|tors|fre)dag(?= (?:den |d\. )?\d{1,2}\. \p{Ll}+ 20\d\d)/giu);
    isFound(places, "weekday", (day) => WEEKDAYS[(WEEKDAYS.indexOf(day.toLowerCase()) + 1) % 7] as string);
  });

  it("finds a date that no calendar has", () => {
    isFound(placesOf(all, /(?<=[ ,])\d\d\.\d\d\.20\d\d(?=\n)/g), "date", (date) => `31.06.${date.slice(6)}`);
  });

  it("finds an item number out of order", () => {
    const places = placesOf(examples, /(?<=\n(?:#+ \**)?Punkt )\d+(?=: (?!Godkendelse af dagsorden|Underskriftsark))/g);
    isFound(places, "numbering", (number) => String(Number(number) + 10));
  });

  it("finds the day of a decision that is not the meeting's", () => {
    const places = examples.flatMap(({ name, text }) => {
      const date = aReading(text, name).source.minutes?.date?.split("-").toReversed().join(".") ?? "";
      const body = aReading(text, name).source.minutes?.committee ?? "";
      return placesOf(
        [{ name, text }],
        new RegExp(`(?<=\\n#* ?\\**${body}, )${date.replaceAll(".", "\\.")}(?=\\**\\n)`, "g"),
      );
    });
    isFound(places, "date", (date) => `${date.startsWith("0") ? "1" : "0"}${date.slice(1)}`.replace(/^00/, "01"));
  });

  it("finds a title in the contents with a letter wrong", () => {
    const places = placesOf(examples, /(?<=\n)[A-ZÆØÅ][^\n.]{20,60}(?=\.{5}\t\d)/g).filter(
      ({ words }) => !/Lukket/.test(words),
    );
    isFound(places, "table-of-contents", (title) => `${title.slice(0, 8)}x${title.slice(9)}`);
  });

  it("finds the name of an absentee with two letters swapped", () => {
    const places = placesOf(examples, /(?<=\nFraværende: \p{Lu}\p{L}+ )\p{Lu}\p{L}{5,}(?= \()/gu);
    isFound(places, "name", (name) => {
      const swapped = `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}`;
      return swapped === name ? `${name}t` : swapped;
    });
  });

  it("finds a decision on a point that is not there", () => {
    isFound(placesOf(examples, /(?<=\nAd\.? )\d(?=:)/g), "numbering", () => "9");
  });

  it("finds a decision that does not go with the role", () => {
    const places = placesOf(examples, /(?<=\n[^\n(]+\()godkender(?=\), \d\d\.\d\d\.20\d\d)/g).filter(({ text, at }) => {
      const body = text.slice(text.lastIndexOf("\n", at) + 1, at - 2);
      return text
        .slice(at)
        .split(/\n#* ?\**Punkt /, 1)[0]
        ?.match(new RegExp(`${body}, [\\d.]+\\**\\n+(?:Fra[^\\n]*\\n+)?Godkendt\\.\\n`));
    });
    isFound(places, "other", () => "anbefaler");
  });
});
