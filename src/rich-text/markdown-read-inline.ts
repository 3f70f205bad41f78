import { signs } from "./markdown-inline.ts";
import type { Numbering } from "./markdown-read.ts";
import { isSafeLink } from "./marks.ts";
import type { RichMark, RichNode } from "./model.ts";

type Sign = (typeof signs)[number];
type Token =
  /** `loose`: has a blank that no backslash stands before. */
  | { kind: "text"; text: string; loose: boolean }
  | { kind: "break" }
  | { kind: "paragraph" }
  | { kind: "note"; text: string }
  | { kind: "link"; href: string | null }
  | { kind: "sign"; mark: Sign; written: string }
  | { kind: "change"; type: "insertion" | "deletion"; opens: boolean; written: string };

const TOKEN =
  /(?<escaped>\\[^\n])|(?<line>\n|<br>)|(?<paragraph><p>)|\[\^(?<note>(?:\\[^\n]|[^\\\]])*)\]|(?<link>\[(?<words>(?:\\[^\n]|[^\\[\]])*)\]\((?:<(?<bracketed>[^<>\s]*)>|(?<href>[^()<>\s]*))\))|(?<change>\{\+\+|\+\+\}|\{--|--\})|(?<sign>\*\*|[*^~])|(?<words2>[^\\\n<[{+*^~-]+)|(?<other>.)/gsu;

const MARKS: Record<string, Sign> = { "**": "bold", "*": "italic", "^": "superscript", "~": "subscript" };

/** Words with signs, as the inline nodes of one paragraph, or of several where `<p>` stands between them. */
export function readInline(markdown: string, numbering: Numbering): RichNode[][] {
  const tokens = literal(tokenize(markdown));
  const paragraphs: RichNode[][] = [[]];
  const on = new Set<Sign>();
  let href: string | null = null;
  let change: RichMark | null = null;
  const push = (node: RichNode, marks: RichMark[]) => {
    const nodes = paragraphs.at(-1) as RichNode[];
    const last = nodes.at(-1);
    if (node.type === "text" && last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      last.text += node.text ?? "";
    else nodes.push({ ...node, ...(marks.length > 0 && { marks }) });
  };
  for (const token of tokens) {
    const changes = change ? [change] : [];
    if (token.kind === "sign") {
      if (!on.delete(token.mark)) on.add(token.mark);
    } else if (token.kind === "link") href = token.href;
    else if (token.kind === "change")
      change = token.opens ? { type: token.type, attrs: { id: ++numbering.changes } } : null;
    else if (token.kind === "paragraph") paragraphs.push([]);
    else if (token.kind === "break") push({ type: "hardBreak" }, changes);
    else if (token.kind === "note") push({ type: "footnote", attrs: { text: token.text } }, changes);
    else if (token.text !== "") {
      const simple = signs.filter((sign) => on.has(sign) && !(sign === "subscript" && on.has("superscript")));
      const link = href === null ? [] : [{ type: "link", attrs: { href } }];
      push({ type: "text", text: token.text }, [...link, ...simple.map((type) => ({ type })), ...changes]);
    }
  }
  return paragraphs;
}

function tokenize(markdown: string): Token[] {
  const tokens: Token[] = [];
  let afterBlank = false;
  for (const match of markdown.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const { escaped, note, link, words = "", bracketed, href, sign, change } = groups;
    const next = markdown[match.index + match[0].length] ?? "";
    const wasAfterBlank = afterBlank;
    afterBlank = escaped === undefined && /[ \t]$/.test(match[0]);
    if (escaped !== undefined) tokens.push({ kind: "text", text: escaped.slice(1), loose: false });
    else if (groups["line"] !== undefined) tokens.push({ kind: "break" });
    else if (groups["paragraph"] !== undefined) tokens.push({ kind: "paragraph" });
    else if (note !== undefined)
      tokens.push({
        kind: "note",
        text: note
          .replace(/\\([^\n])/gu, "$1")
          .replace(/\s*\n\s*/g, " ")
          .trim(),
      });
    else if (link !== undefined) {
      const target = bracketed ?? href;
      const inner = tokenize(words);
      if (isSafeLink(target)) tokens.push({ kind: "link", href: target }, ...inner, { kind: "link", href: null });
      else tokens.push(words2("["), ...inner, words2(link.slice(words.length + 1)));
    } else if (change !== undefined)
      tokens.push({
        kind: "change",
        type: change.includes("+") ? "insertion" : "deletion",
        opens: change.startsWith("{"),
        written: change,
      });
    else if (sign !== undefined && !(wasAfterBlank && /[ \t]/.test(next)))
      tokens.push({ kind: "sign", mark: MARKS[sign] as Sign, written: sign });
    else tokens.push(words2(match[0]));
  }
  return tokens;
}

const words2 = (text: string): Token => ({ kind: "text", text, loose: /[ \t]/.test(text) });

/** Signs without a partner are only signs. */
function literal(tokens: Token[]): Token[] {
  const alone = new Set<number>();
  for (const mark of signs) {
    let opened: number | null = null;
    const isTight = mark === "superscript" || mark === "subscript";
    for (const [index, token] of tokens.entries()) {
      if (token.kind === "sign" && token.mark === mark) opened = opened === null ? index : null;
      else if (isTight && opened !== null && (token.kind === "break" || (token.kind === "text" && token.loose))) {
        alone.add(opened);
        opened = null;
      }
    }
    if (opened !== null) alone.add(opened);
  }
  let opened: { index: number; type: string } | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "change") continue;
    if (token.opens && !opened) opened = { index, type: token.type };
    else if (!token.opens && opened?.type === token.type) opened = null;
    else alone.add(index);
  }
  if (opened) alone.add(opened.index);
  return tokens.map((token, index) => (alone.has(index) && "written" in token ? words2(token.written) : token));
}
