import { type Block, readBlocks, type TextTable } from "#meetings/section-text.ts";

/** A place in a document's text to be set off where the text is shown. */
export type Mark = { key: string; start: number; end: number };

/** A mark in one line, by the characters of the line as read. */
export type LineMark = { key: string; start: number; end: number };

/** `lines`: the marks by the line they stand in; `lineKey` says which line is which. */
export type MarkedBlock = { block: Block; lines: Map<string, LineMark[]> };

type MarkedSection = { text: string; tables: TextTable[]; span: { start: number; end: number } };

/** Names a line of a block: of a heading or paragraph or list by its number, of a table by row and column. */
export const lineKey = {
  line: (index: number) => String(index),
  cell: (row: number, column: number) => `${row}.${column}`,
  note: (index: number) => `note ${index}`,
};

/**
 * Takes a section apart as the item's page shows it, and finds the marks of the document's text in it. The text that is
 * shown has lost white space and signs of layout but no letter or figure: a mark is found by counting those. What does
 * not come out as the words it was made from is left out.
 */
export function markSection(document: string, section: MarkedSection, marks: Mark[]): MarkedBlock[] {
  const blocks = readBlocks(section.text, section.tables).map((block) => ({
    block,
    lines: new Map<string, LineMark[]>(),
  }));
  if (marks.length === 0) return blocks;
  const origin = originOf(document, section);
  const counted = countable(section.text);
  const lines = blocks.flatMap(({ block, lines }) => linesOf(block).map((line) => ({ ...line, lines })));
  const starts: number[] = [];
  let total = 0;
  const places = lines.map(({ text }) => {
    starts.push(total);
    const places = countable(text);
    total += places.length;
    return places;
  });
  if (total !== counted.length) return blocks;
  for (const mark of marks) {
    const from = firstAt(counted, (at) => (origin[at] ?? -1) >= mark.start);
    const to = firstAt(counted, (at) => (origin[at] ?? -1) >= mark.end);
    if (from >= to || (origin[counted[from] as number] ?? 0) >= mark.end) continue;
    for (const [index, { key, text, lines: found }] of lines.entries()) {
      const base = starts[index] as number;
      const own = places[index] as number[];
      if (key === null || base + own.length <= from || base >= to) continue;
      const start = own[Math.max(from - base, 0)] as number;
      const end = (own[Math.min(to - base, own.length) - 1] as number) + 1;
      found.set(key, [...(found.get(key) ?? []), { key: mark.key, ...withSigns(text, start, end) }]);
    }
  }
  return blocks;
}

/** Where each character of the section's text stands in the document; -1 for one that was put in between. */
function originOf(document: string, { text, span }: MarkedSection): number[] {
  const origin = new Array<number>(text.length).fill(-1);
  let at = 0;
  let cursor = span.start;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      const found = document.indexOf(line, cursor);
      if (found >= 0 && found + line.length <= span.end) {
        for (let index = 0; index < line.length; index++) origin[at + index] = found + index;
        cursor = found + line.length;
      }
    }
    at += line.length + 1;
  }
  return origin;
}

/** The lines of a block in the order of the text. A key of null: a part of the text that is not shown as text. */
function linesOf(block: Block): { key: string | null; text: string }[] {
  if (block.kind === "heading") return [{ key: lineKey.line(0), text: block.text }];
  if (block.kind === "paragraph") return block.lines.map((text, index) => ({ key: lineKey.line(index), text }));
  if (block.kind === "list")
    return block.items.flatMap(({ label, text }, index) => [
      { key: null, text: label },
      { key: lineKey.line(index), text },
    ]);
  return [
    ...block.table.rows.flatMap((row, number) =>
      row.map((text, column) => ({ key: lineKey.cell(number, column), text })),
    ),
    ...block.table.notes.map((text, index) => ({ key: lineKey.note(index), text })),
  ];
}

/** Where the letters and figures of a text stand, tags left out: what every form of it has in common. */
function countable(text: string): number[] {
  const places: number[] = [];
  for (const match of text.matchAll(/<\/?[a-z]+\s*\/?>|[\p{L}\p{N}]/gu))
    if (!match[0].startsWith("<")) places.push(match.index);
  return places;
}

/** A figure's sign and unit belong to it. */
function withSigns(text: string, start: number, end: number): { start: number; end: number } {
  const after = /^\s?%/.exec(text.slice(end))?.[0].length ?? 0;
  const isSigned = /(?:^|[\s(|])[-+−–]$/.test(text.slice(0, start));
  return { start: isSigned ? start - 1 : start, end: end + after };
}

/** The index of the first in ascending numbers that `is` true of. */
function firstAt(numbers: number[], is: (value: number) => boolean): number {
  const index = numbers.findIndex(is);
  return index < 0 ? numbers.length : index;
}
