import { describe, expect, test } from "vitest";
import { emptyText } from "./model.ts";
import { parseRichText } from "./schema.ts";
import { bullets, heading, linkTo, note, paragraph, richText, tableOf, words } from "./testing.ts";

const parsed = (...content: unknown[]) => parseRichText({ type: "doc", content });

describe("what an editor sends", () => {
  test("comes back with what the schema knows and nothing else", () => {
    const table = tableOf(["År", "Klager"], ["2024", "12"]);
    const text = richText(heading(2, "Klager"), table, bullets("a", "b"), paragraph("Se ", note("Kilde: registret")));
    expect(parseRichText(JSON.parse(JSON.stringify(text)))).toEqual(text);
    expect(parsed({ type: "paragraph", attrs: { style: "x" }, content: [words("hej")], onclick: "x" })).toEqual(
      richText("hej"),
    );
  });

  test("loses empty lines between blocks, and is one empty paragraph when nothing is left", () => {
    expect(parsed(paragraph("a"), paragraph(), paragraph("  "), heading(3), paragraph("b"))).toEqual(
      richText("a", "b"),
    );
    expect(parsed()).toEqual(emptyText);
    expect(parsed(paragraph(), paragraph())).toEqual(emptyText);
  });

  test("keeps no character the database cannot", () => {
    expect(parsed(paragraph("a\u0000b\nc\tdx\ud800y"))).toEqual(richText("ab c dx\ufffdy"));
  });
});

describe("what is no text of ours", () => {
  test.each([
    ["nothing", null],
    ["a paragraph alone", paragraph("a")],
    ["words without a block", { type: "doc", content: [words("a")] }],
    ["an unknown node", { type: "doc", content: [{ type: "iframe" }] }],
    ["a heading of the page's own level", { type: "doc", content: [{ ...heading(2, "a"), attrs: { level: 1 } }] }],
    ["a cell as wide as a house", { type: "doc", content: [wide(1_000_000)] }],
    ["an attribute of another kind", { type: "doc", content: [wide("2")] }],
    ["a change without a number", { type: "doc", content: [paragraph(words("a", "insertion"))] }],
    ["content that is no list", { type: "doc", content: "hej" }],
    ["a mark that is none", { type: "doc", content: [paragraph({ type: "text", text: "a", marks: [null] as never })] }],
  ])("%s", (_, value) => expect(parseRichText(value)).toBeNull());

  test.each(["javascript:alert(1)", "data:text/html,x", "//eksempel.dk", "https://", 'https://a.dk/"x', "mailto:x"])(
    "a link to %s",
    (href) => expect(parsed(paragraph(words("a", linkTo(href))))).toBeNull(),
  );

  test.each(["https://eksempel.dk/a?b=c#d", "http://eksempel.dk", "mailto:post@eksempel.dk"])("but not %s", (href) =>
    expect(parsed(paragraph(words("a", linkTo(href))))).not.toBeNull(),
  );

  test("nests without end, or is too long", () => {
    let deep: unknown = paragraph("a");
    for (let level = 0; level < 20_000; level++)
      deep = { type: "bulletList", content: [{ type: "listItem", content: [deep] }] };
    expect(parsed(deep)).toBeNull();
    expect(parsed(paragraph("a".repeat(600_000)))).toBeNull();
    expect(parsed(...Array.from({ length: 50_000 }, () => paragraph("a")))).toBeNull();
  });
});

function wide(colspan: unknown) {
  return {
    type: "table",
    content: [{ type: "tableRow", content: [{ type: "tableCell", attrs: { colspan }, content: [paragraph("a")] }] }],
  };
}
