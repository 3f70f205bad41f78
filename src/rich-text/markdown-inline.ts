import type { RichMark, RichNode } from "./model.ts";

const SIGNS = { bold: "**", italic: "*", superscript: "^", subscript: "~" } as const;
const CHANGES = { insertion: ["{++", "++}"], deletion: ["{--", "--}"] } as const;

type Sign = keyof typeof SIGNS;
export const signs = Object.keys(SIGNS) as Sign[];
const signOf = (mark: Sign): string => SIGNS[mark];

type Open = { signs: Set<Sign>; href: string | null; change: { type: "insertion" | "deletion"; id: unknown } | null };

/**
 * Inline nodes as Markdown. A sign turns its mark on or off from where it stands, so marks may cross each other. `lineBreak`
 * is what a hard break is written as.
 */
export function writeInline(nodes: RichNode[], lineBreak: "\n" | "<br>"): string {
  let out = "";
  let open: Open = { signs: new Set(), href: null, change: null };

  let nextText = "";
  const turn = (mark: Sign) => {
    // A sign between two blanks is only a sign.
    if (nextText.startsWith(" ")) out = guardEnd(out);
    out += signOf(mark);
  };
  const become = (next: Open) => {
    for (const mark of signs) if (open.signs.has(mark) && !next.signs.has(mark)) turn(mark);
    const sameChange = open.change?.type === next.change?.type && open.change?.id === next.change?.id;
    if (open.href !== null && (open.href !== next.href || !sameChange)) out += `](${hrefOf(open.href)})`;
    if (open.change && !sameChange) out += CHANGES[open.change.type][1];
    if (next.change && !sameChange) out += CHANGES[next.change.type][0];
    for (const mark of signs) if (!open.signs.has(mark) && next.signs.has(mark)) turn(mark);
    if (next.href !== null && (open.href !== next.href || !sameChange)) out += "[";
    open = next;
  };

  for (const node of nodes) {
    nextText = node.text ?? "";
    become(openOf(node.marks ?? []));
    if (node.type === "hardBreak") out += lineBreak;
    else if (node.type === "footnote") out += `[^${escapeNote(String(node.attrs?.["text"] ?? ""))}]`;
    else {
      const text = escapeText(node.text ?? "");
      out += open.signs.has("superscript") || open.signs.has("subscript") ? text.replaceAll(" ", "\\ ") : text;
    }
  }
  nextText = "";
  become({ signs: new Set(), href: null, change: null });
  return out
    .split(/(\n|<br>)/)
    .map((line) => guardEnd(line.replace(/^(\*?) /, "$1\\ ")))
    .join("");
}

/** A blank at the end of a line is kept by a backslash, unless one stands there. */
const guardEnd = (line: string): string =>
  line.replace(/(\\*) $/, (end, before: string) => (before.length % 2 === 0 ? `${before}\\ ` : end));

/** Takes the blanks at the ends of a line away that no backslash keeps. */
export const trimBlanks = (line: string): string =>
  line
    .replace(/^[ \t]+/, "")
    .replace(/(\\*)[ \t]+$/, (_, before: string) => (before.length % 2 === 0 ? before : `${before} `));

function openOf(marks: RichMark[]): Open {
  const change = marks.find(({ type }) => type === "insertion" || type === "deletion");
  const href = marks.find(({ type }) => type === "link")?.attrs?.["href"];
  return {
    signs: new Set(signs.filter((sign) => marks.some(({ type }) => type === sign))),
    href: typeof href === "string" ? href : null,
    change: change ? { type: change.type as "insertion" | "deletion", id: change.attrs?.["id"] } : null,
  };
}

const hrefOf = (href: string): string => (/[()]/.test(href) ? `<${href}>` : href);

const escapeText = (text: string): string => text.replace(/[\\*^~[\]{}]|<(?=[bp]|$)/g, "\\$&");

const escapeNote = (text: string): string => text.replace(/[\\[\]]/g, "\\$&");
