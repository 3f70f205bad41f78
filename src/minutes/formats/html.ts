import { Parser } from "htmlparser2";
import type { ExtractedText, Unreadable } from "../model.ts";
import { raised, writeBlocks, type Block } from "./blocks.ts";
import { createFlow } from "./flow.ts";
import { isChrome, isNeverText } from "./html-chrome.ts";
import { decodeText, looksBinary } from "./text.ts";
import { unreadable } from "./unreadable.ts";

/** Real pages nest 20-60 deep. */
const MAX_DEPTH = 500;

const CHUNK = 65_536;

export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 8192),
  );
}

/** The text of a web page without scripts, menus and cookie banners. */
export function extractHtml(bytes: Uint8Array): { ok: true; extracted: ExtractedText } | Unreadable {
  const { text: html, warnings } = decodeText(bytes, declaredEncoding(bytes));
  if (looksBinary(html)) return unreadable("binary");
  let page = readPage(html, true);
  // A page built inside an element named after its cookie banner: better too much text than none.
  if (page && (page.kept === 0 || (page.skipped > 500 && page.skipped > 3 * page.kept))) page = readPage(html, false);
  if (!page) return unreadable("html-too-deep");
  const text = writeBlocks(page.blocks);
  if (text === "") return unreadable("no-text");
  return { ok: true, extracted: { format: "html", text, pages: null, warnings } };
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ??
    /<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(start)?.[1]
  );
}

const BLOCKS = new Set(
  "p div section article aside header footer main form fieldset address blockquote figure figcaption dl dt dd details summary center hr body legend".split(
    " ",
  ),
);

type Page = { blocks: Block[]; kept: number; skipped: number };
type List = { ordered: boolean; next: number; style: string };

/** Null when elements stand too deep within each other. */
function readPage(html: string, skipChrome: boolean): Page | null {
  const flow = createFlow();
  const lists: List[] = [];
  const main = { from: -1, to: -1, depth: 0 };
  let title = "";
  let depth = 0;
  let skipFrom = Infinity;
  let neverText = false;
  let boldDepth = 0;
  let raisedDepth = 0;
  let preDepth = 0;
  let inTitle = false;
  let kept = 0;
  let skipped = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (name === "title") inTitle = true;
      if (depth > skipFrom) return;
      if (isNeverText(name, attributes) || (skipChrome && isChrome(name, attributes, main.depth > 0))) {
        skipFrom = depth;
        neverText = isNeverText(name, attributes);
        return;
      }
      open(name, attributes);
    },
    onclosetag(name) {
      depth--;
      if (name === "title") inTitle = false;
      if (depth >= skipFrom) return;
      if (depth === skipFrom - 1) skipFrom = Infinity;
      else close(name);
    },
    ontext(data) {
      if (inTitle && title.length < 500) title += data;
      if (depth >= skipFrom) {
        if (!neverText) skipped += data.trim().length;
        return;
      }
      kept += data.trim().length;
      const text =
        preDepth > 0
          ? data.replace(/\r\n?/g, "\n")
          : data.replace(/[\s\u00ad]+/g, (space) => (space === "\u00ad" ? "" : " "));
      flow.text(raisedDepth > 0 ? raised(text) : text, boldDepth > 0);
    },
  });

  function open(name: string, attributes: Record<string, string>): void {
    if (name === "br") flow.text("\n", boldDepth > 0);
    else if (name === "b" || name === "strong") boldDepth++;
    else if (name === "sup") raisedDepth++;
    else if (/^h[1-6]$/.test(name)) flow.begin({ kind: "heading", level: Number(name[1]) });
    else if (name === "ul" || name === "ol" || name === "menu") openList(name, attributes);
    else if (name === "li") openItem(attributes);
    else if (name === "table") flow.openTable();
    else if (name === "tr") flow.openRow();
    else if (name === "td" || name === "th") flow.openCell(span(attributes["colspan"]), span(attributes["rowspan"]));
    else if (name === "pre") {
      flow.end();
      preDepth++;
    } else if (BLOCKS.has(name)) openBlock(name, attributes);
  }

  function openBlock(name: string, attributes: Record<string, string>): void {
    // <li><p>...</p></li>: the paragraph is the item.
    if (!flow.isEmpty()) flow.end();
    if (name !== "main" && attributes["role"] !== "main") return;
    main.depth = depth;
    if (main.from < 0) main.from = flow.count();
  }

  function close(name: string): void {
    if (name === "b" || name === "strong") boldDepth = Math.max(0, boldDepth - 1);
    else if (name === "sup") raisedDepth = Math.max(0, raisedDepth - 1);
    else if (name === "td" || name === "th") flow.closeCell();
    else if (name === "table") flow.closeTable();
    else if (name === "pre") {
      flow.end();
      preDepth = Math.max(0, preDepth - 1);
    } else if (name === "ul" || name === "ol" || name === "menu") {
      flow.end();
      lists.pop();
    } else if (name === "li" || /^h[1-6]$/.test(name)) flow.end();
    else if (BLOCKS.has(name) && !flow.isEmpty()) flow.end();
    if (main.depth > 0 && depth === main.depth - 1) {
      main.depth = 0;
      main.to = flow.count();
    }
  }

  function openList(name: string, attributes: Record<string, string>): void {
    flow.end();
    lists.push({
      ordered: name === "ol",
      next: Number.parseInt(attributes["start"] ?? "1", 10) || 1,
      style: attributes["type"] ?? "1",
    });
  }

  function openItem(attributes: Record<string, string>): void {
    const list = lists.at(-1) ?? { ordered: false, next: 1, style: "1" };
    const number = Number.parseInt(attributes["value"] ?? "", 10) || list.next;
    list.next = number + 1;
    flow.begin({
      kind: "item",
      depth: Math.max(0, lists.length - 1),
      label: list.ordered ? orderedLabel(number, list.style) : "-",
    });
  }

  for (let at = 0; at < html.length; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
    if (depth > MAX_DEPTH) return null;
  }
  parser.end();
  const blocks = titled(mainPart(flow.finish(), main), title);
  return { blocks, kept, skipped };
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  return number > 0 ? Math.min(number, 1000) : 1;
}

function orderedLabel(number: number, style: string): string {
  if (style === "a" || style === "A") {
    const letter = String.fromCharCode(97 + ((number - 1) % 26));
    return `${style === "A" ? letter.toUpperCase() : letter})`;
  }
  return `${number}.`;
}

/** Only what `<main>` holds, where that is most of the page: the rest is the site around it. */
function mainPart(blocks: Block[], main: { from: number; to: number }): Block[] {
  if (main.from < 0 || main.to <= main.from) return blocks;
  const inside = blocks.slice(main.from, main.to);
  return textLength(inside) * 2 >= textLength(blocks) ? inside : blocks;
}

function textLength(blocks: Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.rows.flat().join(" ") : block.text).length,
    0,
  );
}

/** The site says whose it is in its title and around the minutes, often not in them. */
const OF_MUNICIPALITY = /\p{L} (?:Kommune|Regionskommune)\b/u;

/** A page without headings often names the meeting in its title only. */
function titled(blocks: Block[], title: string): Block[] {
  const text = title.replace(/\s+/g, " ").trim();
  if (text === "" || blocks.length === 0) return blocks;
  const words = (block: Block): string => (block.kind === "table" ? block.rows.flat().join(" ") : block.text);
  if (OF_MUNICIPALITY.test(text) && !blocks.some((block) => words(block).includes("ommune")))
    return [{ kind: "paragraph", text }, ...blocks];
  if (blocks.some((block) => block.kind === "heading")) return blocks;
  if (blocks.some((block) => block.kind !== "table" && block.text.includes(text))) return blocks;
  return [{ kind: "heading", level: 1, text }, ...blocks];
}
