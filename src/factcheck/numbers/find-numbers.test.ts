import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNumbers, type NumberMention } from "./find-numbers.ts";

const quantities = (text: string) => findNumbers(text).filter(({ kind }) => kind === "quantity");
const values = (text: string) => quantities(text).map(({ value }) => value);
const only = (text: string): NumberMention => {
  const [mention] = findNumbers(text);
  if (!mention) throw new Error(`no number in ${text}`);
  return mention;
};

describe("quantities", () => {
  it.each<[string, number, string | null, number]>([
    ["595 klager", 595, "klager", 1],
    ["1.596.234", 1_596_234, null, 1],
    ["18,37 millioner kroner", 18_370_000, "kr", 10_000],
    ["1,8 mio. kr.", 1_800_000, "kr", 100_000],
    ["16,5 mio.kr.", 16_500_000, "kr", 100_000],
    ["3 mia. kr.", 3_000_000_000, "kr", 1_000_000_000],
    ["1.200 t.kr.", 1_200_000, "kr", 1000],
    ["1.200 tkr.", 1_200_000, "kr", 1000],
    ["Kr. 4.733.432", 4_733_432, "kr", 1],
    ["kr. 5,-", 5, "kr", 1],
    ["5.000,- kr.", 5000, "kr", 1],
    ["2.023 kr.", 2023, "kr", 1],
    ["-9 mio. kr.", -9_000_000, "kr", 1_000_000],
    ["−0,6 mio. kr.", -600_000, "kr", 100_000],
    ["-42.9 mio. kr.", -42_900_000, "kr", 100_000],
    ["minus 5 mio. kr.", -5_000_000, "kr", 1_000_000],
    ["38,8 %", 38.8, "percent", 0.1],
    ["38,8%", 38.8, "percent", 0.1],
    ["46 procent", 46, "percent", 1],
    ["46 pct.", 46, "percent", 1],
    ["3,5 procentpoint", 3.5, "points", 0.1],
    ["8 %-point", 8, "points", 1],
    ["1\u00a0596\u00a0234 kr.", 1_596_234, "kr", 1],
    ["45 000 kr.", 45_000, "kr", 1],
    ["45 nye pladser", 45, "pladser", 1],
    ["45 studerende i huset", 45, "studerende", 1],
    ["tyve børn", 20, "børn", 1],
    ["femogtyve børn", 25, "børn", 1],
    ["et hundrede børn", 100, "børn", 1],
    ["to hundrede og tres børn", 260, "børn", 1],
    ["halvanden million", 1_500_000, null, 500_000],
    ["2½ time", 2.5, "time", 0.25],
    ["**595** klager", 595, "klager", 1],
    ["**12,4** mio. kr.", 12_400_000, "kr", 100_000],
    ["**10** procent", 10, "percent", 1],
    ["2045 elever", 2045, "elever", 1],
  ])("reads %j", (text, value, unit, step) => {
    expect(only(text)).toMatchObject({ value, unit, step, kind: "quantity" });
  });

  it("reads ranges as one", () => {
    expect(only("125-150 borgere")).toMatchObject({ value: 125, to: 150, unit: "borgere" });
    expect(only("mellem 65 og 75 borgere")).toMatchObject({ value: 65, to: 75 });
    expect(only("10 til 15 dage")).toMatchObject({ value: 10, to: 15 });
    expect(only("5-10 %")).toMatchObject({ value: 5, to: 10, unit: "percent" });
    expect(values("nedsat fra 12 til 4 møder")).toEqual([12, 4]);
    expect(values("1.596.234 - 1.594.477 = 1.757")).toEqual([1_596_234, 1_594_477, 1757]);
  });

  it("hangs a percent in parentheses on its count", () => {
    for (const text of ["114 (76,5%)", "54 sager (76,5 %)", "123 nye sager (76,5 procent)"]) {
      expect(quantities(text)).toHaveLength(1);
      expect(only(text).share).toMatchObject({ value: 76.5, unit: "percent" });
    }
    expect(values("45 klager (57, 2023)")).toEqual([45, 57]);
  });

  it.each([
    ["ca. 50 personer", "about"],
    ["cirka 47 mio. kr.", "about"],
    ["knap 300 børn", "nearly"],
    ["lige under 500 sager", "nearly"],
    ["godt 300 børn", "over"],
    ["mere end 300 børn", "over"],
    ["under 300 børn", "under"],
    ["op til 10 %", "at-most"],
    ["mindst 14 dage", "at-least"],
    ["300 børn", null],
  ])("knows the hedge of %j", (text, hedge) => {
    expect(only(text).hedge).toBe(hedge);
  });

  it("tells signs from dashes", () => {
    expect(values("- 45 klager\n– 12 andre")).toEqual([45, 12]);
    expect(values("(-19,2 mio. kr.) +66\t-5 10-klub")).toEqual([-19_200_000, 66, -5]);
    expect(values("de tilladte +/- 2%")).toEqual([2]);
  });

  it("stays within a cell", () => {
    const [first, second] = findNumbers("I alt\tKr. 18.373.344\tKr. 14.219.920");
    expect([first?.unit, second?.unit]).toEqual(["kr", "kr"]);
    expect(values("Skole\t1 596 234\t-1.272")).toEqual([1_596_234, -1272]);
  });
});

describe("labels", () => {
  it.each([
    "den 14. maj 2024",
    "14.05.2024",
    "31/7-2022",
    "2024-05-14",
    "i 2023",
    "2023/24",
    "2019-2023",
    "budget 2024-27",
    "kl. 13.00-14.00",
    "kl. 9",
    "24-014917",
    "330-2016-89665",
    "15.00.00-G01-39-18S",
    "(sag 76)",
    "punkt 4",
    "pkt. 4",
    "Ad. 1",
    "§ 20, stk. 3",
    "lov nr. 888",
    "side 2, 4 og 5",
    "bilag 1 og 2",
    "18-29 årige",
    "15 til 29-årige",
    "mellem 20 og 34 år",
    "1. kvartal",
    "1. til 3. kvartal",
    "uge 41",
    "tlf. 55 88 55 88",
    "55 88 55 88",
    "CVR 29189625",
    "Rådmandshaven 20, 4700 Næstved",
    "3F og 27a",
    "1. Åbning af mødet",
    "Budget 1)",
    "Budget <sup>2)</sup>",
    "kontroltrin 3",
    "to tredjedele",
    "1/3 af",
    "version 1.4",
    "i 1.000 kr.",
    "Åbning.....\t12",
  ])("holds no quantity: %s", (text) => {
    expect(quantities(text)).toEqual([]);
    expect(findNumbers(text).length).toBeGreaterThan(0);
  });

  it.each(["1.596.2341.594.477", "83,3974,5", "54sager", "12 345 borgere", "41439912345", "1,234,567", "007"])(
    "makes no quantity of glued or doubtful digits: %s",
    (text) => {
      expect(quantities(text)).toEqual([]);
    },
  );
});

describe("any text", () => {
  it("gives spans in order that lie in the text", () => {
    const piece = fc.constantFrom(
      "12",
      ".",
      ",",
      " ",
      "-",
      "kr.",
      "mio.",
      "%",
      "(",
      ")",
      "to",
      "og",
      "\t",
      "\n",
      "2024",
      "§",
      "maj",
      "½",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const { span, value } of findNumbers(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(value)).toBe(true);
          end = span.end;
        }
      }),
    );
  });

  it("reads back what is printed in Danish", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const printed = `${whole.toLocaleString("da-DK")},${String(cents).padStart(2, "0")}`;
        expect(only(`beløb på ${printed} kr.`).value).toBeCloseTo(whole + cents / 100, 6);
      }),
    );
  });

  it("takes long runs of digits, commas or hyphens in its stride", () => {
    for (const piece of ["1", "1,", "1.234", "12 345 ", "1-", "to ", "hundrede og "]) {
      expect(findNumbers(piece.repeat(25_000)).length).toBeGreaterThanOrEqual(0);
    }
  });
});
