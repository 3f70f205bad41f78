import type { RichMark, RichNode, RichText } from "./model.ts";
import { parseRichText } from "./schema.ts";

/** Short hand for texts in tests. A string is a text node. */
type Part = string | RichNode;

const inline = (parts: Part[]): Pick<RichNode, "content"> => {
  const content = parts
    .map((part) => (typeof part === "string" ? words(part) : part))
    .filter(({ text }) => text !== "");
  return content.length > 0 ? { content } : {};
};

export const words = (text: string, ...marks: (string | RichMark)[]): RichNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)) }),
});
export const inserted = (id: number): RichMark => ({ type: "insertion", attrs: { id } });
export const deleted = (id: number): RichMark => ({ type: "deletion", attrs: { id } });
export const linkTo = (href: string): RichMark => ({ type: "link", attrs: { href } });
export const lineBreak: RichNode = { type: "hardBreak" };
export const note = (text: string): RichNode => ({ type: "footnote", attrs: { text } });

export const paragraph = (...parts: Part[]): RichNode => ({ type: "paragraph", ...inline(parts) });
export const heading = (level: 2 | 3 | 4, ...parts: Part[]): RichNode => ({
  type: "heading",
  attrs: { level },
  ...inline(parts),
});

const listItem = (part: Part | Part[]): RichNode => ({
  type: "listItem",
  content: (Array.isArray(part) ? part : [part]).map((part) => (typeof part === "string" ? paragraph(part) : part)),
});
export const bullets = (...items: (Part | Part[])[]): RichNode => ({
  type: "bulletList",
  content: items.map(listItem),
});
export const numbered = (...items: (Part | Part[])[]): RichNode => ({
  type: "orderedList",
  attrs: { start: 1 },
  content: items.map(listItem),
});

const cellOf = (type: string) => (part: Part) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [typeof part === "string" ? paragraph(part) : part],
});
/** A table whose first row is its head. */
export const tableOf = (head: Part[], ...rows: Part[][]): RichNode => ({
  type: "table",
  attrs: { caption: null },
  content: [
    { type: "tableRow", content: head.map(cellOf("tableHeader")) },
    ...rows.map((row) => ({ type: "tableRow", content: row.map(cellOf("tableCell")) })),
  ],
});

/** The text as it would be kept; throws when the schema would not have it. */
export function richText(...blocks: Part[]): RichText {
  const content = blocks.map((block) => (typeof block === "string" ? paragraph(block) : block));
  const parsed = parseRichText({ type: "doc", content });
  if (!parsed) throw new Error(`no text of ours: ${JSON.stringify(content)}`);
  return parsed;
}
