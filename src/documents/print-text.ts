import type { RichNode, RichText } from "#rich-text/model.ts";
import type { PrintBlock, PrintInline } from "./print-model.ts";
import { printable } from "./printable.ts";
import { printTable } from "./print-table.ts";

/** Letters without a place to break after which a line may break all the same. */
const LONGEST = { line: 60, cell: 25 };
const LONG = /(\p{L}{14,})/u;
type Width = keyof typeof LONGEST;

/** A section's text as blocks. Its headings begin at `level`; suggested insertions stand, suggested deletions do not. */
export function printText({ content = [] }: RichText, level: number): PrintBlock[] {
  let before = level - 1;
  const wanted = content.flatMap(({ type, attrs }) => (type === "heading" ? Number(attrs?.["level"]) || 2 : []));
  const highest = Math.min(...wanted);
  return content.flatMap((block) => {
    if (block.type !== "heading") return printBlock(block);
    const c = printInline(block, "line");
    if (c.length === 0) return [];
    // No level is skipped: PDF/UA-1, 7.4.2.
    before = Math.min((Number(block.attrs?.["level"]) || 2) - highest + level, before + 1);
    return [{ k: "heading", level: before, c }];
  });
}

/** Words that are no rich text, paragraph by paragraph. */
export function printWords(words: string): PrintBlock[] {
  return words
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => ({ k: "paragraph", c: printInline(lines(paragraph), "line") }));
}

const lines = (text: string): RichNode => ({
  type: "paragraph",
  content: text
    .split("\n")
    .flatMap((line, index) => [...(index > 0 ? [{ type: "hardBreak" }] : []), { type: "text", text: line }]),
});

/** One line of words. */
export const printLine = (words: string): string => breakable(printable(words).replace(/\n/g, " "), "line");

function printBlock(block: RichNode, width: Width = "line"): PrintBlock[] {
  if (isDeleted(block)) return [];
  const content = (block.content ?? []).filter((child) => !isDeleted(child));
  if (block.type === "bulletList" || block.type === "orderedList") {
    const items = content.map((item) => (item.content ?? []).flatMap((child) => printBlock(child, width)));
    if (items.length === 0) return [];
    if (block.type === "bulletList") return [{ k: "bullets", items }];
    return [{ k: "numbers", start: Number(block.attrs?.["start"] ?? 1) || 0, items }];
  }
  if (block.type === "table") {
    const caption = block.attrs?.["caption"];
    const cells = (cell: RichNode) => (cell.content ?? []).flatMap((child) => printBlock(child, "cell"));
    return content.length === 0
      ? []
      : [printTable(content, typeof caption === "string" ? printLine(caption) : null, cells)];
  }
  const c = printInline(block, width);
  return c.length === 0 ? [] : [{ k: "paragraph", c }];
}

function printInline({ content = [] }: RichNode, width: Width): PrintInline[] {
  return content.flatMap((node): PrintInline[] => {
    if (isDeleted(node)) return [];
    if (node.type === "hardBreak") return [{ k: "break" }];
    if (node.type === "footnote") return [{ k: "note", s: printLine(String(node.attrs?.["text"] ?? "")) }];
    const s = breakable(printable(node.text ?? "").replace(/\n/g, " "), width);
    const style = look(node);
    // The long words alone may be hyphenated: to look for it in every word takes Typst half of its time.
    return s
      .split(LONG)
      .flatMap((part, index) =>
        part === "" ? [] : [{ k: "text" as const, s: part, ...(index % 2 === 1 && { long: true as const }), ...style }],
      );
  });
}

function look({ marks = [] }: RichNode) {
  const has = (name: string) => marks.some(({ type }) => type === name);
  const href = marks.find(({ type }) => type === "link")?.attrs?.["href"];
  return {
    ...(has("bold") && { bold: true as const }),
    ...(has("italic") && { italic: true as const }),
    ...(has("superscript") && { raised: true as const }),
    ...(has("subscript") && { lowered: true as const }),
    ...(typeof href === "string" && /^(?:https?:|mailto:)/i.test(href) && { href }),
  };
}

const isDeleted = ({ marks }: RichNode): boolean => marks?.some(({ type }) => type === "deletion") ?? false;

/** Lets lines break within what no line can hold, at spaces of no width. */
function breakable(text: string, width: Width): string {
  const most = LONGEST[width];
  if (text.length <= most) return text;
  return text.replace(/\S+/g, (word) =>
    word.length <= most ? word : (word.match(/.{1,10}/gsu) ?? [word]).join("\u200b"),
  );
}
