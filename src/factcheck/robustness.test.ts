import { expect, test } from "vitest";
import { readMinutes } from "#minutes/read-minutes.ts";
import { check } from "./check.ts";
import { development } from "./evaluate/development/phrasebook.ts";
import { generateSample } from "./evaluate/generate.ts";
import { createRandom, type Random } from "./evaluate/random.ts";
import type { Finding } from "./model.ts";

function findingsIn(text: string, asMinutes = false): Finding[] {
  const minutes = asMinutes
    ? readMinutes({ format: "text", text, pages: null, warnings: [] }, { file: "a", sha256: "" })
    : null;
  return check([{ file: "a", text, minutes }]);
}

/** Every finding stands within the text, and says something. */
function expectSound(findings: Finding[], text: string): void {
  for (const { span, explanation, claim } of findings) {
    if (span.start < 0 || span.end > text.length || span.start > span.end) expect(span).toBe("within the text");
    if (explanation === "" || claim === "") expect({ explanation, claim }).toBe("said");
  }
}

/** The fastest of three, in milliseconds: what else the machine does only makes it slower. */
function timeOf(text: string): number {
  const times = [0, 1].map(() => {
    const start = performance.now();
    findingsIn(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const tableOf = (rows: number): string =>
  [
    "\t2022\t2023\tI alt",
    ...Array.from({ length: rows }, (_, row) => `Række ${row}\t${row * 3 + 10}\t${row * 7 + 11}\t${row * 10 + 21}`),
    `I alt\t${(3 * rows * (rows - 1)) / 2 + 10 * rows}\t${(7 * rows * (rows - 1)) / 2 + 11 * rows}\t1`,
  ].join("\n");

test("a table of ten thousand rows is added up", () => {
  const text = tableOf(10_000);
  const findings = findingsIn(text);
  expectSound(findings, text);
  expect(findings.filter(({ verdict }) => verdict === "error").map(({ stated }) => stated)).toContain("1");
}, 60_000);

test.each([
  ["a table with more rows", tableOf],
  [
    "prose",
    (size: number) => "Antallet af sager steg fra 120 i 2022 til 132 i 2023, altså med 10 procent. ".repeat(size),
  ],
  ["one line without a stop", (size: number) => "1.234 sager og 5,6 mio. kr. af 12 ".repeat(size)],
  ["digits without an end", (size: number) => "1234567890".repeat(size)],
  ["a list", (size: number) => "Sagerne fordeler sig således:\n" + "- 12 om veje (5 %)\n".repeat(size)],
  ["dots, commas and signs", (size: number) => "1.2,3-4.%".repeat(size)],
])(
  "the time grows with the length of %s, not faster",
  (_, make) => {
    const [once, eightfold] = [make(150), make(1200)];
    findingsIn(once);
    // Linear is 8; quadratic would be 64. A little is added for times too short to measure.
    expect(timeOf(eightfold)).toBeLessThan(30 * (timeOf(once) + 3));
  },
  60_000,
);

test("two hundred pages are read to the end", () => {
  const pages = Array.from(
    { length: 45 },
    (_, seed) => generateSample(development, seed + 900).documents[0]?.text ?? "",
  );
  const text = pages.join("\n");
  expect(text.length).toBeGreaterThan(200 * 1000);
  const findings = findingsIn(text, true);
  expectSound(findings, text);
  expect(findings.at(-1)?.span.start ?? 0).toBeGreaterThan(text.length * 0.9);
}, 60_000);

test("random bytes, control characters and halves of letters are no reason to fall over", () => {
  const random = createRandom(4);
  for (let round = 0; round < 300; round++) {
    const codes = Array.from({ length: random.between(0, 400) }, () =>
      random.chance(0.5)
        ? random.between(0, 255)
        : random.pick([9, 10, 32, 37, 44, 46, 48, 57, 124, 0xd83d, 0xa0, 0x2212]),
    );
    const text = String.fromCharCode(...codes);
    expectSound(findingsIn(text, true), text);
  }
});

test("papers damaged in thousands of ways are checked without a throw", () => {
  const random = createRandom(11);
  const originals = Array.from({ length: 20 }, (_, seed) => generateSample(development, seed).documents[0]?.text ?? "");
  for (let round = 0; round < 1000; round++) {
    const whole = random.pick(originals);
    const from = random.between(0, Math.max(0, whole.length - 700));
    const text = damaged(random, whole.slice(from, from + 700));
    expectSound(findingsIn(text, round % 4 === 0), text);
  }
}, 120_000);

function damaged(random: Random, text: string): string {
  const lines = text.split("\n");
  for (let times = random.between(1, 12); times > 0; times--) {
    const at = random.between(0, lines.length - 1);
    const line = lines[at] ?? "";
    const cut = random.between(0, line.length);
    const ways = [
      () => lines.splice(at, 1),
      () => lines.splice(at, 1, line.slice(0, cut), line.slice(cut)),
      () => lines.splice(at, 1, line.replaceAll("\t", random.pick(["", " ", "|", "\t\t"]))),
      () =>
        lines.splice(
          at,
          1,
          line.slice(0, cut) + random.pick(["9", ".", ",", "%", "(", "\t", "-", "−", "½", " "]) + line.slice(cut),
        ),
      () => lines.splice(at, 2, line + (lines[at + 1] ?? "")),
      () => lines.splice(at, 0, random.pick(lines)),
    ];
    random.pick(ways)();
  }
  return lines.join("\n");
}

test("tables whose numbers were glued together are never an error", () => {
  const random = createRandom(23);
  for (let round = 0; round < 400; round++) {
    const rows = Array.from(
      { length: random.between(3, 9) },
      (_, at) => [`Område ${"ABCDEFGHI"[at]}`, random.between(100, 9000), random.between(100, 9000)] as const,
    );
    const sums = [1, 2].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
    const glued = [...rows, ["I alt", ...sums] as const].map(([label, ...figures]) => {
      const shown = figures.map((figure) => figure.toLocaleString("da-DK"));
      return random.chance(0.7) ? `${label}\t${shown.join("")}` : `${label}${shown.join("\t")}`;
    });
    const text = ["Tallene i 2023 og 2024", "", `\t2023${random.pick(["", "\t"])}2024`, ...glued].join("\n");
    const errors = findingsIn(text).filter(({ verdict }) => verdict === "error");
    if (errors.length > 0)
      expect({ text, errors: errors.map(({ explanation }) => explanation) }).toEqual({ text, errors: [] });
  }
});

test("tables with cells missing are never an error", () => {
  const random = createRandom(31);
  for (let round = 0; round < 400; round++) {
    const columns = random.between(2, 5);
    const rows = Array.from({ length: random.between(3, 8) }, () =>
      Array.from({ length: columns }, () => random.between(10, 900)),
    );
    const sums = Array.from({ length: columns }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    const lines = [...rows, sums].map((row, at) => {
      const cells = row.map(String);
      if (random.chance(0.3)) cells.splice(random.between(0, columns - 1), 1);
      return [at === rows.length ? "I alt" : `Sted ${"ABCDEFGH"[at]}`, ...cells].join("\t");
    });
    const ragged = lines.some((line) => line.split("\t").length <= columns);
    const text = [`\t${Array.from({ length: columns }, (_, at) => 2020 + at).join("\t")}`, ...lines].join("\n");
    const errors = findingsIn(text).filter(({ verdict }) => verdict === "error");
    if (ragged && errors.length > 0)
      expect({ text, errors: errors.map(({ explanation }) => explanation) }).toEqual({ text, errors: [] });
  }
});
