import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkedLines } from "#minutes/marked-lines.ts";
import type { Minutes, Section } from "#minutes/model.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import { anchorItem, anchorLine } from "./anchors.ts";
import { applyCorrections } from "./apply-corrections.ts";
import { correctStarts, lostStarts } from "./correct-starts.ts";
import type { Correction } from "./correction.ts";

const folder = new URL("../../../tests/fixtures/layouts/", import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .filter((text) => text.length < 20_000);

const read = (text: string, corrections: Correction[] = []): Minutes =>
  readMinutes(
    { format: "text", text, pages: null, warnings: [] },
    { file: "referat.txt", sha256: "" },
    correctStarts(corrections),
  );

const lineAt = (text: string, start: number) => {
  const { lines } = readMarkedLines(text);
  return anchorLine(
    lines,
    lines.findIndex((line) => line.start === start),
  );
};

const notAnItem = (text: string, start: number): Correction[] => {
  const line = lineAt(text, start);
  return line ? [{ kind: "not-an-item", line }] : [];
};

const SMALL = `REFERAT Teknikudvalget
Dato: 14. maj 2024 kl. 13.00
Sted: Prøvested Rådhus

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Ny cykelsti ved åen
Sagsfremstilling
Stien skal gå fra broen til skolen.
Beslutning
Godkendt.

3. Eventuelt
Beslutning
Intet.
`;

describe("where items begin, corrected", () => {
  test("what stands under a line that is no item belongs to the item above", () => {
    const start = SMALL.indexOf("2. Ny cykelsti");
    const minutes = read(SMALL, notAnItem(SMALL, start));
    expect(minutes.items.map(({ number }) => number)).toEqual(["1", "3"]);
    expect(wordsOf(minutes.items[0]?.sections ?? [])).toContain("broen");
  });

  test("a start that was passed over makes an item of what stands below it", () => {
    const text = SMALL.replace("2. Ny cykelsti ved åen", "Ny cykelsti ved åen");
    expect(read(text).items).toHaveLength(2);
    const line = lineAt(text, text.indexOf("Ny cykelsti"));
    const start: Correction = {
      kind: "start",
      line: line as never,
      number: "2",
      title: "Ny cykelsti ved åen",
      closed: false,
    };
    const { items } = read(text, [start]);
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      ["1", "Godkendelse af dagsorden"],
      ["2", "Ny cykelsti ved åen"],
      ["3", "Eventuelt"],
    ]);
    expect(items[1]?.decisions[0]?.outcome).toBe("approved");
    expect(items[1]?.sections.map(({ role }) => role)).toEqual(["presentation", "decision"]);
  });

  test("a title that says less than its line leaves the line in the text", () => {
    const line = lineAt(SMALL, SMALL.indexOf("Stien skal"));
    const { items } = read(SMALL, [{ kind: "start", line: line as never, number: null, title: "Sti", closed: true }]);
    expect(items[2]).toMatchObject({ number: null, title: "Sti", closed: true });
    expect(wordsOf(items[2]?.sections ?? [])).toContain("skolen");
  });

  test("both find their lines again when text is put in above them, and tell when their lines are gone", () => {
    const corrections = notAnItem(SMALL, SMALL.indexOf("2. Ny"));
    const longer = SMALL.replace("Godkendt.", "Godkendt.\n\nBemærkning\nDer var ros.");
    expect(read(longer, corrections).items.map(({ number }) => number)).toEqual(["1", "3"]);
    const other = SMALL.replace("Ny cykelsti ved åen", "Et helt andet punkt");
    expect(read(other, corrections).items).toHaveLength(3);
    expect(lostStarts(corrections, readMarkedLines(other).lines)).toEqual(corrections);
    expect(lostStarts(corrections, readMarkedLines(SMALL).lines)).toEqual([]);
  });

  test("of lines with the same words the one is meant that is followed by the same words", () => {
    const text = SMALL.replace(
      "1. Godkendelse",
      "Indhold\n1. Godkendelse af dagsorden 2\n2. Ny cykelsti ved åen 3\n3. Eventuelt 4\n\n1. Godkendelse",
    );
    const line = lineAt(text, text.lastIndexOf("3. Eventuelt"));
    const shifted = `3. Eventuelt\n${text}`;
    const corrected = read(shifted, [{ kind: "not-an-item", line: line as never }]);
    expect(corrected.items.some(({ title }) => title === "Eventuelt")).toBe(false);
  });
});

describe("corrections of starts never lose text", { timeout: 60_000 }, () => {
  test("whatever lines are made or unmade starts, every word stays in the head, in an item or between two", () => {
    const anyDocument = fc.constantFrom(...documents);
    const property = fc.property(
      anyDocument,
      fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 8 }),
      (text, picks) => {
        const before = read(text);
        const { lines } = readMarkedLines(text);
        const corrections = picks.flatMap(([isStart, pick]): Correction[] => {
          const starts = before.items.slice(1).map(({ span }) => span.start);
          if (!isStart) return starts.length === 0 ? [] : notAnItem(text, starts[pick % starts.length] as number);
          const from = lines.findIndex(({ start }) => start === before.items[0]?.span.start);
          const line = anchorLine(lines, Math.max(0, from) + (pick % (lines.length - Math.max(0, from))));
          return line
            ? [{ kind: "start", line, number: "77", title: line.text.slice(0, 400).trim() || "x", closed: false }]
            : [];
        });
        const after = read(text, corrections);
        let last = 0;
        for (const { span } of after.items) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.end;
        }
        const lost = new Set(lostWords(text, after));
        for (const word of lostWords(text, before)) lost.delete(word);
        expect([...lost].filter((word) => !MARKS.test(word))).toEqual([]);
      },
    );
    fc.assert(property, { numRuns: 500, seed: 7 });
  });
});

describe("corrections of fields", { timeout: 60_000 }, () => {
  test("whatever is set right, no section, item or person that nobody named is touched", () => {
    const value = fc.oneof(
      fc.constantFrom("1", "Nyt", "2024-01-01", "13:00"),
      fc.string({ minLength: 1, maxLength: 30 }),
    );
    const picks = fc.array(fc.tuple(fc.nat(4), fc.nat(), value), { maxLength: 12 });
    const property = fc.property(fc.constantFrom(...documents), picks, (text, picks) => {
      const before = read(text);
      const corrections = picks.map(([kind, pick, to]): Correction => {
        const item = before.items.length === 0 ? null : anchorItem(before.items, pick % before.items.length);
        if (kind === 0 || item === null) return { kind: "header", field: "place", was: before.place, to };
        if (kind === 1) return { kind: "participant", name: to, to: null };
        if (kind === 2) return { kind: "item", item, field: "title", was: item.title, to };
        if (kind === 3) return { kind: "item", item, field: "outcome", was: null, to: "postponed" };
        return { kind: "item", item: { number: "999", title: to, nth: 1 }, field: "closed", was: false, to: true };
      });
      const { minutes, told } = applyCorrections(before, corrections);
      expect(minutes.items.map(({ sections, span }) => [sections, span])).toEqual(
        before.items.map(({ sections, span }) => [sections, span]),
      );
      expect(minutes.items.map(({ decisions }) => decisions.map(({ text }) => text).join(""))).toEqual(
        before.items.map(({ decisions }) => decisions.map(({ text }) => text).join("")),
      );
      const named = new Set(corrections.flatMap((one) => (one.kind === "participant" ? [one.name] : [])));
      expect(minutes.participants).toEqual(before.participants.filter(({ name }) => !named.has(name)));
      // None is dropped in silence: each has found its place, or is told.
      const gone = corrections.filter((one) => one.kind === "item" && one.item.number === "999");
      expect(told.filter(({ state }) => state === "gone").map(({ correction }) => correction)).toEqual(
        expect.arrayContaining(gone),
      );
    });
    fc.assert(property, { numRuns: 200, seed: 7 });
  });
});

/** What the reader knows as marks: labels before numbers, and lines that name a group of items. */
const MARKS =
  /^(?:lukke|åb|sag|pkt|punkt|emne|dagsorden|ident|udskriv|acadre|(?:nr|id|til|og|beslutning|orientering|drøftelse)$)/;

/** Words of the text from the first item on that no item holds, in small letters. */
function lostWords(text: string, { items }: Minutes): string[] {
  return items.flatMap(({ span, number, title, caseNumber, sections }, at) => {
    const told = new Set([...words(`${number} ${title} ${caseNumber}`), ...wordsOf(sections)]);
    const own = words(text.slice(span.start, span.end)).filter((word) => !told.has(word));
    return [...own, ...words(text.slice(span.end, items[at + 1]?.span.start ?? text.length))];
  });
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [];
}

function wordsOf(sections: Section[]): string[] {
  return sections.flatMap(({ heading, text, tables, sections: below }) => [
    ...words(heading),
    ...words(text),
    ...tables.flatMap(({ rows, notes }) => words([...rows.flat(), ...notes].join(" "))),
    ...wordsOf(below),
  ]);
}
