import fc from "fast-check";
import { expect, test } from "vitest";
import { applyMarkdown, fromMarkdown, toMarkdown } from "./markdown.ts";
import type { RichMark, RichNode, RichText } from "./model.ts";
import { parseRichText } from "./schema.ts";
import { bullets, deleted, heading, inserted, linkTo, note, numbered, paragraph, words } from "./testing.ts";

const awkward = [
  "*",
  "**",
  "^",
  "~",
  "[",
  "]",
  "(",
  ")",
  "{++",
  "--}",
  "\\",
  "|",
  "<br>",
  "<p>",
  "<",
  "!",
  "#",
  "-",
  "+",
  "1.",
  "2)",
  "maj",
  " ",
  "  ",
  "Tabel: x",
  "[^a]",
  "æ",
  "\u00a0",
  "𝔘",
];
const string = fc.oneof(
  fc
    .array(fc.constantFrom("vej", "12", "og", " ", ...awkward), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join("")),
  fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
);
const marks = fc
  .subarray<RichMark>([{ type: "bold" }, { type: "italic" }])
  .chain((simple) =>
    fc
      .tuple(
        fc.constantFrom<RichMark[]>([], [linkTo("https://eksempel.dk/a?b=(c)|d")], [linkTo("mailto:a@b.dk")]),
        fc.constantFrom<RichMark[]>([], [], [{ type: "superscript" }], [{ type: "subscript" }]),
        fc.constantFrom<RichMark[]>([], [], [inserted(0)], [deleted(0)]),
      )
      .map(([link, raised, change]) => [...link, ...simple, ...raised, ...change]),
  );
const inline: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(string, marks).map(([text, marks]) => words(text, ...marks)) },
  { weight: 1, arbitrary: fc.constant<RichNode>({ type: "hardBreak" }) },
  { weight: 1, arbitrary: string.map((text) => note(text)) },
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 5 });
const plain = inlines.map((parts) => paragraph(...parts));
const list = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.oneof(
        plain.map((part) => [part]),
        fc.tuple(plain, plain),
        fc.tuple(
          plain,
          plain.map((part) => bullets(part)),
        ),
        fc.tuple(
          plain,
          plain.map((part) => numbered(part)),
        ),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([ordered, items]) => (ordered ? numbered(...items) : bullets(...items)));
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.option(string))
  .chain(([rows, columns, caption]) =>
    fc
      .array(
        fc.array(fc.tuple(fc.boolean(), fc.oneof(plain, fc.constant(paragraph())), fc.boolean(), plain), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      )
      .map((grid): RichNode => ({
        type: "table",
        attrs: { caption },
        content: grid.map((row) => ({
          type: "tableRow",
          content: row.map(([head, first, two, second]) => ({
            type: head ? "tableHeader" : "tableCell",
            attrs: { colspan: 1, rowspan: 1, colwidth: null },
            content: two ? [first, second] : [first],
          })),
        })),
      })),
  );
const block = fc.oneof(
  plain,
  inlines.map((parts) => heading(3, ...parts)),
  list,
  table,
);

/** A text as it is kept: through the schema, neighbours that look alike joined, changes numbered as they come. */
const text: fc.Arbitrary<RichText> = fc.array(block, { minLength: 1, maxLength: 4 }).map((content) => {
  const kept = parseRichText({ type: "doc", content });
  if (!kept) throw new Error(`no text: ${JSON.stringify(content)}`);
  return normal(kept);
});

test("what is written as Markdown is read as the same text", () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(fromMarkdown(toMarkdown(text))).toEqual(text);
      expect(applyMarkdown(text, toMarkdown(text))).toEqual(text);
    }),
    { numRuns: 500 },
  );
});

test("whatever is written is a text, and settles at the first reading", () => {
  fc.assert(
    fc.property(
      fc.array(string, { maxLength: 12 }).map((lines) => lines.join("\n")),
      (written) => {
        const read = fromMarkdown(written);
        expect(read).not.toBeNull();
        if (read) expect(fromMarkdown(toMarkdown(read))).toEqual(read);
      },
    ),
    { numRuns: 500 },
  );
});

function normal(text: RichText): RichText {
  let id = 0;
  const visit = (node: RichNode): RichNode => {
    if (!node.content) return node;
    const content: RichNode[] = [];
    let last: { from: string; mark: RichMark } | null = null;
    for (const child of node.content) {
      const marks = child.marks?.map((mark) => {
        if (mark.type !== "insertion" && mark.type !== "deletion") return mark;
        if (last?.from !== mark.type) last = { from: mark.type, mark: { type: mark.type, attrs: { id: ++id } } };
        return last.mark;
      });
      if (!marks?.some(({ type }) => type === "insertion" || type === "deletion")) last = null;
      const next = visit(marks ? { ...child, marks } : child);
      const previous = content.at(-1);
      const isJoined =
        previous?.type === "text" &&
        next.type === "text" &&
        JSON.stringify(previous.marks ?? []) === JSON.stringify(next.marks ?? []);
      if (isJoined) content[content.length - 1] = { ...previous, text: `${previous.text}${next.text}` };
      else content.push(next);
    }
    return { ...node, content };
  };
  return visit(text) as RichText;
}
