import { describe, expect, it } from "vitest";
import { verdictOf } from "./testing.ts";

describe("two levels of two years and one change, whatever the words", () => {
  const texts: [string, right: string, wrong: string][] = [
    ["Antallet af både udgjorde 120 i 2023. I 2024 er tallet 150, og det kan kaldes en stigning på {} %.", "25", "35"],
    ["Der var {} færre kurser i 2023, hvor der blev talt 1.137, end i 2022, hvor der blev talt 1.275.", "138", "438"],
    ["Antallet af ture, der i 2023 udgjorde 500, er i 2024 faldet til 440, dvs. med {}.", "60", "90"],
    ["I 2021 er der talt 240 rejser, hvilket er {} pct. flere end året før, hvor der var 200.", "20", "30"],
    ["Antallet af udlån faldt i 2023 til 600. Det var 800 i 2022, og ændringen er derfor {} %.", "25", "33,3"],
  ];
  it.each(texts)("%s", (text, right, wrong) => {
    expect(verdictOf(text.replace("{}", right))).toBe("ok");
    expect(verdictOf(text.replace("{}", wrong))).toBe("error");
  });

  it.each([
    "Antallet af både var 120 i 2023. I 2024 er tallet 150, mens landsgennemsnittet viser en stigning på 40 %.",
    "I 2022 var der 120 både, i 2023 var der 150, og i 2024 var der 155. Det er en stigning på 40 %.",
  ])("is silent: %s", (text) => expect(verdictOf(text)).not.toBe("error"));
});

describe("a plain list and one total, whatever the words", () => {
  const texts: [string, right: string, wrong: string][] = [
    ["Bag tallet på {} ture gemmer der sig 157 til søen, 232 til skoven og 117 til byen.", "506", "560"],
    ["Lægges tallene sammen (157 til søen, 232 til skoven og 117 til byen), fås {} ture for 2022.", "506", "560"],
    ["Hele området tegner sig for {} ture. De er placeret med 157 ved søen, 232 i skoven og 117 i byen.", "506", "516"],
  ];
  it.each(texts)("%s", (text, right, wrong) => {
    expect(verdictOf(text.replace("{}", right))).toBe("ok");
    expect(verdictOf(text.replace("{}", wrong))).toBe("error");
  });

  it.each([
    "Der kom 830 gæster, blandt andet 157 fra øen, 232 fra fastlandet og 117 fra udlandet.",
    "Der er 412 pladser, og i ugen solgtes 157 billetter, 232 kort og 117 kupper.",
    "Huset har 90 rum; 12 vinduer, 30 døre og 41 lamper er skiftet.",
  ])("is silent: %s", (text) => expect(verdictOf(text)).not.toBe("error"));
});

it.each([
  ["I 2024 var der i alt 1.372 pladser. 2.549 af dem blev besat fra venteliste.", "error"],
  ["Der er talt 1.605 både, der blev lejet ud, ud af de i alt 1.353 både.", "error"],
  ["I 2024 var der i alt 1.372 pladser. 549 af dem blev besat fra venteliste.", "silent"],
])("a part told in the next sentence or before its whole: %s", (text, verdict) =>
  expect(verdictOf(text)).toBe(verdict),
);
