import { cleanLetters } from "./clean.ts";

/**
 * What HTML, DOCX and PDF are taken apart into before they are written as text. Texts are plain; a `\n` in a
 * paragraph is a line break the document itself makes.
 */
export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "paragraph"; text: string }
  /** `label` is "-" for a bullet, else the number as shown ("2.", "a)"); `depth` is 0 for the outermost list. */
  | { kind: "item"; depth: number; label: string; text: string }
  | { kind: "table"; rows: string[][] };

/**
 * Writes blocks the way the reader of minutes expects: `#` before headings, `- ` before items, one table row a
 * line with tabs between the cells, and an empty line between blocks. Items of one list stand line by line.
 */
export function writeBlocks(blocks: Iterable<Block>): string {
  const parts: string[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const text = writeBlock(block);
    if (text === "") continue;
    if (previous) parts.push(previous.kind === "item" && block.kind === "item" ? "\n" : "\n\n");
    parts.push(text);
    previous = block;
  }
  if (parts.length > 0) parts.push("\n");
  return cleanLetters(parts.join(""));
}

function writeBlock(block: Block): string {
  if (block.kind === "table") return writeTable(block.rows);
  const text = block.text.trim();
  if (text === "") return "";
  if (block.kind === "heading") return `${"#".repeat(Math.min(Math.max(block.level, 1), 6))} ${oneLine(text)}`;
  if (block.kind === "paragraph") return text;
  return `${"  ".repeat(Math.min(block.depth, 8))}${block.label} ${text.replaceAll("\n", " ")}`;
}

function writeTable(rows: string[][]): string {
  return rows
    .map((row) => row.map(oneLine).join("\t"))
    .filter((row) => row.trim() !== "")
    .join("\n");
}

/** White space of every kind, line breaks and tabs too, becomes one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A short paragraph that is bold from end to end is a heading somebody did not mark as one. */
export function boldParagraph(text: string): Block {
  const trimmed = text.trim();
  const marked = trimmed.length > 0 && trimmed.length <= 160 && !trimmed.includes("\n") && !trimmed.includes("\t");
  return { kind: "paragraph", text: marked ? `**${trimmed}**` : text };
}

const RAISED: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  ")": "⁾",
  "(": "⁽",
};

/** Writes a raised note mark or power as Unicode does ("1)" as "¹⁾"). Other raised text stays as it is. */
export function raised(text: string): string {
  return /^[\d()\s]*$/.test(text) ? text.replace(/[\d()]/g, (character) => RAISED[character] ?? character) : text;
}
