import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

const HOLD: string[] = [
  "Der er modtaget i alt 595 klager: 414 over afgørelser og 181 over sagsbehandlingen.",
  "Kommunen har 1.240 medarbejdere på ældreområdet fordelt med 820 i hjemmeplejen og 420 på plejecentrene.",
  "De 120 boliger fordeler sig på 45 familieboliger, 50 ungdomsboliger og 25 ældreboliger.",
  "Resultatet er 18,37 mio. kr. fordelt på 13,64 mio. kr. i sparede ydelser og 4,73 mio. kr. i krav.",
  "Puljen på 12 mio. kr. er fordelt med 5 mio. kr. til veje, 4 mio. kr. til stier og 3 mio. kr. til broer.",
  "Klassen består af 24 elever: 13 drenge og 11 piger.",
  "Der er 36 pladser i alt (20 i vuggestuen og 16 i børnehaven).",
  "I alt 48 ansøgninger: 20 fra Nord, 15 fra Syd og 13 fra Vest.",
  "Der afsættes 5 mio. kr. til veje og 3 mio. kr. til stier, i alt 8 mio. kr.",
  "Nordskolen har 310 elever, Sydskolen 285 elever og Vestskolen 205 elever, i alt 800 elever.",
  "Der er brugt 1,2 mio. kr. på bøger og 0,8 mio. kr. på film. I alt er der brugt 2,0 mio. kr.",
  "Af overskuddet kommer 19,2 mio. kr. fra kontanthjælp, 3,6 mio. kr. fra løntilskud og 5,1 mio. kr. fra pension, samlet 27,9 mio. kr.",
  "1.596.234 - 1.594.477 = 1.757",
  "Prisen er 25 x 4.000 kr. = 100.000 kr.",
  "Udgiften udgør 12 + 15 + 8 = 35 mio. kr.",
  "Overskuddet på 1,8 mio. kr. er fordelt med 2,3 mio. kr. på centret og -0,6 mio. kr. på fagområdet.",
];

const FAIL: [string, string][] = [
  ["Der er modtaget i alt 559 klager: 414 over afgørelser og 181 over sagsbehandlingen.", "595"],
  ["Kommunen har 1.420 medarbejdere på ældreområdet fordelt med 820 i hjemmeplejen og 420 på plejecentrene.", "1.240"],
  ["De 110 boliger fordeler sig på 45 familieboliger, 50 ungdomsboliger og 25 ældreboliger.", "120"],
  [
    "Resultatet er 18,73 mio. kr. fordelt på 13,64 mio. kr. i sparede ydelser og 4,73 mio. kr. i krav.",
    "18,37 mio. kr.",
  ],
  [
    "Puljen på 13 mio. kr. er fordelt med 5 mio. kr. til veje, 3 mio. kr. til stier og 1,5 mio. kr. til broer.",
    "10 mio. kr.",
  ],
  ["Klassen består af 24 elever: 13 drenge og 12 piger.", "25"],
  ["Der er 34 pladser i alt (20 i vuggestuen og 16 i børnehaven).", "36"],
  ["I alt 49 ansøgninger: 20 fra Nord, 15 fra Syd og 13 fra Vest.", "48"],
  ["Der afsættes 5 mio. kr. til veje og 3 mio. kr. til stier, i alt 9,5 mio. kr.", "8,0 mio. kr."],
  ["Nordskolen har 310 elever, Sydskolen 285 elever og Vestskolen 205 elever, i alt 810 elever.", "800"],
  ["Der er brugt 1,2 mio. kr. på bøger og 0,8 mio. kr. på film. I alt er der brugt 2,3 mio. kr.", "2,0 mio. kr."],
  ["1.596.234 - 1.594.477 = 1.775", "1.757"],
  ["Prisen er 25 x 4.000 kr. = 125.000 kr.", "100.000 kr."],
  ["Udgiften udgør 12 + 15 + 8 = 37 mio. kr.", "35 mio. kr."],
];

const SILENT: string[] = [
  "10 virksomheder har fået udbetalt 252.054 kroner for 975 timer fordelt på 42 borgere.",
  "Gruppen består af 3,75 årsværk fordelt på fire medarbejdere.",
  "Der er 30 børn, heraf 5 fra Nord og 6 fra Syd.",
  "Der er 300 foreninger, blandt andet 20 idrætsklubber og 12 spejdergrupper.",
  "Mødet varer 2 timer: 30 minutter til oplæg og 90 minutter til debat.",
  "De 12 skoler har 4.500 elever og 400 lærere.",
  "Der er 5 centre: center 1 og center 2 ligger i byen.",
  "Udvalget har 7 medlemmer, og byrådet har 31 medlemmer, i alt holdes 12 møder.",
  "Der var 45 deltagere fordelt på borgere, ansatte og politikere.",
  "Der er afsat 22 mio. kr. i reserve, hvoraf cirka 10 mio. kr. er brugt og 2 mio. kr. er lovet ud.",
];

describe("parts of a whole", () => {
  it.each(HOLD)("hold: %s", (text) => expect(verdictOf(text)).toBe("ok"));
  it.each(FAIL)("do not hold: %s", (text, computed) => {
    const [finding] = findingsIn(text).filter(({ verdict }) => verdict === "error");
    expect(finding?.computed).toBe(computed);
    expect(finding?.check).toBe("sum-in-prose");
  });
  it.each(SILENT)("silent: %s", (text) => expect(verdictOf(text)).toBe("silent"));

  it("names swapped digits", () => {
    const [finding] = findingsIn("Der er modtaget i alt 559 klager: 414 over afgørelser og 181 over sagsbehandlingen.");
    expect(finding?.explanation).toBe("414 + 181 = 595, men der står 559 (to cifre byttet om).");
  });
});

describe("lists under a total", () => {
  const list = (total: string, ...points: string[]) =>
    `${total}\n\n${points.map((point) => `- ${point}`).join("\n")}\n`;

  it.each([
    list(
      "Ankestyrelsen har behandlet 68 sager, der fordeler sig således:",
      "Stadfæstet: 54 sager (79,4 %)",
      "Ændret: 10 sager (14,7 %)",
      "Hjemvist: 4 sager (5,9 %)",
    ),
    list("Kommunen har 845 elever i alt:", "Nordskolen: 310", "Sydskolen: 330", "Vestskolen: 205"),
    list(
      "Puljen på 10 mio. kr. fordeles således:",
      "5 mio. kr. til veje",
      "3 mio. kr. til stier",
      "2 mio. kr. til broer",
    ),
    list(
      "Fordelingen er:",
      "Indskoling: 120 elever",
      "Mellemtrin: 115 elever",
      "Udskoling: 98 elever",
      "I alt: 333 elever",
    ),
    "Der er modtaget 110 henvendelser.\n\nHenvendelserne fordeler sig således:\n\n- Januar: 45 henvendelser\n- Februar: 31 henvendelser\n- Marts: 34 henvendelser\n",
    list("Sagerne fordeler sig således:", "Godkendt: 30 (60 %)", "Afslået: 15 (30 %)", "Trukket: 5 (10 %)"),
  ])("hold: %s", (text) => expect(verdictOf(text)).toBe("ok"));

  it.each([
    list(
      "Ankestyrelsen har behandlet 68 sager, der fordeler sig således:",
      "Stadfæstet: 54 sager (79,4 %)",
      "Ændret: 10 sager (17,4 %)",
      "Hjemvist: 4 sager (5,9 %)",
    ),
    list(
      "Ankestyrelsen har behandlet 86 sager, der fordeler sig således:",
      "Stadfæstet: 54 sager",
      "Ændret: 10 sager",
      "Hjemvist: 4 sager",
    ),
    list("Kommunen har 854 elever i alt:", "Nordskolen: 310", "Sydskolen: 330", "Vestskolen: 205"),
    list(
      "Puljen på 10 mio. kr. fordeles således:",
      "5 mio. kr. til veje",
      "4,5 mio. kr. til stier",
      "2,0 mio. kr. til broer",
    ),
    list(
      "Fordelingen er:",
      "Indskoling: 120 elever",
      "Mellemtrin: 115 elever",
      "Udskoling: 98 elever",
      "I alt: 343 elever",
    ),
    "Der er modtaget 120 henvendelser.\n\nHenvendelserne fordeler sig således:\n\n- Januar: 45 henvendelser\n- Februar: 31 henvendelser\n- Marts: 34 henvendelser\n",
    list("Sagerne fordeler sig således:", "Godkendt: 30 (60 %)", "Afslået: 15 (35 %)", "Trukket: 5 (10 %)"),
  ])("do not hold: %s", (text) => expect(verdictOf(text)).toBe("error"));

  it.each([
    list("Der er blandt andet givet tilskud til 40 foreninger:", "Idræt: 12 foreninger", "Spejdere: 8 foreninger"),
    list("Udvalget holder 12 møder:", "Møde 1 den 4. januar", "Møde 2 den 8. februar"),
    list("Der er tre mål:", "80 % skal sortere affald", "4 årlige møder", "1 evaluering"),
    list("Kommunen har 5 skoler:", "Nordskolen: 310 elever", "Sydskolen: 330 elever"),
    list("Status på de 12 projekter:", "Havnen er forsinket 3 måneder", "Skolen er færdig", "Der mangler 2 mio. kr."),
  ])("silent: %s", (text) => expect(verdictOf(text)).toBe("silent"));
});

describe("an earlier year in parentheses", () => {
  const paper = (fewer: number) =>
    `I første kvartal 2024 kom der 110 klager. Det er ${fewer} færre klager end i første kvartal 2023.\n\nKlagerne fordeler sig således:\n\n- Januar: 45 klager (57, 2023)\n- Februar: 31 klager (43, 2023)\n- Marts: 34 klager (68, 2023)\n`;

  it("is added up and held against the difference told above", () => {
    expect(verdictOf(paper(58))).toBe("ok");
    const wrong = findingsIn(paper(85)).filter(({ verdict }) => verdict === "error");
    expect(wrong).toMatchObject([{ check: "difference", stated: "85", computed: "58" }]);
    expect(wrong[0]?.explanation).toBe("168 - 110 = 58, men der står 85 (to cifre byttet om).");
  });
});

describe("shares that are to be a hundred percent", () => {
  it.each<[string, string]>([
    ["Eleverne fordeler sig med 40 % i indskolingen, 35 % på mellemtrinnet og 25 % i udskolingen.", "ok"],
    ["Eleverne fordeler sig med 40 % i indskolingen, 35 % på mellemtrinnet og 35 % i udskolingen.", "error"],
    ["Udgifterne er fordelt med 33,3 % til løn, 33,3 % til drift og 33,3 % til anlæg.", "ok"],
    ["Udgifterne er fordelt med 40 % til løn og 30 % til drift.", "silent"],
    ["Svarene viser, at 80 % er tilfredse, 60 % er trygge og 40 % savner mere tid.", "silent"],
  ])("%s", (text, verdict) => expect(verdictOf(text)).toBe(verdict));
});
