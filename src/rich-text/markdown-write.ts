import { writeInline } from "./markdown-inline.ts";
import type { RichNode } from "./model.ts";
import { spansOf } from "./text-of.ts";

/** A day at the beginning of a line ("1. maj") is no item. */
export const BEGINS_WITH_MONTH =
  /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/i;

/** Blocks as Markdown, an empty line between them. Lists beside each other have different signs. */
export function writeBlocks(blocks: RichNode[]): string {
  return write(blocks, () => "\n\n");
}

function write(blocks: RichNode[], between: (block: RichNode) => string): string {
  let sign = 0;
  return blocks
    .map((block, index) => {
      sign = blocks[index - 1]?.type === block.type ? 1 - sign : 0;
      return (index > 0 ? between(block) : "") + writeBlock(block, sign);
    })
    .join("");
}

function writeBlock(block: RichNode, sign: number): string {
  const content = block.content ?? [];
  if (block.type === "heading") return `${"#".repeat(Number(block.attrs?.["level"]))} ${writeInline(content, "<br>")}`;
  if (block.type === "table") return writeTable(block);
  if (block.type === "bulletList") return content.map((item) => writeItem(item, sign === 0 ? "-" : "*")).join("\n");
  if (block.type === "orderedList") {
    const start = Number(block.attrs?.["start"] ?? 1);
    return content.map((item, index) => writeItem(item, `${start + index}${sign === 0 ? "." : ")"}`)).join("\n");
  }
  return writeParagraph(content);
}

function writeItem({ content = [] }: RichNode, label: string): string {
  const text = write(content, ({ type }) => (type === "paragraph" ? "\n\n" : "\n"));
  const guarded = label !== "-" && BEGINS_WITH_MONTH.test(text) ? `\\${text}` : text;
  const indent = " ".repeat(label.length + 1);
  return text === "" ? label : `${label} ${guarded.replace(/\n(?=[^\n])/g, `\n${indent}`)}`;
}

function writeParagraph(content: RichNode[]): string {
  const lines = writeInline(content, "\n").split("\n");
  // Two breaks in a row, or one at either end, would be an end of the paragraph.
  if (lines.some((line) => line === "") && lines.length > 1) return guardLine(writeInline(content, "<br>"));
  return lines.map(guardLine).join("\n");
}

/** What would make a line something else than words. */
function guardLine(line: string): string {
  return line
    .replace(/^(?=#{1,6}(?:[ \t]|$)|[-+](?:[ \t]|$)|\|)/, "\\")
    .replace(/^(\d{1,4})([.)])(?=[ \t]|$)/, "$1\\$2");
}

function writeTable(table: RichNode): string {
  const rows = layOut(table.content ?? []);
  const width = Math.max(1, ...rows.map((row) => row.length));
  const hasHead = rows[0]?.every((cell) => typeof cell === "string" || cell.type === "tableHeader") ?? false;
  const written = rows.map((row, index) =>
    Array.from({ length: width }, (_, column) => row[column] ?? "").map((cell) =>
      typeof cell === "string" ? cell : writeCell(cell, hasHead && index === 0),
    ),
  );
  const lines = written.map((row) => `| ${row.join(" | ")} |`);
  lines.splice(hasHead ? 1 : 0, 0, `|${" --- |".repeat(width)}`);
  const caption = table.attrs?.["caption"];
  return [...(typeof caption === "string" ? [`Tabel: ${caption}`] : []), ...lines].join("\n");
}

function writeCell({ type, content = [] }: RichNode, inHead: boolean): string {
  const text = content.map((part) => writeInline(part.content ?? [], "<br>")).join("<p>");
  const guarded = text.replace(/^(?=!|<$)/, "\\").replaceAll("|", "\\|");
  return type === "tableHeader" && !inHead ? `! ${guarded}` : guarded;
}

/** The rows with a sign in each place that another cell reaches over: `<` from the left, `^` from above. */
function layOut(rows: RichNode[]): (RichNode | string)[][] {
  const grid: (RichNode | string)[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.content ?? []) {
      while (grid[index]?.[column] !== undefined) column++;
      const { colspan, rowspan } = spansOf(cell);
      for (let down = 0; down < rowspan && index + down < rows.length; down++)
        for (let right = 0; right < colspan; right++) {
          const line = grid[index + down] as (RichNode | string)[];
          line[column + right] = right > 0 ? "<" : down > 0 ? "^" : cell;
        }
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? ""));
}
