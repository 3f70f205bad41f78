import { describe, expect, test } from "vitest";
import { applyMarkdown, fromMarkdown, toMarkdown } from "./markdown.ts";
import type { RichNode } from "./model.ts";
import {
  bullets,
  deleted,
  heading,
  inserted,
  lineBreak,
  linkTo,
  note,
  numbered,
  paragraph,
  richText,
  tableOf,
  words,
} from "./testing.ts";

const whole = richText(
  heading(2, "Økonomi"),
  paragraph("Udgiften er ", words("250.000 kr.", "bold"), note("i 2026-priser"), lineBreak, "om året."),
  bullets("løn", ["drift", numbered("el", "vand")]),
  tableOf(["Post", "Kr."], ["El", "12"]),
  paragraph(
    words("Vi ", "italic"),
    words("afviser", deleted(1)),
    words("godkender", inserted(2)),
    " m",
    words("2", "superscript"),
  ),
  paragraph(words("planen", linkTo("https://eksempel.dk/(1)"))),
);

const markdown = `## Økonomi

Udgiften er **250.000 kr.**[^i 2026-priser]
om året.

- løn
- drift
  1. el
  2. vand

| Post | Kr. |
| --- | --- |
| El | 12 |

*Vi *{--afviser--}{++godkender++} m^2^

[planen](<https://eksempel.dk/(1)>)`;

test("a text is written and read as Markdown", () => {
  expect(toMarkdown(whole)).toBe(markdown);
  expect(fromMarkdown(markdown)).toEqual(whole);
  expect(fromMarkdown(markdown.replaceAll("\n", "\r\n"))).toEqual(whole);
  expect(toMarkdown(richText())).toBe("");
  expect(fromMarkdown("")).toEqual(richText());
});

describe("what people write", () => {
  test.each<[string, string, RichNode[]]>([
    ["a day is no item", "1. maj 2026 vedtog udvalget", [paragraph("1. maj 2026 vedtog udvalget")]],
    [
      "signs alone are signs",
      "3 * 4 = 12* og ~5 % samt {++ og [x]",
      [paragraph("3 * 4 = 12* og ~5 % samt {++ og [x]")],
    ],
    ["items with empty lines between", "- a\n\n- b", [bullets("a", "b")]],
    ["an item over several paragraphs", "1. a\n\n   b\n2. c", [numbered([paragraph("a"), paragraph("b")], "c")]],
    ["a paragraph right after a list", "- a\nb", [bullets("a"), paragraph("b")]],
    ["a heading too high or too low", "# A\n\n###### B", [heading(2, "A"), heading(4, "B")]],
    ["a link that leads nowhere good", "[her](javascript:alert(1))", [paragraph("[her](javascript:alert(1))")]],
    [
      "a link that leads nowhere good, with stars",
      "[**her**](ftp://x)",
      [paragraph("[", words("her", "bold"), "](ftp://x)")],
    ],
    ["names of files", "bilag_1_budget.xlsx", [paragraph("bilag_1_budget.xlsx")]],
    [
      "a table without a head or an end",
      "| a | b\n| c",
      [{ ...tableOf(["x"]), content: [row("a", "b"), row("c", "")] }],
    ],
  ])("%s", (_, written, blocks) => expect(fromMarkdown(written)).toEqual(richText(...blocks)));

  test("is never too deep, and only too long to be a text when it is", () => {
    expect(
      fromMarkdown(Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")),
    ).not.toBeNull();
    expect(fromMarkdown("a ".repeat(400_000))).toBeNull();
  });
});

test("merged cells, heads of rows and a caption", () => {
  const text = fromMarkdown(
    "Tabel: Klager\n| År | 2025 | < |\n| --- | --- | --- |\n| ! I alt | 4 | 5 |\n| ^ | 6 | 7 |",
  );
  expect(text?.content).toMatchObject([
    {
      attrs: { caption: "Klager" },
      content: [
        { content: [{ type: "tableHeader" }, { type: "tableHeader", attrs: { colspan: 2 } }] },
        { content: [{ type: "tableHeader", attrs: { rowspan: 2 } }, { type: "tableCell" }, {}] },
        { content: [{}, {}] },
      ],
    },
  ]);
});

test("blocks whose words were left alone keep what Markdown cannot say", () => {
  const form = {
    type: "modification",
    attrs: { id: 3, type: "mark", attrName: null, previousValue: null, newValue: null },
  };
  const text = richText("A", paragraph(words("B", form)), "C");
  expect(applyMarkdown(text, "A rettet\n\nB\n\nNyt\n\nC")).toEqual(
    richText("A rettet", paragraph(words("B", form)), "Nyt", "C"),
  );
  expect(applyMarkdown(text, toMarkdown(text))).toEqual(text);
});

function row(...texts: string[]): RichNode {
  const content = texts.map((text) => ({ type: "tableCell", content: [paragraph(text)] }));
  return { type: "tableRow", content };
}
