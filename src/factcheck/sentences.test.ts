import { describe, expect, it } from "vitest";
import { findSentences } from "./sentences.ts";

const texts = (text: string) => findSentences(text, []).map(({ span }) => text.slice(span.start, span.end));

describe("findSentences", () => {
  it("cuts at full stops before capitals and not in abbreviations, dates and money", () => {
    expect(
      texts(
        "Skolen fik ca. 1,8 mio. kr. Beløbet udbetales den 14. november 2024. Jf. § 20, stk. 3, nr. 2 gælder 1. kvartal. Der kom 595. Det er nok!",
      ),
    ).toEqual([
      "Skolen fik ca. 1,8 mio. kr.",
      "Beløbet udbetales den 14. november 2024.",
      "Jf. § 20, stk. 3, nr. 2 gælder 1. kvartal.",
      "Der kom 595.",
      "Det er nok!",
    ]);
  });

  it("joins wrapped lines and parts paragraphs", () => {
    const text =
      "Der er i alt modtaget 120 ansøgninger om plads i de kommunale\nbørnehaver, heraf 20 fra tilflyttere.\n\nDet er flere end sidste år.";
    const sentences = findSentences(text, []);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]?.block).not.toBe(sentences[1]?.block);
  });

  it("gives points their opener and their heading", () => {
    const text =
      "## Skoler\n\nEleverne fordeler sig således:\n\n- Nord: 45 elever\n- Syd: 31 elever,\n  heraf 4 nye\n  - To fra Sverige\n\nDet var det.";
    const sentences = findSentences(text, []);
    expect(sentences.map(({ point, indent }) => [point, indent])).toEqual([
      [false, 0],
      [true, 0],
      [true, 0],
      [true, 2],
      [false, 0],
    ]);
    const openers = sentences.map(({ opener }) => opener && text.slice(opener.start, opener.end));
    expect(openers[1]).toBe("Eleverne fordeler sig således:");
    expect(openers[2]).toBe("Eleverne fordeler sig således:");
    expect(openers[3]).toMatch(/^Syd/);
    expect(openers[4]).toBeNull();
    expect(sentences.every(({ heading }) => heading === "Skoler")).toBe(true);
  });

  it("takes short lines that stand alone as headings", () => {
    const [sentence] = findSentences("Økonomi\n\nAdministrationen oplyser, at der er 5 mio. kr.", []);
    expect(sentence?.heading).toBe("Økonomi");
  });

  it("leaves tables and contents out", () => {
    expect(texts("Klager\t414\t399\nI alt ....... 5\n| a | 3 |\nDer var 3 klager.")).toEqual(["Der var 3 klager."]);
    const text = "Tabel her\nDer var 3 klager.";
    const table = { span: { start: 0, end: 9 } };
    expect(findSentences(text, [table])).toHaveLength(1);
  });

  it("takes one line of megabytes and megabytes of lines", () => {
    expect(findSentences("Der kom 5. ".repeat(100_000), [])).toHaveLength(100_000);
    expect(findSentences("- punkt 5\n".repeat(100_000), [])).toHaveLength(100_000);
    expect(findSentences("a".repeat(3_000_000), [])).toHaveLength(1);
    expect(findSentences(" ".repeat(3_000_000), [])).toHaveLength(0);
  });
});
