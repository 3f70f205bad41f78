import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineKey, markSection } from "./place-marks.ts";

const DOCUMENT = `# Punkt 4: Regnskab

## Økonomi

Udgiften steg **12 procent**, fra 100
til 118 kr.

- drift 40
- anlæg 60

\tBudget <sup>1)</sup>\tForbrug
Drift\t1.554\t-1.600
<b>I alt</b>\t1.554\t1.600
Anm. 1) Korrigeret.

Slut 5 % her.
`;
const section = {
  text: DOCUMENT.slice(DOCUMENT.indexOf("Udgiften"), -1),
  span: { start: DOCUMENT.indexOf("## Økonomi"), end: DOCUMENT.length },
  tables: [
    {
      rows: [
        ["", "Budget 1)", "Forbrug"],
        ["Drift", "1.554", "-1.600"],
        ["I alt", "1.554", "1.600"],
      ],
      headerRows: 1,
      notes: ["Anm. 1) Korrigeret."],
    },
  ],
};

function marked(words: string, occurrence = 0) {
  let start = -1;
  for (let count = 0; count <= occurrence; count++) start = DOCUMENT.indexOf(words, start + 1);
  const blocks = markSection(DOCUMENT, section, [{ key: "1", start, end: start + words.length }]);
  return blocks.flatMap(({ block, lines }) =>
    [...lines].flatMap(([key, marks]) => marks.map((mark) => ({ kind: block.kind, line: key, ...mark }))),
  );
}

describe("a mark", () => {
  test("stands on the words it was made from, through marks of layout", () => {
    expect(marked("12 procent")).toEqual([{ kind: "paragraph", line: lineKey.line(0), key: "1", start: 16, end: 26 }]);
  });

  test("runs over a break that the shown text does not have", () => {
    expect(marked("100\ntil 118 kr")).toMatchObject([{ kind: "paragraph", line: lineKey.line(0), start: 34 }]);
  });

  test("stands in a list's point and in one cell of a table, with its sign", () => {
    expect(marked("60")).toEqual([{ kind: "list", line: lineKey.line(1), key: "1", start: 6, end: 8 }]);
    expect(marked("1.554", 1)).toEqual([{ kind: "table", line: lineKey.cell(2, 1), key: "1", start: 0, end: 5 }]);
    expect(marked("1.600")).toEqual([{ kind: "table", line: lineKey.cell(1, 2), key: "1", start: 0, end: 6 }]);
  });

  test("of a whole row stands in each of its cells", () => {
    expect(marked("I alt</b>\t1.554\t1.600").map(({ line }) => line)).toEqual([
      lineKey.cell(2, 0),
      lineKey.cell(2, 1),
      lineKey.cell(2, 2),
    ]);
  });

  test("takes the percent sign along, and finds what stands after a table", () => {
    expect(marked("5 %")).toEqual([{ kind: "paragraph", line: lineKey.line(0), key: "1", start: 5, end: 8 }]);
  });

  test("is left out where its words are not shown", () => {
    expect(marked("Punkt 4")).toEqual([]);
    expect(marked("## Økonomi")).toEqual([]);
  });
});

test("whatever is marked, the words under the mark are those of the document", () => {
  const letters = (text: string) => text.replace(/<[^>]+>|[^\p{L}\p{N}]/gu, "");
  const from = DOCUMENT.indexOf("Udgiften");
  fc.assert(
    fc.property(fc.integer({ min: from, max: DOCUMENT.length }), fc.integer({ min: 1, max: 60 }), (start, length) => {
      // Not within a tag.
      fc.pre(!/<[^>]*$/.test(DOCUMENT.slice(0, start)) && !/<[^>]*$/.test(DOCUMENT.slice(0, start + length)));
      const blocks = markSection(DOCUMENT, section, [{ key: "1", start, end: start + length }]);
      const words = blocks.flatMap(({ block, lines }) => {
        const textOf = (key: string) => {
          if (block.kind === "heading") return block.text;
          if (block.kind === "paragraph") return block.lines[Number(key)] ?? "";
          if (block.kind === "list") return block.items[Number(key)]?.text ?? "";
          const [row, column] = key.split(".").map(Number);
          return key.startsWith("note")
            ? (block.table.notes[Number(key.slice(5))] ?? "")
            : (block.table.rows[row ?? 0]?.[column ?? 0] ?? "");
        };
        return [...lines].flatMap(([key, marks]) => marks.map((mark) => textOf(key).slice(mark.start, mark.end)));
      });
      expect(letters(words.join(""))).toBe(letters(DOCUMENT.slice(start, start + length)));
    }),
  );
});
