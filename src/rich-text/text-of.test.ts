import { expect, test } from "vitest";
import type { RichNode } from "./model.ts";
import {
  bullets,
  deleted,
  heading,
  inserted,
  lineBreak,
  note,
  numbered,
  paragraph,
  richText,
  tableOf,
  words,
} from "./testing.ts";
import { textOf, writeText } from "./text-of.ts";

test("a text is written as the reader of minutes writes a document", () => {
  const text = richText(
    heading(2, "Økonomi"),
    paragraph("Udgiften er ", words("250.000 kr.", "bold"), lineBreak, "om året."),
    bullets("løn", ["drift", numbered("el", "vand")]),
    tableOf(["Post", "Kr."], ["El", "12"], ["Vand", "8"]),
    "Slut",
  );
  expect(textOf(text)).toBe(
    "## Økonomi\n\nUdgiften er 250.000 kr.\nom året.\n\n- løn\n- drift\n  1. el\n  2. vand\n\nPost\tKr.\nEl\t12\nVand\t8\n\nSlut\n",
  );
});

test("footnotes are raised where they are called, and told below their block", () => {
  expect(
    textOf(richText(paragraph("Budget", note("korrigeret"), " og areal 5 m", words("2", "superscript")), "Slut")),
  ).toBe("Budget¹⁾ og areal 5 m²\n\n¹⁾ korrigeret\n\nSlut\n");
});

test("suggested words count, words suggested away do not", () => {
  const gone = { ...paragraph("Hele afsnittet"), marks: [deleted(2)] };
  expect(
    textOf(richText(paragraph("Vi ", words("afviser", deleted(1)), words("godkender", inserted(1)), "."), gone)),
  ).toBe("Vi godkender.\n");
});

test("merged cells keep every value under its heading", () => {
  const cell = (text: string, attrs: object = {}) => ({
    type: "tableCell",
    attrs: { colspan: 1, rowspan: 1, colwidth: null, ...attrs },
    content: [paragraph(text)],
  });
  const rows = [
    [cell(""), cell("2024", { colspan: 2 })],
    [cell("Klager", { rowspan: 2 }), cell("4"), cell("5")],
    [cell("6"), cell("7")],
  ];
  const table = { type: "table", content: rows.map((content) => ({ type: "tableRow", content })) };
  expect(textOf(richText(table))).toBe("\t2024\t\nKlager\t4\t5\n\t6\t7\n");
});

test("an empty text is empty", () => expect(textOf(richText())).toBe(""));

test("every character of the words is found again where it stands", () => {
  const doc = richText(
    heading(2, "A"),
    paragraph("b ", words("fed\u200b c", "bold")),
    bullets("d"),
    tableOf(["e"], ["f"]),
  );
  const { text, pieces } = writeText(doc);
  for (const { start, length, path, offset } of pieces) {
    const node = path.reduce<RichNode>((node, index) => node.content?.[index] ?? node, doc);
    expect(text.slice(start, start + length)).toBe(node.text?.slice(offset, offset + length));
  }
  expect(pieces.map(({ start, length }) => text.slice(start, start + length))).toEqual([
    "A",
    "b ",
    "fed",
    " c",
    "d",
    "e",
    "f",
  ]);
});
