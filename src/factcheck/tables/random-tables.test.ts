import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { danish } from "../explain/danish-numbers.ts";
import { findingsIn } from "./testing.ts";

const SHAPES = ["tab", "pipe", "blanks"] as const;
const TOTALS = ["I alt", "Ialt", "Total", "Sum", "Hovedtotal", "Sager i alt", "Tilsammen", "**I alt**"];
const NAMES = ["Nord", "Syd", "Øst", "Vest", "Midtby", "Havnen", "Landdistrikter", "Skovkvarteret", "Åparken"];

type Grid = string[][];

const print: Record<(typeof SHAPES)[number], (grid: Grid) => string> = {
  tab: (grid) => grid.map((row) => row.join("\t")).join("\n"),
  pipe: ([head = [], ...body]) =>
    [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`).join("\n"),
  blanks: (grid) =>
    grid.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(14))).join("  ")).join("\n"),
};

/** A table of counts with column totals, and row totals if wanted, that is right. */
const rightTables = (least: number) =>
  fc
    .record({
      shape: fc.constantFrom(...SHAPES),
      name: fc.constantFrom(...TOTALS),
      counts: fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: least, max: 9_999 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
      first: fc.boolean(),
      across: fc.boolean(),
      negative: fc.boolean(),
    })
    .map(({ shape, name, counts, first, across, negative }) => {
      const signed = negative ? counts.map((row, at) => (at === 0 ? row.map((count) => -count) : row)) : counts;
      const sums = signed[0]?.map((_, column) => signed.reduce((sum, row) => sum + (row[column] ?? 0), 0)) ?? [];
      const rows = signed.map((row, at) => [NAMES[at] ?? "", ...row.map((count) => danish(count))]);
      const total = [name, ...sums.map((count) => danish(count))];
      const body = first ? [total, ...rows] : [...rows, total];
      const head = ["", ...sums.map((_, at) => `${2018 + at}`)];
      const grid = [head, ...body];
      const withSums = grid.map((row, at) => {
        const line = at === 0 ? null : first ? (at === 1 ? sums : signed[at - 2]) : (signed[at - 1] ?? sums);
        return [...row, line ? danish(line.reduce((sum, count) => sum + count, 0)) : "I alt"];
      });
      return { shape, grid: across ? withSums : grid, first };
    });

const verdictsOf = (text: string) => findingsIn(text).map(({ verdict, explanation }) => `${verdict} ${explanation}`);

describe("random tables", () => {
  it("are never told to be wrong when they are right", () => {
    fc.assert(
      fc.property(rightTables(0), ({ shape, grid }) => {
        expect(verdictsOf(print[shape](grid)).filter((found) => !found.startsWith("ok"))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("are found out when one figure is changed", () => {
    fc.assert(
      fc.property(
        rightTables(100),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 20, max: 900 }),
        ({ shape, grid, first }, at, column, by) => {
          // A total above its rows is certain only where another one comes out.
          fc.pre(!first);
          const row = 1 + (at % (grid.length - 1));
          const place = 1 + (column % ((grid[row]?.length ?? 2) - 1));
          const changed = grid.map((cells, index) =>
            index === row
              ? cells.map((cell, cellAt) => (cellAt === place ? danish(Number(cell.replaceAll(".", "")) + by) : cell))
              : cells,
          );
          expect(verdictsOf(print[shape](changed)).filter((found) => !found.startsWith("ok"))).not.toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("carry shares and differences that hold", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 })), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(...SHAPES), fc.constantFrom(0, 1), (counts, shape, places) => {
        const all = counts.reduce((sum, [before]) => sum + before, 0);
        const later = counts.reduce((sum, [, now]) => sum + now, 0);
        const line = (name: string, before: number, now: number) => [
          name,
          danish(before),
          `${danish(Math.round((before / all) * 100 * 10 ** places + 1e-9) / 10 ** places, places)} %`,
          danish(now),
          danish(now - before),
        ];
        const body = counts.map(([before, now], at) => line(NAMES[at] ?? "", before, now));
        const grid = [["Område", "2023", "Andel", "2024", "Ændring"], ...body, line("I alt", all, later)];
        expect(verdictsOf(print[shape](grid)).filter((found) => found.startsWith("error"))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("are no error where cells were lost", () => {
    const lost = fc.array(fc.tuple(fc.nat(), fc.nat(9)), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(rightTables(0), lost, ({ grid }, drops) => {
        const ragged = grid.map((row, at) => {
          const [place = 0, chance = 9] = drops[at] ?? [];
          return at > 0 && chance < 3 ? row.filter((_, index) => index !== 1 + (place % (row.length - 1))) : row;
        });
        expect(verdictsOf(print.tab(ragged)).filter((found) => found.startsWith("error"))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never make the checks fail, whatever the text", () => {
    const cell = fc.constantFrom(
      "1",
      "-",
      "",
      "12,5",
      "3 %",
      "1.2342.345",
      "<5",
      "I alt",
      "år",
      "2023",
      "4 (5 %)",
      "kr. 7",
      "**8**",
      "x",
      "..",
      "1-2",
    );
    const line = fc
      .array(cell, { maxLength: 6 })
      .chain((cells) => fc.constantFrom("\t", "|", "   ", " | ").map((by) => cells.join(by)));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join("\n");
        for (const { span, explanation } of findingsIn(text)) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toMatch(/\d/);
          expect(explanation).not.toMatch(/NaN|undefined|Infinity/);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
