import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, readBlocks, readInline } from "./section-text.ts";

describe("the blocks of a section", () => {
  it("keeps paragraphs, headings and lists apart", () => {
    expect(readBlocks("### Tre modeller\n\nFørste afsnit.\n\n- Model A\n- Model B\n\nTil sidst.")).toEqual([
      { kind: "heading", text: "Tre modeller" },
      { kind: "paragraph", lines: ["Første afsnit."] },
      {
        kind: "list",
        ordered: false,
        items: [
          { label: "", depth: 0, text: "Model A" },
          { label: "", depth: 0, text: "Model B" },
        ],
      },
      { kind: "paragraph", lines: ["Til sidst."] },
    ]);
  });

  it("shows a table in its place, once, with its notes", () => {
    const table = {
      rows: [
        ["i 1.000 kr.", "Budget 1)"],
        ["I alt", "1.554"],
      ],
      headerRows: 1,
      notes: ["Anm. 1) Korrigeret budget."],
    };
    const text =
      "Tabellen viser.\n\ni 1.000 kr.\tBudget <sup>1)</sup>\n<b>I alt</b>\t<b>1.554</b>\n\nAnm. 1) Korrigeret budget.\n\nSlut.";
    expect(readBlocks(text, [table])).toEqual([
      { kind: "paragraph", lines: ["Tabellen viser."] },
      { kind: "table", table },
      { kind: "paragraph", lines: ["Slut."] },
    ]);
  });

  it("makes a table of rows of cells that nobody has read", () => {
    expect(readBlocks("a\tb\nc\td")).toEqual([
      { kind: "table", table: { rows: [["a", "b"], ["c", "d"]], headerRows: 0, notes: [] } }, // prettier-ignore
    ]);
  });

  it("takes no date for the number of a list", () => {
    expect(readBlocks("1. januar 2024 træder loven i kraft.")).toEqual([
      { kind: "paragraph", lines: ["1. januar 2024 træder loven i kraft."] },
    ]);
  });

  it("keeps the labels of a list that does not count 1, 2, 3", () => {
    const [list] = readBlocks("2. at den godkendes\n4. at den sendes videre");
    expect(list).toMatchObject({ kind: "list", ordered: false, items: [{ label: "2." }, { label: "4." }] });
  });

  it("lets an item run on over a line break", () => {
    const [list] = readBlocks("- at udvalget godkender\n  forslaget\n- at sagen lukkes");
    expect(list).toMatchObject({ items: [{ text: "at udvalget godkender forslaget" }, { text: "at sagen lukkes" }] });
  });

  it("keeps breaks that mean something", () => {
    expect(readBlocks("Fraværende: Bo Berg (A)\nGodkendt.")).toEqual([
      { kind: "paragraph", lines: ["Fraværende: Bo Berg (A)", "Godkendt."] },
    ]);
  });

  it("loses no word of any text", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "",
        "# Økonomi",
        "**Fed linje**",
        "- punkt",
        "  - under",
        "1. at",
        "a) b",
        "x\ty\tz",
        "| a | b |",
        "---",
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        expect(letters(readBlocks(text).map(words).join(""))).toBe(letters(text));
      }),
    );
  });
});

describe("marks in a line", () => {
  it("reads bold, raised and links, and leaves the rest as read", () => {
    expect(readInline("**I alt** 5 <sup>1)</sup> <script> se https://eks.dk/a.")).toEqual([
      { text: "I alt", mark: "bold" },
      { text: " 5 ", mark: null },
      { text: "1)", mark: "raised" },
      { text: " <script> se ", mark: null },
      { text: "https://eks.dk/a", mark: "link" },
      { text: ".", mark: null },
    ]);
  });
});

function words(block: Block): string {
  if (block.kind === "heading") return block.text;
  if (block.kind === "paragraph") return block.lines.join("");
  if (block.kind === "list") return block.items.map(({ label, text }) => label + text).join("");
  return block.table.rows.flat().join("") + block.table.notes.join("");
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
