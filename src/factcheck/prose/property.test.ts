import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { danish } from "../explain/danish-numbers.ts";
import { findingsIn, verdictOf } from "./testing.ts";

const noun = fc.constantFrom("elever", "sager", "ansøgninger", "boliger", "udlån", "borgere", "besøg", "henvendelser");
const count = fc.integer({ min: 20, max: 9000 }).filter((value) => value < 1900 || value > 2100);
const places = fc.constantFrom(0, 1);
const year = fc.integer({ min: 2018, max: 2024 });
const n = (value: number, decimals = 0) => danish(value, decimals);

/** A claim a template can tell: rightly with `off` 0, wrongly with any other. */
type Told = { text: string; apart: boolean };

/** Rounds as a writer does, and says whether the wrong number is apart from the right one beyond rounding. */
function stated(exact: number, decimals: number, off: number) {
  const right = Number(exact.toFixed(decimals));
  const told = off === 0 ? right : right + off * 10 ** -decimals;
  // A total of even hundreds may be meant as a round number.
  return { told: n(told, decimals), apart: Math.abs(off) >= 2 && told > 0 && (told % 100 !== 0 || told < 100) };
}

const growth = (off: fc.Arbitrary<number>): fc.Arbitrary<Told> =>
  fc
    .record({
      from: count,
      share: fc.integer({ min: 3, max: 60 }),
      up: fc.boolean(),
      noun,
      places,
      year,
      off,
      way: fc.integer({ min: 0, max: 6 }),
    })
    .map(({ from, share, up, noun: thing, places: decimals, year: y, off: wrong, way }) => {
      const change = Math.max(1, Math.round((from * share) / 100));
      const to = up ? from + change : from - change;
      const [rise, risen] = up ? ["stigning", "steget"] : ["fald", "faldet"];
      const percent = stated((change / from) * 100, decimals, wrong);
      const plain = stated(change, 0, wrong);
      const article = up ? "en" : "et";
      const texts: [string, boolean][] = [
        [
          `Antallet af ${thing} er ${risen} med ${percent.told} % fra ${n(from)} i ${y} til ${n(to)} i ${y + 1}.`,
          percent.apart,
        ],
        [`Der er sket ${article} ${rise} på ${percent.told} procent (fra ${n(from)} til ${n(to)}).`, percent.apart],
        [
          `I ${y + 1} var der ${n(to)} ${thing} mod ${n(from)} i ${y}, svarende til ${article} ${rise} på ${percent.told} pct.`,
          percent.apart,
        ],
        [
          `I ${y} var der ${n(from)} ${thing}. I ${y + 1} var der ${n(to)} ${thing}. Det er ${article} ${rise} på ${plain.told} ${thing}.`,
          plain.apart,
        ],
        [
          `I ${y + 1} var der ${n(to)} ${thing}. Det er ${plain.told} ${up ? "flere" : "færre"} end i ${y}, hvor der var ${n(from)} ${thing}.`,
          plain.apart,
        ],
        [
          `Antallet af ${thing} ${up ? "steg" : "faldt"} fra ${n(from)} i ${y} til ${n(to)} i ${y + 1}, hvilket er ${article} ${rise} på ${plain.told}.`,
          plain.apart,
        ],
        [`Antallet er ${risen} med ${plain.told} ${thing}, fra ${n(from)} til ${n(to)}.`, plain.apart],
      ];
      const [text, apart] = texts[way] ?? ["", false];
      return { text, apart };
    });

const share = (off: fc.Arbitrary<number>): fc.Arbitrary<Told> =>
  fc
    .record({
      whole: count,
      part: fc.integer({ min: 10, max: 90 }),
      noun,
      places,
      off,
      way: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ whole, part: percent, noun: thing, places: decimals, off: wrong, way }) => {
      const part = Math.round((whole * percent) / 100);
      const told = stated((part / whole) * 100, decimals, wrong);
      const texts = [
        `${n(part)} ud af ${n(whole)} ${thing} er afsluttet, svarende til ${told.told} %.`,
        `Af de ${n(whole)} ${thing} er ${n(part)} (${told.told} %) afsluttet.`,
        `Der er ${n(whole)} ${thing}, hvoraf ${n(part)} er afsluttet, hvilket svarer til ${told.told} procent.`,
        `${n(part)} af i alt ${n(whole)} ${thing} (${told.told} pct.) er afsluttet.`,
        `${n(part)} ${thing}, svarende til ${told.told} % af de ${n(whole)} ${thing}, er afsluttet.`,
      ];
      return { text: texts[way] ?? "", apart: told.apart };
    });

const sums = (off: fc.Arbitrary<number>): fc.Arbitrary<Told> =>
  fc
    .record({
      parts: fc.array(fc.integer({ min: 25, max: 900 }), { minLength: 2, maxLength: 5 }),
      noun,
      off,
      way: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ parts, noun: thing, off: wrong, way }) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const told = stated(total, 0, wrong);
      const places = ["i nord", "i syd", "i øst", "i vest", "i midtbyen"];
      const listed = parts.map((part, index) => `${n(part)} ${places[index]}`);
      const joined = `${listed.slice(0, -1).join(", ")} og ${listed.at(-1)}`;
      const texts = [
        `Der er i alt ${told.told} ${thing}: ${joined}.`,
        `Kommunen har ${told.told} ${thing} fordelt med ${joined}.`,
        `De ${told.told} ${thing} fordeler sig med ${joined}.`,
        `Der er ${told.told} ${thing}, der fordeler sig således:\n\n${listed.map((part) => `- ${part}`).join("\n")}\n`,
        `Der er ${joined}, i alt ${told.told} ${thing}.`,
      ];
      return { text: texts[way] ?? "", apart: told.apart };
    });

const none = fc.constant(0);
const some = fc.integer({ min: 2, max: 9 }).chain((size) => fc.constantFrom(size, -size));
const kinds: [string, (off: fc.Arbitrary<number>) => fc.Arbitrary<Told>][] = [
  ["growth", growth],
  ["shares", share],
  ["sums", sums],
];

describe.each(kinds)("random %s", (_name, told) => {
  it("hold when they are right, and are never errors", () => {
    fc.assert(
      fc.property(told(none), ({ text }) => {
        expect([text, verdictOf(text)]).toEqual([text, "ok"]);
      }),
      { numRuns: 250 },
    );
  });

  it("are found when they are off by more than rounding", () => {
    fc.assert(
      fc.property(told(some), ({ text, apart }) => {
        fc.pre(apart);
        expect([text, verdictOf(text)]).toEqual([text, "error"]);
      }),
      { numRuns: 250 },
    );
  });
});

describe("any text", () => {
  it("never breaks, and points into the text", () => {
    const piece = fc.constantFrom(
      "fra 12 ",
      "til 15 ",
      "steget med 3 % ",
      "i alt 27: ",
      "12 og 15. ",
      "hvoraf 4 ",
      "(12,5 %) ",
      "- 5\n",
      "af 40 ",
      "svarende til ",
      "= ",
      "+ 3 ",
      "fordoblet ",
      "halvdelen ",
      "5 mio. kr. ",
      "\n\n",
      "Det er ",
      "i 2023 ",
      "\t",
      ": ",
      "pr. elev ",
      "elever ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        for (const { span, claim, explanation } of findingsIn(text)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.end).toBeGreaterThan(span.start);
          expect(claim).not.toBe("");
          expect(explanation).toMatch(/[^.]\.$/u);
          expect(explanation).not.toMatch(/NaN|Infinity|undefined/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes long lists, long lines and many sentences in its stride", () => {
    const pieces = [
      "- x 5 (3 %)\n",
      "1 + 2 = 3. ",
      "af 12 af 13 ",
      "fra 12 til 13 stigning på 3 %, ",
      "I alt 5: 3 og 2. ",
      "hvoraf 5 hvoraf ",
    ];
    for (const piece of pieces) expect(findingsIn(piece.repeat(2000)).length).toBeGreaterThanOrEqual(0);
  });
});
