import { trimBlanks } from "./markdown-inline.ts";
import { readInline } from "./markdown-read-inline.ts";
import { readTable } from "./markdown-read-table.ts";
import { BEGINS_WITH_MONTH } from "./markdown-write.ts";
import type { RichNode } from "./model.ts";

/** Lists deeper than this are read as words. */
const DEEPEST = 8;

/** Numbers for the suggested changes of one text. */
export type Numbering = { changes: number };

export function readBlocks(lines: string[]): RichNode[] {
  return read(lines, 0, { changes: 0 });
}

/** `depth` 0: the text itself; else the content of an item, which holds paragraphs and lists only. */
function read(lines: string[], depth: number, numbering: Numbering): RichNode[] {
  const blocks: RichNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as string;
    const kind = kindOf(lines, at, depth);
    if (kind === "blank") at++;
    else if (kind === "heading") {
      const [, signs = "", text = ""] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line) ?? [];
      const level = Math.min(Math.max(signs.length, 2), 4);
      blocks.push({ type: "heading", attrs: { level }, content: readInline(trimBlanks(text), numbering).flat() });
      at++;
    } else if (kind === "table") {
      const end = endOf(lines, at + 1, (next) => /^ {0,3}\|/.test(next));
      blocks.push(readTable(lines.slice(at, end), numbering));
      at = end;
    } else if (kind === "item") {
      const list = readList(lines, at, depth, numbering);
      blocks.push(list.block);
      at = list.end;
    } else {
      const start = at++;
      while (at < lines.length && kindOf(lines, at, depth) === "words") at++;
      const text = lines.slice(start, at).map(trimBlanks).join("\n");
      for (const content of readInline(text, numbering)) blocks.push({ type: "paragraph", content });
    }
  }
  return blocks;
}

function kindOf(lines: string[], at: number, depth: number): "blank" | "heading" | "table" | "item" | "words" {
  const line = lines[at] as string;
  if (/^[ \t]*$/.test(line)) return "blank";
  if (depth < DEEPEST && itemAt(line)) return "item";
  if (depth > 0) return "words";
  if (/^ {0,3}#{1,6}[ \t]+[^ \t]/.test(line)) return "heading";
  if (/^ {0,3}\|/.test(line) || (line.startsWith("Tabel: ") && /^ {0,3}\|/.test(lines[at + 1] ?? ""))) return "table";
  return "words";
}

/** `sign` tells lists beside each other apart. */
type Item = { sign: string; start: number; indent: number; text: string };

function itemAt(line: string): Item | null {
  const match = /^( {0,1})([-*+]|(\d{1,4})[.)])(?:[ \t]+(.*))?$/.exec(line);
  if (!match) return null;
  const [, before = "", label = "", number, text = ""] = match;
  if (number !== undefined && BEGINS_WITH_MONTH.test(text)) return null;
  return { sign: label.slice(-1), start: Number(number ?? 1), indent: before.length + label.length + 1, text };
}

function readList(
  lines: string[],
  from: number,
  depth: number,
  numbering: Numbering,
): { block: RichNode; end: number } {
  const first = itemAt(lines[from] as string) as Item;
  const items: RichNode[] = [];
  let at = from;
  for (;;) {
    const item = itemAt(lines[at] ?? "");
    if (!item || item.sign !== first.sign) break;
    const end = itemEnd(lines, at + 1);
    const rest = lines.slice(at + 1, end).map((line) => line.replace(new RegExp(`^ {0,${item.indent}}`), ""));
    items.push({ type: "listItem", content: itemContent(read([item.text, ...rest], depth + 1, numbering)) });
    at = end;
    // Items may have empty lines between them.
    const next = endOf(lines, at, (line) => /^[ \t]*$/.test(line));
    if (itemAt(lines[next] ?? "")?.sign === first.sign) at = next;
  }
  const isBullet = /[-*+]/.test(first.sign);
  const block: RichNode = isBullet
    ? { type: "bulletList", content: items }
    : { type: "orderedList", attrs: { start: first.start }, content: items };
  return { block, end: at };
}

/** Where the lines end that are indented below an item, empty ones between them included. */
function itemEnd(lines: string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as string;
    if (/^[ \t]*$/.test(line)) continue;
    if (!/^(?: {2}|\t)/.test(line)) break;
    end = at + 1;
  }
  return end;
}

function itemContent(blocks: RichNode[]): RichNode[] {
  return blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks];
}

function endOf(lines: string[], from: number, is: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && is(lines[end] as string)) end++;
  return end;
}
