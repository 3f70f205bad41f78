import { describe, expect, it } from "vitest";
import { checkStructure } from "./check-structure.ts";
import { aReading, complaint, complaints, confirmed, soundMinutes } from "./testing.ts";

const after = (from: string, to: string, nth = 0) => {
  const text = soundMinutes();
  let at = text.indexOf(from);
  for (let count = 0; count < nth; count += 1) at = text.indexOf(from, at + 1);
  if (at < 0) throw new Error(`"${from}" is not in the minutes`);
  return complaints(text.slice(0, at) + to + text.slice(at + from.length));
};

describe("one slip in minutes that hold", () => {
  it("finds nothing in the minutes themselves, and confirms them", () => {
    expect(complaints(soundMinutes())).toEqual([]);
    const holds = confirmed(soundMinutes());
    for (const check of ["weekday", "date", "numbering", "attachments", "attendance", "other"])
      expect(holds.some((words) => words.startsWith(check))).toBe(true);
  });

  it.each([
    // weekday and dates
    ["Tirsdag d. 14", "Onsdag d. 14", 0, "error weekday: Onsdag d. 14. maj 2024"],
    ["onsdag den 10. april", "torsdag den 10. april", 0, "error weekday: torsdag den 10. april 2024"],
    ["20.06.2024", "23.06.2024", 0, "warning weekday: Økonomiudvalget (anbefaler), 23.06.2024"],
    ["25.06.2024", "31.06.2024", 0, "error date: 31.06.2024"],
    ["Landdistriktsudvalget, 14.05.2024", "Landdistriktsudvalget, 15.05.2024", 2, "error date: 15.05.2024"],
    ["Landdistriktsudvalget, 14.05.2024", "Landdistriktsudvalget, 14.05.2042", 1, "error date: 14.05.2042"],
    ["Landdistriktsudvalget, 14.05.2024", "Landdistriktsudvalget, 14.06.2024", 0, "error date: 14.06.2024"],
    // numbering
    ["Punkt 38:", "Punkt 48:", 0, "error numbering: Punkt 48: "],
    ["Punkt 38:", "Punkt 37:", 0, "error numbering: Punkt 37: "],
    ["38. Orientering", "39. Orientering", 0, "error numbering: 39"],
    ["Ad. 3:", "Ad. 4:", 0, "error numbering: Ad. 4"],
    ["Ad. 3:", "Ad. 2:", 0, "error numbering: Ad. 2"],
    ["2. Til efterretning.\n", "2. Til efterretning.\n3. Til efterretning.\n", 0, "error numbering: 3."],
    // contents
    [
      "fælles haller i Nordbyen....",
      "fælles haller i Sydbyen....",
      0,
      "error table-of-contents: Beslutning om fælles haller i Sydbyen",
    ],
    [
      "stier langs Lillesøen....",
      "stier langs Lillesøn....",
      0,
      "error table-of-contents: Orientering om stier langs Lillesøn",
    ],
    ["\t8\n", "\t18\n", 0, "error table-of-contents: 18"],
    // attachments
    ["Høringssvar fra idrætsrådet\n", "", 0, "error attachments: Høringssvar fra idrætsrådet"],
    ["Høringssvar fra idrætsrådet\n", "", 1, "error attachments: Høringssvar fra idrætsrådet"],
    ["Tegninger af Nordhallen", "Tegninger af Nordhalen", 1, "error attachments: Tegninger af Nordhalen"],
    [
      "Oversigt over haller\n",
      "Oversigt over haller\nOversigt over haller\n",
      0,
      "warning attachments: Oversigt over haller",
    ],
    // people
    ["Fraværende: Henning Dybvad", "Fraværende: Henning Dybvat", 1, "error name: Henning Dybvat"],
    ["Fraværende: Henning Dybvad", "Fraværende: Hening Dybvad", 2, "error name: Hening Dybvad"],
    ["Henning Dybvad (Afbud)", "Henning Dybvad", 0, "warning attendance: Henning Dybvad"],
    ["12 km.", "12 km, siger Camilla Tøndervik.", 0, "warning name: Camilla Tøndervik"],
    [
      "Fraværende: Henning Dybvad (V)",
      "Fraværende: Henning Dybvad (V), Bodil Strandgaard (A)",
      1,
      "error attendance: Bodil Strandgaard",
    ],
    ["Fraværende: Henning Dybvad (V)", "Fraværende: Henning Dybvad (C)", 1, "warning name: Henning Dybvad (C)"],
    ["12 km.", "12 km til 3,4 mia. kr., og de 3.400.000 kr. dækkes af driften.", 0, "error unit: 3.400.000 kr."],
    // bodies, path and units
    [
      "Landdistriktsudvalget (til efterretning)",
      "Landdistriktsudvalget (anbefaler)",
      0,
      "warning other: Til efterretning.",
    ],
    [
      "Landdistriktsudvalget (til efterretning), 14.05",
      "Landdistriktsudvalget (til efterretning), 15.05",
      0,
      /^error date: .*15.05.2024$/,
    ],
    ["12 km.", "4.733.432 mio. kr. dyre.", 0, "error unit: 4.733.432 mio. kr."],
    ["12 km.", "45 % procent.", 0, "error unit: 45 % procent"],
    ["12 km.", "12 km, jf. bilag 7.", 0, "warning attachments: bilag 7"],
    ["12 km.", "12 km, jf. det vedlagte notat.", 0, "warning attachments: vedlagte notat"],
  ])("%j as %j", (from, to, nth, expected) => {
    const found = after(from, to, nth as number);
    if (typeof expected === "string") expect(found.map((words) => words.trim())).toContain((expected as string).trim());
    else expect(found.some((words) => (expected as RegExp).test(words))).toBe(true);
    expect(found.length).toBeLessThanOrEqual(3);
  });

  it.each([
    [
      "a member who leaves early",
      "Fraværende: Henning Dybvad (V)\n\nTil efterretning",
      "Fraværende: Henning Dybvad (V), Lone Havrekær (A)\n\nTil efterretning",
    ],
    [
      "a cut title in the contents",
      "Beslutning om fælles haller i Nordbyen.....",
      "Beslutning om fælles haller i Nor.....",
    ],
    ["a full stop after a title in the contents", "stier langs Lillesøen.....", "stier langs Lillesøen........"],
    ["other capitals in the contents", "Orientering om stier", "orientering om Stier"],
    ["initials for a middle name", "12 km.", "12 km, siger Camilla B. Tøndervig."],
    ["a genitive", "12 km.", "12 km efter Camilla Tøndervigs mål."],
    ["another person of that surname", "12 km.", "12 km, siger Birgit Tøndervig."],
    ["a case number", "24-000977", "15.20.00-G01-31-24"],
    ["the same amount in two units", "12 km.", "12 km til 3,4 mio. kr., og de 3.400.000 kr. dækkes af driften."],
    ["a gap after a closed item", "Punkt 40: Underskriftsark\n\n40.", "Punkt 42: Underskriftsark\n\n42."],
    ["millions", "12 km.", "4,7 mio. kr. dyre."],
    [
      "a decision with a remark",
      "Til efterretning.\n\nSagsfremstilling",
      "Til efterretning. Udvalget takker.\n\nSagsfremstilling",
    ],
    ["an attachment of a statute", "12 km.", "12 km, jf. bilag 7 til bekendtgørelsen."],
    [
      "a later decision of another body",
      "Ad. 3: Godkendt.\n",
      "Ad. 3: Godkendt.\n\nØkonomiudvalget, 20.06.2024\n\nAnbefales.\n",
    ],
    ["no decision on the announcements", "1. Til efterretning.\n2. Til efterretning.", "Til efterretning."],
    ["a party behind the name", "Aylin Demirkol,", "Aylin Demirkol (A),"],
    ["a list that ends", "12 km.", "12 km.\n\n1. Nord\n2. Syd\n3. Vest\n\nDer er to klasser:\n\n1. klasse\n4. klasse"],
  ])("is silent about %s", (_, from, to) => {
    expect(after(from, to as string)).toEqual([]);
  });
});

const header = "REFERAT Parkudvalget d. 14-05-2024\n\nMødedato Tirsdag d. 14. maj 2024 kl. 13:00\n\n";
const members =
  "Mødedeltagere Lone Havrekær, Aylin Demirkol, Jeppe Storkholm, Rasmus Lindegård, Dorte Klintebjerg, Kaj Mose\n\n";
const item = (text: string) => `${header}${members}Punkt 1: Stier\n\nSagsfremstilling\n\n${text}\n`;

describe("votes", () => {
  it.each([
    ["Forslaget blev godkendt med 3 stemmer mod 4.", ["error attendance: godkendt med 3 stemmer mod 4"]],
    ["Forslaget blev godkendt med 4 stemmer mod 2.", []],
    ["Forslaget blev godkendt med fire stemmer mod tre.", ["error attendance: godkendt med fire stemmer mod tre"]],
    ["4 stemte for og 3 imod.", ["error attendance: 4 stemte for og 3 imod"]],
    ["4 stemte for og 2 imod.", []],
    ["3 stemte for, 2 imod, og 1 undlod.", []],
    ["3 stemte for, 2 imod, og 2 undlod.", ["error attendance: 3 stemte for, 2 imod, og 2 undlod"]],
    ["Det er 4 for mange og 3 for få.", []],
  ])("%s", (text, expected) => {
    expect(complaints(item(text))).toEqual(expected);
  });
});

describe("lists", () => {
  it.each([
    ["1. Nord\n2. Syd\n4. Vest", ["warning numbering: 4."]],
    ["1. Nord\n2. Syd\n2. Vest", ["error numbering: 2."]],
    ["1. Nord\n2. Syd\n3. Vest", []],
    ["1) Nord\n2) Syd\n4) Vest", ["warning numbering: 4)"]],
    ["1. Nord\n3. Vest", []],
    ["3. Nord\n4. Vest", []],
    ["1. Nord\n2. Syd\n\n1. Øst\n2. Vest", []],
    ["1. januar åbner parken.\n3. juni lukker den.", []],
  ])("%j", (text, expected) => {
    expect(complaints(item(text))).toEqual(expected);
  });
});

describe("names of one word", () => {
  it.each([
    [
      "Vi holder Kastanjesporet åbent. På Kastanjesporet er lys. Ved Kastanjeporet er is.",
      ["warning name: Kastanjeporet"],
    ],
    [
      "Vi holder Kastanjeskovsporet åbent. På Kastanjeskovsporet er lys. Ved Kastanjeskovporet er is.",
      ["error name: Kastanjeskovporet"],
    ],
    ["Vi holder Kastanjesporet åbent. På Kastanjesporet er lys. Ved Kastanjesporets hegn er is.", []],
    ["Stierne er gode. På Rådhuspladsen og Rådhuspladsens torv er lys.", []],
    ["Vi går på Solsikkevejen. Om Solsikkevejen og Valmuebakken er der skrevet.", []],
  ])("%s", (text, expected) => {
    expect(complaints(item(text))).toEqual(expected);
  });

  it("finds a body's name with a letter too few", () => {
    const text =
      "Ungdoms- og Havneudvalget skal høres. Vi spørger Ungdoms- og Havneudvalget, og Ungdoms- og Havneudvalget svarer.";
    expect(complaints(item(text))).toEqual([]);
    expect(complaints(item(`${text} Så siger Ungdoms- og Havnudvalget ja.`))).toEqual([
      "error name: Ungdoms- og Havnudvalget",
    ]);
  });
});

describe("references", () => {
  const cited = item("På mødet den 9. april 2024 (sag 76) godkendte udvalget planen.");

  it("asks the archive by body, day and number", () => {
    const asked: string[] = [];
    const hasItem = (body: string, date: string, number: string) => {
      asked.push(`${body} ${date} ${number}`);
      return false;
    };
    expect(complaints(cited, { known: { hasItem } })).toEqual(["error reference: den 9. april 2024 (sag 76)"]);
    expect(asked).toEqual(["Parkudvalget 2024-04-09 76"]);
    expect(complaints(cited, { known: { hasItem: () => true } })).toEqual([]);
    expect(complaints(cited, { known: { hasItem: () => null } })).toEqual([]);
    expect(complaints(cited)).toEqual([]);
  });

  it("looks in the other documents", () => {
    const earlier = (from: number) =>
      `REFERAT Parkudvalget d. 09-04-2024\n\nMødedato Tirsdag d. 9. april 2024 kl. 13:00\n\n${[0, 1, 2].map((at) => `Punkt ${from + at}: Sti nummer ${at}\n\nBeslutning\n\nGodkendt.\n`).join("\n")}`;
    const check = (from: number) =>
      checkStructure([aReading(earlier(from), "a.txt"), aReading(cited, "b.txt")], {})
        .filter(({ check: kind }) => kind === "reference")
        .map(complaint);
    expect(check(75)).toEqual(["ok reference: den 9. april 2024 (sag 76)"]);
    expect(check(30)).toEqual(["error reference: den 9. april 2024 (sag 76)"]);
    expect(check(73)).toEqual([]);
  });

  it("warns about one number on two days", () => {
    const twice = item(
      "På mødet den 9. april 2024 (sag 76) godkendte udvalget planen.\n\nPå mødet den 10. april 2024 (sag 76) blev den sendt.",
    );
    expect(complaints(twice)).toContain("warning reference: den 10. april 2024 (sag 76)");
  });

  it("tells only of the documents asked about", () => {
    const [one, other] = [aReading(item("Fristen er den 31.04.2024."), "a.txt"), aReading(cited, "b.txt")];
    expect(checkStructure([one, other], {}, [other]).filter(({ file }) => file === "a.txt")).toEqual([]);
  });
});

describe("attachments the text sends its reader to", () => {
  const listed = (names: string[], text: string) =>
    `${header}Punkt 1: Stier\n\nSagsfremstilling\n\n${text}\n\nBilag\n\n${names.join("\n")}\n`;

  it.each([
    [["Bilag 1 Kort", "Bilag 2 Notat"], "Stierne er lange, jf. bilag 3.", ["error attachments: bilag 3"]],
    [["Bilag 1 Kort", "Bilag 2 Notat"], "Stierne er lange, jf. bilag 2.", []],
    [["Kort", "Notat"], "Stierne er lange (se bilag 3).", ["warning attachments: bilag 3"]],
    [["Kort", "Notat"], "Stierne er lange (se bilag 2).", []],
    [
      ["Budgetbemærkninger 2024"],
      'Det står i bilaget "Budgetbemærkninger 2025".',
      ['error attachments: bilaget "Budgetbemærkninger 2025"'],
    ],
    [["Budgetbemærkninger 2025"], 'Det står i bilaget "Budgetbemærkninger 2025".', []],
    [["Kort"], "Det står i det vedlagte oplæg.", ["warning attachments: vedlagte oplæg"]],
    [["Oplæg om stier"], "Det står i det vedlagte oplæg.", []],
  ])("%j: %s", (names, text, expected) => {
    expect(complaints(listed(names, text))).toEqual(expected);
  });
});

describe("texts of any kind", () => {
  it.each([
    ["nothing", ""],
    ["one line of megabytes", "Godkendt den 14. maj 2024. ".repeat(40_000)],
    ["one word of megabytes", "A".repeat(1_000_000)],
    ["thousands of names", Array.from({ length: 20_000 }, (_, at) => `Lone Havre${at.toString(36)}kær`).join(", ")],
    [
      "thousands of items",
      Array.from({ length: 3000 }, (_, at) => `Punkt ${at + 1}: Sti ${at}\n\nBeslutning\n\nGodkendt.\n`).join("\n"),
    ],
    ["figures only", "12.12.12 99.99.9999 31.31.2024 ".repeat(10_000)],
  ])("takes %s", (_, text) => {
    expect(() => complaints(text)).not.toThrow();
  });

  it("takes a text nobody read as minutes", () => {
    const reading = aReading("Mødet er onsdag den 14. maj 2024.");
    const editors = { ...reading, source: { ...reading.source, minutes: null } };
    expect(checkStructure([editors], {}).map(complaint)).toEqual(["error weekday: onsdag den 14. maj 2024"]);
  });
});
