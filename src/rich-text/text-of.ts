import { raised } from "#minutes/formats/blocks.ts";
import type { RichNode, RichText } from "./model.ts";

/** Characters `start` and on of the text, `length` of them, are those from `offset` of the text node at `path`. */
export type Piece = { start: number; length: number; path: number[]; offset: number };

/** A text as plain text, with where each of its characters stands. */
export type WrittenText = { text: string; pieces: Piece[] };

/**
 * A text as the reader of minutes takes it out of a file: `##` before headings, `- ` and `1. ` before items, table rows
 * line by line with tabs between the cells, footnotes raised and below their block. What is suggested to be inserted
 * counts, what is suggested to be deleted does not.
 */
export function textOf(doc: RichText): string {
  return writeText(doc).text;
}

export function writeText(doc: RichText): WrittenText {
  let text = "";
  const pieces: Piece[] = [];
  let notes: string[] = [];
  let noteNumber = 0;

  const write = (written: string) => {
    text += written;
  };

  function writeBlock(block: RichNode, path: number[], depth: number): void {
    if (isDeleted(block)) return;
    if (block.type === "bulletList" || block.type === "orderedList") return writeList(block, path, depth);
    write(text === "" ? "" : depth > 0 ? "\n" : "\n\n");
    if (block.type === "table") return writeTable(block, path);
    if (block.type === "heading") write(`${"#".repeat(Number(block.attrs?.["level"] ?? 2))} `);
    writeInline(block, path, block.type === "heading" || depth > 0 ? " " : "\n");
  }

  function writeList(list: RichNode, path: number[], depth: number): void {
    let number = Number(list.attrs?.["start"] ?? 1);
    let isFirst = depth === 0;
    for (const [index, item] of (list.content ?? []).entries()) {
      if (isDeleted(item)) continue;
      write(text === "" ? "" : isFirst ? "\n\n" : "\n");
      isFirst = false;
      write(`${"  ".repeat(depth)}${list.type === "orderedList" ? `${number++}.` : "-"} `);
      for (const [place, part] of (item.content ?? []).entries()) {
        const at = [...path, index, place];
        if (place === 0 && !isDeleted(part)) writeInline(part, at, " ");
        else writeBlock(part, at, depth + 1);
      }
    }
  }

  function writeTable(table: RichNode, path: number[]): void {
    const caption = table.attrs?.["caption"];
    if (typeof caption === "string") write(`${caption}\n\n`);
    let isFirst = true;
    // Columns that cells of rows above still take up, as the reader writes merged cells: the words once, then nothing.
    let covered: number[] = [];
    for (const [rowIndex, row] of (table.content ?? []).entries()) {
      if (isDeleted(row)) continue;
      if (!isFirst) write("\n");
      isFirst = false;
      let column = 0;
      const next: number[] = [];
      const skip = () => {
        for (; (covered[column] ?? 0) > 0; column++) {
          next[column] = (covered[column] ?? 0) - 1;
          if (column > 0) write("\t");
        }
      };
      for (const [cellIndex, cell] of (row.content ?? []).entries()) {
        skip();
        if (column > 0) write("\t");
        const { colspan, rowspan } = spansOf(cell);
        for (const [place, part] of (cell.content ?? []).entries()) {
          if (place > 0) write(" ");
          writeInline(part, [...path, rowIndex, cellIndex, place], " ");
        }
        write("\t".repeat(colspan - 1));
        for (let at = 0; at < colspan; at++) next[column + at] = rowspan - 1;
        column += colspan;
      }
      skip();
      covered = next;
    }
  }

  function writeInline(block: RichNode, path: number[], lineBreak: string): void {
    for (const [index, node] of (block.content ?? []).entries()) {
      if (isDeleted(node)) continue;
      if (node.type === "hardBreak") write(lineBreak);
      else if (node.type === "footnote") {
        const mark = raised(`${++noteNumber})`);
        write(mark);
        notes.push(`${mark} ${String(node.attrs?.["text"] ?? "")}`);
      } else writeTextNode(node, [...path, index]);
    }
  }

  function writeTextNode({ text: written = "", marks = [] }: RichNode, path: number[]): void {
    const isRaised = marks.some(({ type }) => type === "superscript");
    const shown = isRaised ? raised(written) : written;
    // The editor marks a suggested paragraph break with a character of no width.
    for (const match of shown.matchAll(/[^\u200b]+/g)) {
      pieces.push({ start: text.length, length: match[0].length, path, offset: match.index });
      write(match[0]);
    }
  }

  for (const [index, block] of (doc.content ?? []).entries()) {
    writeBlock(block, [index], 0);
    for (const note of notes) write(`\n\n${note}`);
    notes = [];
  }
  return { text: text === "" ? "" : `${text}\n`, pieces };
}

const isDeleted = ({ marks }: RichNode): boolean => marks?.some(({ type }) => type === "deletion") ?? false;

export function spansOf({ attrs }: RichNode): { colspan: number; rowspan: number } {
  return { colspan: Number(attrs?.["colspan"] ?? 1), rowspan: Number(attrs?.["rowspan"] ?? 1) };
}
