/** A table as the reader took it out of the text; it also stands there, row by row. */
export type TextTable = { rows: string[][]; headerRows: number; notes: string[] };

export type ListItem = {
  /** As printed before the words: "1.", "a)"; empty for a bullet. */
  label: string;
  /** 0 for the outermost list. */
  depth: number;
  text: string;
};

export type Block =
  | { kind: "heading"; text: string }
  /** `lines`: a paragraph whose lines the document itself breaks. */
  | { kind: "paragraph"; lines: string[] }
  | { kind: "list"; ordered: boolean; items: ListItem[] }
  | { kind: "table"; table: TextTable };

const BULLET = /^(\s*)(?:[-*+•·–▪●◦‣\uf0b7]|\u0335)\s+(?=\S)/;
const NUMBER = /^(\s*)((?:\d{1,2}|[a-z])[.)])\s+(?=\S)/;
const MONTH = /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/i;
const RULE = /^\s*(?:[-*_=:|]\s*){3,}$/;

/**
 * Takes a section's text (Markdown-like, as read) apart for showing. Tables stand in their place. Nothing is left out
 * but marks, rules and white space.
 */
export function readBlocks(text: string, tables: TextTable[] = []): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  const waiting = [...tables];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", lines: joinWrapped(paragraph) });
    paragraph = [];
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.trim() === "" || RULE.test(line)) {
      endParagraph();
      continue;
    }
    const found = tableAt(lines, at, waiting);
    if (found) {
      endParagraph();
      blocks.push({ kind: "table", table: found.table });
      at = found.end - 1;
      continue;
    }
    const heading = /^\s*#{1,6}\s+(.+?)\s*#*$/.exec(line) ?? /^\s*(\*\*[^*]+\*\*)\s*$/.exec(line);
    if (heading?.[1] && (line.trim().startsWith("#") || paragraph.length === 0)) {
      endParagraph();
      blocks.push({ kind: "heading", text: heading[1].replaceAll("**", "") });
      continue;
    }
    const item = readItem(line);
    if (item) {
      endParagraph();
      const end = listEnd(lines, at, item.label !== "");
      blocks.push(readList(lines.slice(at, end)));
      at = end - 1;
      continue;
    }
    paragraph.push(line.trim());
  }
  endParagraph();
  return blocks;
}

function readItem(line: string): ListItem | null {
  const bullet = BULLET.exec(line);
  if (bullet) {
    const text = line.slice(bullet[0].length).trim();
    // An extraction that writes "- 1. at ..." means the number.
    const number = NUMBER.exec(text);
    if (number?.[2]) return { label: number[2], depth: depthOf(bullet[1]), text: text.slice(number[0].length) };
    return { label: "", depth: depthOf(bullet[1]), text };
  }
  const number = NUMBER.exec(line);
  const text = number && line.slice(number[0].length).trim();
  if (!number?.[2] || !text || MONTH.test(text)) return null;
  return { label: number[2], depth: depthOf(number[1]), text };
}

function depthOf(indent = ""): number {
  return Math.min(Math.floor(indent.replaceAll("\t", "    ").length / 2), 4);
}

/** Where the list that begins at `from` ends: blank lines may stand between its items, and items may run on. */
function listEnd(lines: string[], from: number, labelled: boolean): number {
  let end = from + 1;
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.trim() === "") continue;
    const item = readItem(line);
    const runsOn = at === end && (/^\s{2,}\S/.test(line) || /^\p{Ll}/u.test(line)) && !line.includes("\t");
    if (item ? item.depth === 0 && (item.label !== "") !== labelled : !runsOn) break;
    end = at + 1;
  }
  return end;
}

function readList(lines: string[]): Block {
  const items: ListItem[] = [];
  for (const line of lines) {
    const item = readItem(line);
    const last = items.at(-1);
    if (item) items.push(item);
    else if (last && line.trim() !== "") last.text += ` ${line.trim()}`;
  }
  const ordered = items.every(({ label, depth }, index) => depth === 0 && label === `${index + 1}.`);
  return { kind: "list", ordered, items };
}

/** The table whose first row stands at `from`, and the line after its last. Unread rows of cells make one too. */
function tableAt(lines: string[], from: number, waiting: TextTable[]): { table: TextTable; end: number } | null {
  const line = lines[from] as string;
  if (!line.includes("\t") && !line.includes("|")) return null;
  const place = waiting.findIndex((table) => bare(table.rows[0]?.join("")) === bare(line));
  const known = waiting[place];
  if (known) {
    waiting.splice(place, 1);
    const rows = takeAll(
      lines,
      from,
      known.rows.map((row) => row.join("")),
    );
    return { table: known, end: takeAll(lines, rows, known.notes) };
  }
  let end = from;
  while ((lines[end] ?? "").includes("\t")) end++;
  if (end - from < 2) return null;
  const rows = lines.slice(from, end).map((row) => row.split("\t").map((cell) => cell.trim()));
  return { table: { rows, headerRows: 0, notes: [] }, end };
}

/** The line after those that say `wanted` one after the other, with blank lines and rules between them. */
function takeAll(lines: string[], from: number, wanted: string[]): number {
  let end = from;
  let next = 0;
  for (let at = from; at < lines.length && next < wanted.length; at++) {
    const line = lines[at] as string;
    if (line.trim() === "" || RULE.test(line)) continue;
    if (bare(line) !== bare(wanted[next])) break;
    next++;
    end = at + 1;
  }
  return end;
}

/** The letters, figures and signs of a line without what marks them up. */
function bare(text = ""): string {
  return text.replace(/<\/?[a-z]+\s*\/?>|[\s|]|\*\*/g, "");
}

/** Puts lines together that an extraction broke at the edge of the page; breaks that mean something stay. */
function joinWrapped(lines: string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && (/^[\p{Ll}(]/u.test(line) || (before.length > 70 && !/[.:;?!)]$/.test(before)))) {
      joined[joined.length - 1] = `${before} ${line}`;
    } else joined.push(line);
  }
  return joined;
}

export type Inline = { text: string; mark: "bold" | "italic" | "raised" | "lowered" | "break" | "link" | null };

const INLINE =
  /\*\*([^*]+)\*\*|<(?:b|strong)>(.*?)<\/(?:b|strong)>|<(?:i|em)>(.*?)<\/(?:i|em)>|<sup>(.*?)<\/sup>|<sub>(.*?)<\/sub>|(<br\s*\/?>)|(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/g;

const MARKS = ["bold", "bold", "italic", "raised", "lowered", "break", "link"] as const;

/** The pieces of a line that are marked up. What is not understood stands as read. */
export function readInline(text: string): Inline[] {
  if (!/\*\*|<|https?:/.test(text)) return [{ text, mark: null }];
  const pieces: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), mark: null });
    const group = match.slice(1).findIndex((part) => part !== undefined);
    const mark = MARKS[group] ?? null;
    pieces.push({ text: mark === "break" ? "" : (match[group + 1] ?? ""), mark });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), mark: null });
  return pieces;
}
