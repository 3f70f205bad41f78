import type { RichMark, RichNode, RichText } from "#rich-text/model.ts";

/** Where a piece of text stands in the text as it is read: characters `from` and on. */
type Leaf = { node: RichNode; from: number };

const isDeleted = ({ marks }: RichNode): boolean => marks?.some(({ type }) => type === "deletion") ?? false;

/** A block of running words: what stands directly around text. */
const isTextBlock = ({ content }: RichNode): boolean =>
  content?.some(({ type }) => type === "text" || type === "hardBreak" || type === "footnote") ?? false;

/** The words alone, a line for each paragraph, heading, list item and cell: what is quoted, compared and counted in. */
export function flatText(body: RichText): string {
  return flatten(body).text;
}

function flatten(body: RichText): { text: string; leaves: Leaf[] } {
  const leaves: Leaf[] = [];
  let text = "";
  const walk = (node: RichNode) => {
    if (isDeleted(node)) return;
    if (node.type === "text") {
      leaves.push({ node, from: text.length });
      text += node.text ?? "";
    } else if (node.type === "hardBreak") text += " ";
    if (isTextBlock(node) && text !== "") text += "\n";
    for (const child of node.content ?? []) walk(child);
  };
  walk(body as RichNode);
  return { text, leaves };
}

/** Characters `from` up to `to` of the flat text. */
export type MarkedRange = { from: number; to: number; mark: RichMark };

/** The same text with marks over ranges of it; pieces of text are split where a range begins or ends. */
export function withMarks(body: RichText, ranges: readonly MarkedRange[]): RichText {
  if (ranges.length === 0) return body;
  const starts = new Map(flatten(body).leaves.map(({ node, from }) => [node, from]));
  const mark = (node: RichNode): RichNode[] => {
    const from = starts.get(node);
    if (from !== undefined) return split(node, from, ranges);
    return [node.content ? { ...node, content: node.content.flatMap(mark) } : node];
  };
  return { ...body, content: (body.content ?? []).flatMap(mark) };
}

function split(node: RichNode, from: number, ranges: readonly MarkedRange[]): RichNode[] {
  const text = node.text ?? "";
  const to = from + text.length;
  const touching = ranges.filter((range) => range.from < to && range.to > from);
  const cuts = [...new Set([from, to, ...touching.flatMap((range) => [range.from, range.to])])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] as number;
    const added = touching.filter((range) => range.from <= start && range.to >= end).map(({ mark }) => mark);
    const marks = [...(node.marks ?? []), ...added];
    return { ...node, text: text.slice(start - from, end - from), ...(marks.length > 0 && { marks }) };
  });
}

/** Words without structure as a text with a paragraph for each line. */
export function fromLines(text: string): RichText {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return {
    type: "doc",
    content: lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
  };
}
