import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Item, Minutes, Section } from "./model.ts";
import { readMinutes } from "./read-minutes.ts";

const real = new URL("../../../shared/minutes/", import.meta.url);
const invented = new URL("../../tests/fixtures/layouts/", import.meta.url);
const documents = [...textsIn(real), ...textsIn(invented), smallDocument()];
if (!existsSync(real))
  console.info("De fem rigtige referater (../shared/minutes) er her ikke; prøven bruger de opdigtede.");

function textsIn(folder: URL): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"));
}

function smallDocument(): string {
  const items = ["Godkendelse af dagsorden", "Budget for cykelstier", "Meddelelser"].map(
    (title, index) =>
      `Punkt ${index + 1}: ${title}\n\n23-00${index}123\n\nBilag\n\nNotat om ${title}.pdf\n\n${index + 1}. ${title}\n\nResumé\n\nUdvalget får en sag om vejene i byen (sag ${index + 3}).\n\nIndstilling\n\nAdministrationen indstiller, at\n\n1. sagen drøftes\n2. resten godkendes\n\nBeslutning\n\nVejudvalget, 03.04.2025\n\nFraværende: Aase Madsen (B)\n\nAd. 1: Drøftet\n\nAd. 2: Godkendt\n\nSagsfremstilling\n\nDer er brug for flere stier, og udvalget vender tilbage i august 2025.\n\nÅr\tKr.\n2024\t1.200\n2025\t1.500\n\nØkonomi\n\nIngen bemærkninger.\n`,
  );
  return `REFERAT Vejudvalget 2022-2025 d. 03-04-2025\n\nMødedato Torsdag d. 3. april 2025 kl. 15:00\n\nMødested Lokale 1\n\nMødedeltagere Bo Holm, Aase Madsen (Afbud)\n\n${items.join("\n")}`;
}

/** Words and figures; a capital begins a new word, so that words a conversion glued together count as two; a word broken at a line's end is one. */
function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll("**", "")
      .replace(/(?<=\p{Ll})-\n\s*(?=\p{Ll})(?!(?:og|eller|samt)\b)/gu, "")
      .match(/\p{Lu}*[\p{Ll}\p{Lm}\p{Lo}]+|\p{Lu}+|\p{N}+/gu) ?? []
  );
}

function textOf(section: Section): string {
  return [section.heading, section.text, ...section.sections.map(textOf)].join(" ");
}

const MARKS = new Set([
  "punkt",
  "ad",
  "pkt",
  "sag",
  "sagsnr",
  "j",
  "nr",
  "dagsordenspunkt",
  "emne",
  "åbent",
  "åben",
  "lukket",
  "udskriv",
  "dagsorden",
  "acadre",
  "sagsid",
  "sagsident",
  "sags",
  "id",
  "sagsnummer",
  "sagnr",
  "punktnr",
  "acadresagsnr",
  "journalnr",
  "fold",
  "dette",
  "ind",
]);

/** Words of an item's stretch of text that stand in none of its sections; its title and number may be said again. */
function lostWords(item: Item, text: string): string[] {
  const kept = new Map<string, number>();
  for (const word of wordsOf(item.sections.map(textOf).join(" "))) kept.set(word, (kept.get(word) ?? 0) + 1);
  const told = new Set(
    wordsOf([item.title, item.caseNumber ?? "", item.number ?? "", Number(item.number ?? 0)].join(" ")).map((word) =>
      word.toLowerCase(),
    ),
  );
  return wordsOf(text.slice(item.span.start, item.span.end)).filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return (
      left < 1 &&
      !told.has(word.toLowerCase()) &&
      !MARKS.has(word.toLowerCase()) &&
      !text.includes(`(${word})`) &&
      word !== `0${item.number ?? ""}`
    );
  });
}

function read(text: string): Minutes {
  return readMinutes({ format: "text", text, pages: null, warnings: [] }, { file: "x.txt", sha256: "" });
}

function check(text: string): Minutes {
  const minutes = read(text);
  let last = 0;
  for (const item of minutes.items) {
    expect(item.span.start).toBeGreaterThanOrEqual(last);
    expect(item.span.end).toBeGreaterThanOrEqual(item.span.start);
    last = item.span.end;
    expect(lostWords(item, text), `punkt ${item.number}: ${item.title}`).toEqual([]);
  }
  expect(last).toBeLessThanOrEqual(text.length);
  return minutes;
}

/** A small generator of numbers, the same ones each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % sides;
  };
}

const OCR: [string, string][] = [
  ["l", "1"],
  ["O", "0"],
  ["rn", "m"],
  ["æ", "ae"],
  [".", ""],
  [":", ""],
  [" ", ""],
  ["\n", " "],
  ["e", "c"],
  ["B", "8"],
];
const ODD = [
  "\u0000",
  "\u200b",
  "\ufeff",
  "🙂",
  "\u202e",
  "ﬁ",
  "\u0301",
  "\t",
  "|",
  "#",
  "**",
  "\r",
  "(",
  ")",
  "—",
  "\u2028",
];

function damaged(text: string, roll: (sides: number) => number): string {
  const lines = text.split("\n");
  const pick = (): number => roll(lines.length);
  for (let times = 1 + roll(12); times > 0; times--) {
    const at = pick();
    const line = lines[at] ?? "";
    const kind = roll(10);
    if (kind === 0) lines.splice(at, 1 + roll(3));
    else if (kind === 1) [lines[at], lines[(at + 1) % lines.length]] = [lines[(at + 1) % lines.length] ?? "", line];
    else if (kind === 2) lines.splice(at, 2, `${line}${roll(2) ? " " : ""}${lines[at + 1] ?? ""}`);
    else if (kind === 3) lines.splice(at, 0, line);
    else if (kind === 4)
      lines[at] = line.slice(0, roll(line.length + 1)) + ODD[roll(ODD.length)] + line.slice(roll(line.length + 1));
    else if (kind === 5) lines.length = Math.max(1, lines.length - roll(Math.ceil(lines.length / 3)));
    else if (kind === 6) lines[at] = line.replaceAll(...(OCR[roll(OCR.length)] as [string, string]));
    else if (kind === 7) lines.splice(at, 0, ...lines.slice(pick(), pick()).slice(0, 20));
    else if (kind === 8) lines[at] = line.toUpperCase();
    else lines[at] = `${roll(60)}. ${line}`;
    if (lines.length === 0) lines.push("");
  }
  const ending = roll(12);
  return lines.join(ending === 0 ? "\r\n" : ending === 1 ? " " : "\n");
}

describe("reading never loses text", { timeout: 60_000 }, () => {
  it("keeps every word of an item in its title or sections, and items apart from each other", () => {
    for (const text of documents) check(text);
  });

  it("does so for damaged documents too, and never throws", () => {
    const small = documents.filter((text) => text.length < 12_000);
    for (let seed = 1; seed <= 2000; seed++) {
      const roll = dice(seed);
      check(damaged(small[roll(small.length)] as string, roll));
    }
    for (let seed = 1; seed <= 100; seed++) {
      const roll = dice(seed * 7919);
      check(damaged(documents[roll(documents.length)] as string, roll));
    }
  });

  it("reads noise without throwing", () => {
    const roll = dice(42);
    for (let times = 0; times < 300; times++) {
      const text = Array.from({ length: roll(400) }, () =>
        roll(4) ? String.fromCharCode(32 + roll(220)) : (ODD[roll(ODD.length)] as string),
      ).join(roll(3) ? "" : "\n");
      check(text);
    }
    check("");
    check("\n".repeat(50_000));
    check("1. ".repeat(20_000));
    check("Beslutning\n".repeat(5_000));
  });

  it("reads a document of a thousand items whole", () => {
    const items = smallDocument().slice(smallDocument().indexOf("Punkt 1"));
    expect(read(`${smallDocument()}\n${items.repeat(1000)}`).items.length).toBeGreaterThan(3);
  });
});
