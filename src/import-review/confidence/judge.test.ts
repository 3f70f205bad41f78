import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Correction } from "#archive/corrections/correction.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import type { Minutes } from "#minutes/model.ts";
import { doubts, judge, trustCorrections } from "./judge.ts";
import { dateInName } from "./judge-header.ts";
import type { Field, Judged } from "./judged.ts";

const around = { municipality: "Prøvested", committees: ["teknikudvalg"], today: "2026-11-23" };

const TEXT = `REFERAT Teknikudvalget
Dato: tirsdag den 14. maj 2024 kl. 13.00 - 15.30
Sted: Prøvested Rådhus, Prøvested Kommune
Deltagere: Anna Holm (A), Bo Kjær (V), Carla Dam (C)

Indholdsfortegnelse
36. Godkendelse af dagsorden 1
37. Ny cykelsti ved åen 2
38. Eventuelt 3

Punkt 36: Godkendelse af dagsorden
24-000122
Beslutning
Godkendt.

Punkt 37: Ny cykelsti ved åen
24-000123
Sagsfremstilling
Stien skal gå fra broen til skolen.
Beslutning
Godkendt.

Punkt 38: Eventuelt
24-000124
Beslutning
Til efterretning.
`;

const read = (text: string, file = "referat.txt"): Minutes =>
  readMinutes({ format: "text", text, pages: null, warnings: [] }, { file, sha256: "" });

/** The codes of a field's reasons; `item` is its place among the items. */
function codes(text: string, field: Field, item: number | null = null, file?: string): string[] {
  const judged = judge(read(text, file), text, around);
  return judged.find((one) => one.field === field && one.item === item)?.reasons.map(({ code }) => code) ?? [];
}

test("a document that says everything where it is expected is without doubts", () => {
  expect(doubts(judge(read(TEXT), TEXT, around))).toEqual([]);
});

test("every field of the meeting and of each item is judged, and told where to look", () => {
  const judged = judge(read(TEXT), TEXT, around);
  expect(judged).toHaveLength(8 + 3 * 7);
  const date = judged.find(({ field }) => field === "date");
  expect(TEXT.slice(date?.at as number)).toMatch(/^Dato: tirsdag/);
});

test.each<[string, string, Field, number | null, string]>([
  ["another municipality", TEXT.replaceAll("Prøvested", "Andenby"), "municipality", null, "other-municipality"],
  [
    "a committee nobody has heard of",
    TEXT.replace("Teknikudvalget", "Havneudvalget"),
    "committee",
    null,
    "new-committee",
  ],
  ["no date", TEXT.replace(/Dato:.*\n/, ""), "date", null, "missing"],
  ["a weekday that is not that day's", TEXT.replace("tirsdag", "fredag"), "date", null, "weekday-differs"],
  ["a day to come", TEXT.replace("tirsdag den 14. maj 2024", "14. maj 2031"), "date", null, "future"],
  ["an end before the start", TEXT.replace("15.30", "11.30"), "endTime", null, "ends-before-start"],
  ["nobody who took part", TEXT.replace(/Deltagere:.*\n/, ""), "participants", null, "missing"],
  [
    "somebody absent who is on no list",
    TEXT.replace("Til efterretning.", "Til efterretning.\nFraværende: Dorte Vang (F)"),
    "participants",
    null,
    "not-listed",
  ],
  [
    "an item that only the contents have",
    TEXT.replace("38. Eventuelt 3", "38. Eventuelt 3\n39. Salg af skolen 4"),
    "items",
    null,
    "fewer-than-contents",
  ],
  ["a number that is left out", TEXT.replaceAll("38", "40"), "number", 2, "gap"],
  ["numbers against the contents", TEXT.replace("Punkt 38", "Punkt 39"), "number", 2, "contents-differ"],
  ["a case number that only the others have", TEXT.replace("24-000124\n", ""), "caseNumber", 2, "others-have"],
  [
    "a case number written otherwise",
    TEXT.replace("Punkt 38: Eventuelt\n24-000124", "Punkt 38: Eventuelt\nSagsnr. 00.01.00-A00-1-24"),
    "caseNumber",
    2,
    "other-shape",
  ],
  ["a case number twice", TEXT.replace("24-000124", "24-000123"), "caseNumber", 1, "twice"],
  [
    "an item that the contents do not call closed",
    TEXT.replace("Punkt 38: Eventuelt", "Punkt 38: Lukket: Eventuelt"),
    "closed",
    2,
    "contents-differ",
  ],
  [
    "a decision in other words",
    TEXT.replace("Til efterretning.", "Udvalget var i godt humør."),
    "outcome",
    2,
    "unknown-words",
  ],
  [
    "no decision where the others have one",
    TEXT.replace("Beslutning\nTil efterretning.", "Sagsfremstilling\nDer var flere forslag."),
    "outcome",
    2,
    "no-decision",
  ],
])("%s is told", (_, text, field, item, code) => {
  expect(codes(text, field, item)).toContain(code);
});

test("a file whose name says another day than the document is told", () => {
  expect(codes(TEXT, "date", null, "referat-2024-05-15.txt")).toEqual(["file-name-differs"]);
  expect(codes(TEXT, "date", null, "TU 14.05.2024.pdf")).toEqual([]);
});

test.each([
  ["referat-2024-06-11.pdf", "2024-06-11"],
  ["BRU 11.6.2024.docx", "2024-06-11"],
  ["20240611 referat.pdf", "2024-06-11"],
  ["sag 24-002766.pdf", null],
  ["31-02-2024.pdf", null],
])("the day in the name %s is %s", (name, day) => {
  expect(dateInName(name)).toBe(day);
});

test("what was set right by hand is sure, and the worst doubts come first", () => {
  const text = TEXT.replace("tirsdag", "fredag").replace("24-000124\n", "");
  const minutes = read(text);
  const judged = judge(minutes, text, around);
  expect(doubts(judged).map(({ field }) => field)).toEqual(["date", "caseNumber"]);
  const corrections: Correction[] = [
    { kind: "header", field: "date", was: "2024-05-14", to: "2024-05-15" },
    {
      kind: "item",
      item: { number: "38", title: "Eventuelt", nth: 1 },
      field: "caseNumber",
      was: null,
      to: "24-000124",
    },
  ];
  expect(doubts(trustCorrections(judged, corrections, minutes))).toEqual([]);
});

const folder = new URL("../../../tests/fixtures/layouts/", import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .filter((text) => text.length < 8_000);

test(
  "of fields that are read right few are doubted, and of fields that damage made wrong most are",
  { timeout: 60_000 },
  () => {
    const right = sumOf(documents.map((text) => judgedOf(text, read(text))));
    expect(right.doubted / right.all).toBeLessThan(0.1);
    const wrong = sumOf(
      documents.flatMap((text, seed) => damages(text, seed).map((damaged) => wronglyRead(text, damaged))),
    );
    expect(wrong.all).toBeGreaterThan(100);
    console.info(`tvivl: ${percent(right)} af rigtige felter, ${percent(wrong)} af ${wrong.all} forkerte`);
    expect(wrong.doubted / wrong.all).toBeGreaterThan(0.6);
  },
);

const percent = ({ all, doubted }: { all: number; doubted: number }) => `${((100 * doubted) / all).toFixed(1)} %`;

function judgedOf(text: string, minutes: Minutes): Judged[] {
  return judge(minutes, text, {
    municipality: minutes.municipality ?? "Prøvested",
    committees: [],
    today: "2026-11-23",
  });
}

function sumOf(lists: Judged[][]): { all: number; doubted: number } {
  const all = lists.flat();
  return { all: all.length, doubted: all.filter(({ level }) => level !== "sure").length };
}

/** What happens to documents on their way: a number misread, lines run together, a line lost, letters misread in the head. */
function damages(text: string, seed: number): string[] {
  const lines = text.split("\n");
  const numbered = lines.findIndex(
    (line, at) => at > lines.length * 0.3 && /^(?:Punkt |Pkt\. )?\d{1,3}[.:)]/.test(line),
  );
  const change = (make: (line: string, at: number) => string | null) =>
    lines.flatMap((line, at) => make(line, at) ?? []).join("\n");
  return [
    change((line, at) => (at === numbered ? line.replace(/\d/, "8") : line)),
    change((line, at) => (at === numbered ? `${lines[at - 1] ?? ""} ${line}` : line)),
    change((line, at) => (at === numbered ? null : line)),
    change((line, at) => (at < 12 && at % 3 === seed % 3 ? line.replaceAll("1", "l").replaceAll("0", "O") : line)),
  ];
}

/**
 * The judged fields whose values are not those of the whole document. Items are held together by their order; where
 * one is missing or too many, that is one wrong thing, and a doubt about any number or title is enough to find it.
 */
function wronglyRead(whole: string, damaged: string): Judged[] {
  const [right, minutes] = [read(whole), read(damaged)];
  const judged = judgedOf(damaged, minutes);
  const known = new Set(judgedOf(whole, right).flatMap(({ field, level }) => (level === "sure" ? [] : [field])));
  const list = judged.find(({ field }) => field === "items") as Judged;
  const isWhole = minutes.items.length === right.items.length;
  const found = judged.find(
    ({ field, level }) => level !== "sure" && /^(?:items|number|title)$/.test(field) && !known.has(field),
  );
  return [
    ...(isWhole ? [] : [found ?? { ...list, level: "sure" as const }]),
    ...judged.filter(({ field, item }) => {
      if (field === "items") return false;
      if (field === "participants") return minutes.participants.length !== right.participants.length;
      if (item === null) return minutes[field as "date"] !== right[field as "date"];
      const [here, there] = [minutes.items[item], right.items[item]];
      if (!isWhole || !here || !there) return false;
      return (
        (field === "number" || field === "title" || field === "caseNumber" || field === "closed") &&
        here[field] !== there[field]
      );
    }),
  ];
}
