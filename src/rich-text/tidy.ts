import type { RichNode } from "./model.ts";

const INLINE = new Set(["hardBreak", "footnote"]);
const CHANGES = new Set(["insertion", "deletion", "modification"]);

/**
 * A text as it is kept: letters the database takes, one line in each piece of text, and no empty paragraphs or headings
 * between the blocks (people press Enter twice where the page has space of its own). What is no text stays as it is.
 */
export function tidy(doc: unknown): unknown {
  if (!isNode(doc) || !Array.isArray(doc.content)) return doc;
  const blocks = doc.content.map(clean);
  const kept = blocks.filter((block) => !isEmptyLine(block));
  return { ...doc, content: kept.length > 0 ? kept : [{ type: "paragraph" }] };
}

function clean(node: unknown): unknown {
  if (!isNode(node)) return node;
  if (typeof node.text === "string") return { ...node, text: oneLine(node.text) };
  const { content, attrs, ...rest } = node;
  return {
    ...rest,
    // A line break or a note is not bold, nor does it lead anywhere.
    ...(INLINE.has(node.type) && node.marks && { marks: node.marks.filter((mark) => CHANGES.has(mark?.type)) }),
    ...(attrs && typeof attrs === "object" && { attrs: cleanAttributes(attrs) }),
    ...(Array.isArray(content) && { content: cleanContent(node.type, content) }),
  };
}

function cleanContent(type: string, content: unknown[]): unknown[] {
  const parts = content.map(clean).filter((part) => !isEmptyText(part));
  if (type !== "listItem") return parts;
  const lines = parts.filter((part, index) => index === 0 || !isEmptyLine(part));
  return isEmptyLine(lines[0]) && (lines[1] as RichNode | undefined)?.type === "paragraph" ? lines.slice(1) : lines;
}

function cleanAttributes(attrs: Record<string, unknown>): Record<string, unknown> {
  const cleaned = Object.entries(attrs).map(([name, value]) => [
    name,
    typeof value === "string" ? oneLine(value).trim() : name === "colwidth" ? null : value,
  ]);
  const { caption, ...others } = Object.fromEntries(cleaned);
  return "caption" in attrs ? { ...others, caption: caption || null } : others;
}

/** Control characters become blanks. PostgreSQL takes neither NUL nor half a character. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", "")
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ");
}

const isNode = (value: unknown): value is RichNode =>
  typeof value === "object" && value !== null && typeof (value as RichNode).type === "string";

const isEmptyText = (part: unknown): boolean => isNode(part) && part.type === "text" && part.text === "";

function isEmptyLine(block: unknown): boolean {
  if (!isNode(block) || (block.type !== "paragraph" && block.type !== "heading") || block.marks?.length) return false;
  return (block.content ?? []).every(
    (part) =>
      isNode(part) &&
      !part.marks?.some((mark) => CHANGES.has(mark?.type)) &&
      (part.text?.trim() === "" || part.type === "hardBreak"),
  );
}
