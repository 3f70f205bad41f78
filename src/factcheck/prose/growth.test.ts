import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

describe("growth and falls that hold", () => {
  it.each([
    "Antallet af elever er steget fra 412 i 2022 til 445 i 2023, hvilket er en stigning på 8 %.",
    "Sygefraværet er faldet med 12,5 % fra 16 til 14 dage pr. medarbejder.",
    "Der er sket en stigning på 33 elever (fra 412 til 445).",
    "Udlånet på bibliotekerne faldt fra 120.450 i 2021 til 108.405 i 2022, svarende til et fald på 10 procent.",
    "Der blev i 2024 indsamlet 1.250 ton pap mod 1.000 ton året før, en stigning på 25 %.",
    "Udgiften til vintertjeneste er øget fra 4,2 mio. kr. til 5,1 mio. kr., altså en stigning på 0,9 mio. kr.",
    "Ventelisten er reduceret fra 240 til 180 borgere, en reduktion på 25 pct.",
    "Antallet af hjemmehjælpsmodtagere voksede med 45 personer fra 955 i 2022 til 1.000 i 2023.",
    "I 2022 var der 150 ansøgninger, mens der i 2023 var 180 ansøgninger, hvilket er en stigning på 20 procent.",
    "Det samlede resultat var 12.734.000 kroner. Det er en stigning på 2,7 mio. kr. i forhold til 2022, hvor resultatet var 9.994.000 kroner.",
    "Der blev anmeldt 84 skader på kommunens veje i 2023. Det er 24 flere end i 2022, hvor der blev anmeldt 60.",
    "Skolen har 318 elever i år. Det er 12 færre end sidste år, hvor der var 330 elever.",
    "Fraværet er steget fra 5,2 procent til 6,1 procent, en stigning på 0,9 procentpoint.",
    "I 2021 var der 80 boliger i byggeri. I 2022 var der 100 boliger i byggeri. Det er en stigning på 25 %.",
    "Affaldsmængden er faldet fra 480 kg til 432 kg pr. husstand, dvs. et fald på 10 %.",
    "Udgifterne er steget med knap 10 % fra 20,4 mio. kr. til 22,3 mio. kr.",
    "Antallet af besøgende er steget med over 200 fra 1.010 til 1.235.",
    "Antallet af børn i dagpleje er faldet med cirka en femtedel fra 500 til 400, et fald på 20 %.",
    "Budgettet blev hævet fra 93,2 mia. kr. til 96,5 mia. kr., en forøgelse på 3,3 mia. kr.",
    "Andelen af økologi i køkkenerne er vokset fra 60 procent til 75 procent, hvilket er en stigning på 25 procent.",
  ])("%s", (text) => expect(verdictOf(text)).toBe("ok"));
});

describe("growth and falls that do not hold", () => {
  it.each<[string, string]>([
    ["Antallet af elever er steget fra 412 i 2022 til 445 i 2023, hvilket er en stigning på 18 %.", "8,0 %"],
    ["Sygefraværet er faldet med 14,5 % fra 16 til 14 dage pr. medarbejder.", "12,5 %"],
    ["Der er sket en stigning på 43 elever (fra 412 til 445).", "33"],
    [
      "Udlånet på bibliotekerne faldt fra 120.450 i 2021 til 108.405 i 2022, svarende til et fald på 12 procent.",
      "10,0 %",
    ],
    ["Der blev i 2024 indsamlet 1.250 ton pap mod 1.000 ton året før, en stigning på 20 %.", "25,0 %"],
    [
      "Udgiften til vintertjeneste er øget fra 4,2 mio. kr. til 5,1 mio. kr., altså en stigning på 1,9 mio. kr.",
      "0,9 mio. kr.",
    ],
    ["Ventelisten er reduceret fra 240 til 180 borgere, en reduktion på 33 pct.", "25,0 %"],
    ["Antallet af hjemmehjælpsmodtagere voksede med 54 personer fra 955 i 2022 til 1.000 i 2023.", "45"],
    [
      "I 2022 var der 150 ansøgninger, mens der i 2023 var 180 ansøgninger, hvilket er en stigning på 30 procent.",
      "20,0 %",
    ],
    [
      "Det samlede resultat var 12.734.000 kroner. Det er en stigning på 3,7 mio. kr. i forhold til 2022, hvor resultatet var 9.994.000 kroner.",
      "2,7 mio. kr.",
    ],
    [
      "Der blev anmeldt 84 skader på kommunens veje i 2023. Det er 42 flere end i 2022, hvor der blev anmeldt 60.",
      "24",
    ],
    ["Skolen har 318 elever i år. Det er 21 færre end sidste år, hvor der var 330 elever.", "12"],
    ["Fraværet er steget fra 5,2 procent til 6,1 procent, en stigning på 1,9 procentpoint.", "0,9 procentpoint"],
    [
      "I 2021 var der 80 boliger i byggeri. I 2022 var der 100 boliger i byggeri. Det er en stigning på 20 %.",
      "25,0 %",
    ],
    ["Affaldsmængden er faldet fra 480 kg til 432 kg pr. husstand, dvs. et fald på 15 %.", "10,0 %"],
    ["Antallet af besøgende er steget med over 400 fra 1.010 til 1.235.", "225"],
  ])("%s", (text, computed) => {
    const [finding] = findingsIn(text).filter(({ verdict }) => verdict === "error");
    expect(finding?.computed).toBe(computed);
    expect(finding?.explanation).toContain("men der står");
  });

  it("says so when a rise is told as a fall", () => {
    const [finding] = findingsIn("Antallet af lærere er faldet med 12 fra 100 til 112.");
    expect(finding).toMatchObject({ verdict: "error" });
    expect(finding?.explanation).toBe("Fra 100 til 112 er en stigning, men der står et fald.");
  });

  it("warns when percent is written for procentpoint", () => {
    const [finding] = findingsIn("Andelen er steget 8 procent fra 38 procent i 2022 til 46 procent i 2023.");
    expect(finding).toMatchObject({ check: "unit", verdict: "warning", computed: "8 procentpoint" });
    expect(finding?.explanation).toContain("21,1 %");
  });
});

describe("what growth keeps silent about", () => {
  it.each([
    "Ledigheden steg med 5 procent, mens antallet af jobåbninger faldt fra 150 til 120.",
    "Der er 58 færre klager end i første kvartal 2023.",
    "Tallet er steget fra 38 procent i 2022 til 46 procent i 2023.",
    "Antallet af møder er nedjusteret fra 12 til fire (side 2).",
    "Kommunen forventer en stigning på 5 % i 2025 i forhold til landsplan.",
    "Prisen er steget til 46 kr.",
    "Der har været en stigning på fire skoler i området.",
    "Over 30 % af husstandene sorterer affald, og det er en stigning i forhold til sidste år.",
    "Fra 1. til 3. kvartal steg ledigheden med 4 %.",
    "Ejendomsskatten stiger med 2,4 % fra 1. januar 2025 til 31. december 2025.",
  ])("%s", (text) => expect(["silent", "ok"]).toContain(verdictOf(text)));
});
