import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingsIn, readExamples } from "./testing.ts";

const examples = (name: string) => readExamples(readFileSync(new URL(`examples/${name}.txt`, import.meta.url), "utf8"));
const inWords = ({ verdict, explanation }: { verdict: string; explanation: string }) => `${verdict}: ${explanation}`;
const problems = (text: string) => findingsIn(text).filter(({ verdict }) => verdict !== "ok");
const only = (text: string) => {
  const found = problems(text);
  expect(found.map(inWords)).toHaveLength(1);
  return found[0];
};

describe("tables that hold", () => {
  it.each(examples("holds"))("$title", ({ text }) => {
    expect(problems(text).map(inWords)).toEqual([]);
    expect(findingsIn(text)).not.toEqual([]);
  });
});

describe("tables that need not add up", () => {
  it.each(examples("silent"))("$title", ({ text }) => {
    expect(problems(text).flatMap((found) => (found.verdict === "error" ? [inWords(found)] : []))).toEqual([]);
  });
});

describe("tables with a slip", () => {
  it.each(examples("slips"))("$title", ({ text, expected }) => {
    const errors = problems(text).filter(({ verdict }) => verdict === "error");
    expect(errors.map(({ stated, computed }) => `${stated} -> ${computed}`)).toEqual(expected);
  });
});

describe("what a finding says", () => {
  const budget =
    "i 1.000 kr.\t2025\t2026\nSkoler\t5.096.822\t4.733.432\nDagtilbud\t9.122.468\t13.639.912\nI alt\t14.219.920\t18.373.344";

  it("writes the sum out and hints at exchanged digits", () => {
    const found = only(budget);
    expect(found).toMatchObject({
      check: "table-total",
      verdict: "error",
      claim: "I alt 14.219.920",
      stated: "14.219.920",
      computed: "14.219.290",
    });
    expect(found?.explanation).toBe(
      "»I alt«, »2025«: 5.096.822 + 9.122.468 = 14.219.290, men der står 14.219.920 (to cifre byttet om).",
    );
  });

  it("points at the total and at the cells summed", () => {
    const found = only(budget);
    expect(budget.slice(found?.span.start, found?.span.end)).toBe("14.219.920");
    expect(found?.evidence.map(({ span }) => budget.slice(span.start, span.end))).toEqual(["5.096.822", "9.122.468"]);
  });

  it("tells how a share rounds, once", () => {
    const found = only(
      "Udfald\t2023\t2024\nMedhold\t26 (17,4 %)\t20 (16,0 %)\nAfslag\t123 (82,5 %)\t105 (84,0 %)\nI alt\t149\t125",
    );
    expect(found).toMatchObject({ check: "percentage", verdict: "error", stated: "82,5 %", computed: "82,6 %" });
    expect(found?.explanation).toContain("123 ud af 149 er 82,550 %, altså 82,6 %, men der står 82,5 %");
  });

  it("names the cell that would put both its row and its column right", () => {
    const found = problems(
      "\tKvinder\tMænd\tI alt\nNord\t12\t14\t26\nSyd\t20\t32\t42\nVest\t5\t6\t11\nI alt\t37\t42\t79",
    );
    expect(found).toHaveLength(2);
    for (const { explanation } of found)
      expect(explanation).toContain(
        "Både rækken og kolonnen går op, hvis der i »Syd«, »Mænd« står 22 i stedet for 32.",
      );
  });

  it("says that rounding explains a difference", () => {
    const [found] = findingsIn("Mio. kr.\t2024\nBørn\t10,2\nÆldre\t5,3\nTeknik\t3,4\nI alt\t18,8");
    expect(found).toMatchObject({ verdict: "ok", computed: "18,9" });
    expect(found?.explanation).toContain("afrunding");
  });

  it("accepts both customs of signs but not both at once", () => {
    const rows = (sign: string) =>
      `1.000 kr.\tBudget\tForventet regnskab\tAfvigelse\nSkole\t1.200\t1.250\t${sign}50\nVej\t800\t780\t${sign === "-" ? "" : "-"}20\nKultur\t300\t330\t${sign}30`;
    expect(problems(rows("-"))).toEqual([]);
    expect(problems(rows(""))).toEqual([]);
    expect(only(rows("-").replace("-30", "30"))?.explanation).toContain("fortegn");
  });

  it("gives the agenda item and the file", () => {
    expect(only(budget)).toMatchObject({ file: "sag.txt", item: null });
  });
});

describe("bad input", () => {
  it("makes no error of ragged rows, glued figures and kept back ones", () => {
    for (const text of [
      "Område\t2023\t2024\nA\t1.2342.345\t2\nB\t500\t600\nI alt\t1.734\t602",
      "Område\t2023\t2024\t2025\nA\t10\t20\t30\nB\t40\t50\nI alt\t50\t70\t80",
      "Alder\tAntal\nUnder 18\t<5\n18-29\t31\nI alt\t40",
    ])
      expect(problems(text).filter(({ verdict }) => verdict === "error")).toEqual([]);
  });

  it("checks ten thousand rows, and a thousand totals, without end", () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `Række ${at}\t${at % 97}\t${at % 89}\t${(at % 97) + (at % 89)}`,
    );
    expect(findingsIn(`Navn\tA\tB\tI alt\n${rows.join("\n")}`)).toHaveLength(10_000);
    const totals = rows.slice(0, 2_000).map((row, at) => (at % 2 ? row.replace("Række", "I alt") : row));
    expect(findingsIn(`Navn\tA\tB\tC\n${totals.join("\n")}`).filter(({ verdict }) => verdict === "error")).toEqual([]);
  });
});
