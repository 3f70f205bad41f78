import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../reading.ts";
import { checkContradictions } from "./check-contradictions.ts";

const check = (text: string) => checkContradictions([readSource({ file: "referat.txt", text, minutes: null })]);
const whole = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/** Quantities that share no word, each with the three ways a paper repeats it. */
const quantities: ((value: string, year: number) => [string, string, string])[] = [
  (n, y) => [
    `Kommunens skoler havde i ${y} i alt ${n} elever.`,
    `I ${y} var der ${n} elever i skolerne.`,
    `Antallet af elever i skolerne var ${n} i ${y}.`,
  ],
  (n, y) => [
    `Biblioteket udlånte ${n} lydbøger i ${y}.`,
    `I ${y} udlånte biblioteket ${n} lydbøger.`,
    `Biblioteket udlånte i ${y} i alt ${n} lydbøger.`,
  ],
  (n, y) => [
    `I ${y} blev der plantet ${n} træer i parkerne.`,
    `Der blev plantet ${n} træer i parkerne i ${y}.`,
    `Der blev i ${y} i alt plantet ${n} træer i parkerne.`,
  ],
  (n, y) => [
    `Vejvagten rykkede ud til ${n} væltede master i ${y}.`,
    `I ${y} rykkede vejvagten ud til ${n} væltede master.`,
    `Vejvagten rykkede i ${y} ud til ${n} væltede master.`,
  ],
  (n, y) => [
    `Renovationen af havnen kostede ${n} kr. i ${y}.`,
    `I ${y} kostede renovationen af havnen ${n} kr.`,
    `Renovationen af havnen kostede i ${y} i alt ${n} kr.`,
  ],
];
const paperOf = fc.record({
  year: fc.integer({ min: 2016, max: 2025 }),
  values: fc.array(fc.integer({ min: 1_013, max: 98_987 }), {
    minLength: quantities.length,
    maxLength: quantities.length,
  }),
  order: fc.shuffledSubarray(
    quantities.map((_, index) => index),
    { minLength: 2 },
  ),
});

function write(
  { year, values, order }: { year: number; values: number[]; order: number[] },
  changed?: { at: number; value: number },
): string {
  const say = (index: number, way: 0 | 1 | 2) => {
    const value = changed?.at === index && way === 2 ? changed.value : (values[index] ?? 0);
    return quantities[index]?.(whole(value), year)[way] ?? "";
  };
  const part = (way: 0 | 1 | 2) => order.map((index) => say(index, way)).join("\n\n");
  return `Resumé\n\n${part(0)}\n\nSagsfremstilling\n\n${part(1)}\n\nØkonomi\n\n${part(2)}\n`;
}

describe("repeated figures", () => {
  it("give no error as long as every repeat is the same", () => {
    fc.assert(
      fc.property(paperOf, (paper) => {
        expect(check(write(paper)).filter(({ verdict }) => verdict !== "ok")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("are found when one of them is another, and nothing else is", () => {
    fc.assert(
      fc.property(paperOf, fc.integer({ min: 1_013, max: 98_987 }), (paper, value) => {
        const at = paper.order[0] ?? 0;
        const was = paper.values[at] ?? 0;
        // A figure that a round one may stand for is no contradiction.
        fc.pre(value !== was && value % 10 !== 0 && was % 10 !== 0 && Math.abs(value - was) > 2);
        const findings = check(write(paper, { at, value })).filter(({ verdict }) => verdict !== "ok");
        expect(findings.map(({ verdict, stated }) => `${verdict} ${stated.replace(/ kr\.$/, "")}`)).toEqual([
          `error ${whole(value)}`,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("never make the check fail, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "I 2023",
            "595",
            "klager",
            "mod",
            "fra",
            "12,4 %",
            ",",
            ".",
            "\n\n",
            "\t",
            "|",
            "mio. kr.",
            "der",
            "- ",
            "(",
            "2024/25",
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          expect(() => check(parts.join(" "))).not.toThrow();
        },
      ),
      { numRuns: 200 },
    );
  });
});
