import type { ExtractedText, Unreadable } from "../model.ts";
import { extractPlainText } from "./text.ts";

/** Two headings written with `#`, or one and a bold line: nobody writes that in plain text by accident. */
export function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} +\S/gm)?.length ?? 0;
  return headings >= 2 || (headings === 1 && /^\*\*\S.*\*\*\s*$/m.test(text));
}

/** Markdown is what the reader reads, so only tables drawn with `|` are rewritten, with tabs between the cells. */
export function extractMarkdown(bytes: Uint8Array): { ok: true; extracted: ExtractedText } | Unreadable {
  const read = extractPlainText(bytes);
  if (!read.ok) return read;
  const text = withoutEscapes(read.extracted.text);
  return {
    ok: true,
    extracted: { ...read.extracted, format: "markdown", text: text.includes("|") ? rewriteTables(text) : text },
  };
}

/** "61\\. Tilsyn \\- rapport": backslashes that a converter set before marks that would mean something else. */
function withoutEscapes(text: string): string {
  return text.includes("\\") ? text.replace(/\\([-.()[\]_#+!>~&])/g, "$1") : text;
}

const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

function rewriteTables(text: string): string {
  const lines = text.split("\n");
  const written: string[] = [];
  let inTable = false;
  for (const [index, line] of lines.entries()) {
    if (!line.includes("|")) inTable = false;
    else if (isTableRule(lines[index + 1])) inTable = true;
    if (!inTable) written.push(line);
    else if (!isTableRule(line)) written.push(cellsOf(line).join("\t"));
  }
  return written.join("\n");
}

function isTableRule(line: string | undefined): boolean {
  return line !== undefined && line.length < 2000 && line.includes("|") && TABLE_RULE.test(line);
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
