import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

const HOLD = [
  "495 ud af 1.070 sager er endt med et krav, svarende til 46 %.",
  "133 ud af 14.500 borgere (0,9 %) klagede.",
  "Der er behandlet 601 sager af i alt 1547 sager (38,8 %).",
  "Af de 149 sager blev 26 (17,4 %) ændret.",
  "Af de 68 sager blev 54 (79,4 %) stadfæstet, 10 (14,7 %) ændret og 4 (5,9 %) hjemvist.",
  "318 af skolens 320 elever har svaret, svarende til 99,4 %.",
  "12 af 48 boliger står tomme, hvilket svarer til 25 procent.",
  "Der er 250 ansatte, hvoraf 40 er på barsel, svarende til 16 %.",
  "Kommunen har modtaget 80 ansøgninger, heraf er 60 imødekommet (75 %).",
  "50 % af 1,029 mio. kr. svarende til 0,5 mio. kr. er indefrosset.",
  "120 husstande, svarende til 40 % af de 300 husstande, sorterer madaffald.",
  "75 % (90 af 120) af brugerne er tilfredse.",
  "3 ud af 4 skoler (75 %) har solceller.",
  "Der blev truffet 240 afgørelser. 60 af de 240 afgørelser blev påklaget. Det svarer til 25 %.",
  "Tre ud af tolv skoler er renoveret, svarende til 25 %.",
  "37 af 80 elever (cirka 45 %) cykler i skole.",
  "190 ud af 200 pladser er besat, svarende til 95 pct.",
  "I 2023 blev der behandlet 1070 sager, hvoraf 495 førte til krav. I 2022 blev der behandlet 1377 sager, hvoraf 537 førte til krav. Andelen er steget fra 39 procent i 2022 til 46 procent i 2023.",
  "Over halvdelen, 52 af 100 adspurgte, er tilfredse.",
  "18 ud af 54 boliger er udlejet, altså en tredjedel.",
  "Knap halvdelen (47 %) af de ansatte deltog.",
  "To tredjedele (66 %) af børnene går i klub.",
  "Udgiften er 1,2 mio. kr. til 400 elever, svarende til 3.000 kr. pr. elev.",
  "Der er udbetalt 252.054 kr. for 975 timer, hvilket giver 258,52 kr. pr. time.",
  "Der blev holdt 450 møder fordelt på 30 dage, svarende til 15 møder pr. dag.",
  "Det korrigerede budget er på 45,2 mio. kr., og det forventede regnskab er på 43,7 mio. kr., hvilket giver et overskud på 1,5 mio. kr.",
  "Budgettet er på 12,0 mio. kr., og forbruget er på 12,9 mio. kr., altså et merforbrug på 0,9 mio. kr.",
  "Af puljen på 20 mio. kr. er 12 mio. kr. brugt, så der resterer 8 mio. kr.",
];

const FAIL: [string, string][] = [
  ["495 ud af 1.070 sager er endt med et krav, svarende til 64 %.", "46,3 %"],
  ["133 ud af 14.500 borgere (9,0 %) klagede.", "0,9 %"],
  ["Der er behandlet 601 sager af i alt 1547 sager (39,8 %).", "38,8 %"],
  ["Af de 149 sager blev 26 (19,4 %) ændret.", "17,4 %"],
  ["Af de 68 sager blev 54 (79,4 %) stadfæstet, 10 (14,7 %) ændret og 4 (6,9 %) hjemvist.", "5,9 %"],
  ["318 af skolens 320 elever har svaret, svarende til 98,4 %.", "99,4 %"],
  ["12 af 48 boliger står tomme, hvilket svarer til 35 procent.", "25,0 %"],
  ["Der er 250 ansatte, hvoraf 40 er på barsel, svarende til 18 %.", "16,0 %"],
  ["Kommunen har modtaget 80 ansøgninger, heraf er 60 imødekommet (70 %).", "75,0 %"],
  ["50 % af 1,029 mio. kr. svarende til 0,9 mio. kr. er indefrosset.", "0,5 mio. kr."],
  ["120 husstande, svarende til 45 % af de 300 husstande, sorterer madaffald.", "40,0 %"],
  ["85 % (90 af 120) af brugerne er tilfredse.", "75,0 %"],
  ["Der blev truffet 240 afgørelser. 60 af de 240 afgørelser blev påklaget. Det svarer til 30 %.", "25,0 %"],
  ["Tre ud af tolv skoler er renoveret, svarende til 30 %.", "25,0 %"],
  [
    "I 2023 blev der behandlet 1070 sager, hvoraf 495 førte til krav. I 2022 blev der behandlet 1377 sager, hvoraf 537 førte til krav. Andelen er steget fra 38 procent i 2022 til 46 procent i 2023.",
    "39,0 %",
  ],
  ["Over halvdelen, 42 af 100 adspurgte, er tilfredse.", "42,0 %"],
  ["28 ud af 54 boliger er udlejet, altså en tredjedel.", "51,9 %"],
  ["Over halvdelen (43 %) af de ansatte deltog.", "43,0 %"],
  ["Udgiften er 1.200.000 kr. til 400 elever, svarende til 3.250 kr. pr. elev.", "3.000 kr."],
  ["Der er udbetalt 252.054 kr. for 975 timer, hvilket giver 285,52 kr. pr. time.", "258,52 kr."],
  ["Der blev holdt 450 møder fordelt på 30 dage, svarende til 18 møder pr. dag.", "15"],
  [
    "Det korrigerede budget er på 45,2 mio. kr., og det forventede regnskab er på 43,7 mio. kr., hvilket giver et overskud på 2,5 mio. kr.",
    "1,5 mio. kr.",
  ],
];

const SILENT = [
  "72 % af de 25-årige i regionen har en uddannelse.",
  "Målet er, at 80 % af de 120 sager stadfæstes.",
  "Af de 300 husstande svarede 40 %.",
  "Svarprocenten er 38,5 procent mod 39,8 procent i alle 43 kommuner.",
  "Der er 5 % underskud og 10 % overskud på de 12 skoler.",
  "3 ud af 12 skoler er renoveret, og 80 % af budgettet er brugt.",
  "97 procent af virksomhederne er tilfredse, og 12 af 14 er nye.",
  "Prisen er 3.000 kr. pr. elev.",
  "Halvdelen af overskuddet fra de 4 skoler indefryses.",
  "På børneområdet er 25 af 30 stillinger besat, mens 40 % af de ansatte på ældreområdet er timelønnede.",
];

describe("shares and averages", () => {
  it.each(HOLD)("hold: %s", (text) => expect(verdictOf(text)).toBe("ok"));
  it.each(FAIL)("do not hold: %s", (text, computed) => {
    const found = findingsIn(text).filter(({ verdict }) => verdict === "error");
    expect(found.map((finding) => finding.computed)).toEqual([computed]);
  });
  it.each(SILENT)("silent: %s", (text) => expect(verdictOf(text)).toBe("silent"));

  it("rounds once, and lets halves go either way", () => {
    expect(verdictOf("26 ud af 149 sager, svarende til 17,4 %.")).toBe("ok");
    expect(verdictOf("1 ud af 8 sager, svarende til 12 %.")).toBe("ok");
    expect(verdictOf("1 ud af 8 sager, svarende til 13 %.")).toBe("ok");
  });

  it("warns of a share that is cut off, unless the text rounds elsewhere", () => {
    expect(verdictOf("5 ud af 8 sager, svarende til 62,5 %. 17 ud af 23 sager, svarende til 73 %.")).toBe("warning");
    expect(verdictOf("5 ud af 9 sager, svarende til 56 %. 17 ud af 23 sager, svarende til 73 %.")).toBe("error");
  });

  it("says on which side of the budget the forecast lies", () => {
    const [finding] = findingsIn(
      "Budgettet er på 12,0 mio. kr., og forbruget er på 12,9 mio. kr., altså et mindreforbrug på 0,9 mio. kr.",
    );
    expect(finding).toMatchObject({ verdict: "error", check: "difference" });
    expect(finding?.explanation).toContain("over budgettet");
  });
});
