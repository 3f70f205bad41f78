import { readCell } from "./cell-number.ts";
import type { GridRow } from "./grid.ts";

const YEAR = /^(?:år\s+)?(?:19|20)\d\d(?:\s*[*¹²³⁾)]+)?$/i;
const SERIES = /klasse|trin|\bår\b|alder|karakter|score|kvartal|måned|uge|antal børn|\bkl\./i;

/** How many of the first rows name the columns. */
export function countHeads(rows: GridRow[]): number {
  let heads = 0;
  while (heads < Math.min(rows.length - 1, 4) && isHead(rows, heads)) heads++;
  return heads;
}

/** A row that names columns: no figure beyond its first cell, except years and running numbers above the figures. */
function isHead(rows: GridRow[], at: number): boolean {
  const row = rows[at];
  if (!row) return false;
  const values = row.cells.slice(1).flatMap((cell) => (cell && cell.text !== "" ? [cell] : []));
  // Only a name: the heading of a group of rows, unless a wider head follows.
  if (values.length === 0)
    return at === 0 && (row.cells[0]?.text ?? "") !== "" && rows.length > 2 && isHead(rows, at + 1);
  const texts = values.map((cell) => plain(cell.text));
  const figures = values.filter((cell) => {
    const { state, number } = readCell(cell);
    return (
      (state === "number" && !isUnitWord(cell.text)) ||
      state === "unknown" ||
      (state === "words" && number?.to != null && !/år|kl/i.test(cell.text))
    );
  });
  if (figures.length === 0) return values.some((cell) => readCell(cell).state === "words") && figuresBelow(rows, at);
  if (!figuresBelow(rows, at)) return false;
  // "1 person", "0-5 år", "18-24" above bare figures name groups.
  const groups = values.filter((cell) => isGroup(cell.text)).length;
  const isNames = values.every((cell) => isGroup(cell.text) || readCell(cell).state === "words");
  if (at === 0 && groups > 1 && isNames && isBareBelow(rows)) return true;
  const years = texts.filter((text) => YEAR.test(text));
  if (years.length === figures.length)
    return differ(years) && (years.length > 1 || (row.cells[0]?.text ?? "") === "" || at === 0);
  const corner = row.cells[0]?.text ?? "";
  return at === 0 && texts.length > 2 && (corner === "" || SERIES.test(corner)) && isRunning(texts.map(Number));
}

function figuresBelow(rows: GridRow[], at: number): boolean {
  for (let below = at + 1; below < Math.min(rows.length, at + 6); below++)
    if (rows[below]?.cells.slice(1).some((cell) => cell && /\d/.test(cell.text))) return true;
  return false;
}

const GROUP =
  /^\d{1,3}\+?\s?(?:[-\u2013]\s?\d{1,3}\s*)?\+?\s*\p{L}{1,20}(?:\s\p{L}{1,12}){0,3}$|^\d{1,3}\s?[-\u2013]\s?\d{1,3}$|^\d{1,3}\+$/u;
const isGroup = (text: string) => GROUP.test(text.trim()) && !/(?:kr|mio|mia|pct)\.?$/i.test(text.trim());

function isBareBelow(rows: GridRow[]): boolean {
  const below = rows
    .slice(1, 5)
    .flatMap((row) => row.cells.slice(1).flatMap((cell) => (cell && cell.text !== "" ? [cell.text] : [])));
  return below.length > 0 && below.every((text) => !isGroup(text));
}

const isUnitWord = (text: string) => /^\(?(?:i\s+)?1\.000\s*kr\.?\)?$/i.test(text.trim());
const differ = (years: string[]) => years.length < 2 || years.some((year) => year !== years[0]);

function isRunning(values: number[]): boolean {
  return values.every(
    (value, index) => Number.isInteger(value) && (index === 0 || value === (values[index - 1] ?? 0) + 1),
  );
}

/** The words of a cell without bold marks, tags and the raised figures of notes. */
export function plain(text: string): string {
  return text
    .replace(/<sup>.*?<\/sup>|<[^>]{1,20}>|\*\*|__|[¹²³⁰⁴-⁹]+[⁾)]?|[⁽⁾]/gu, " ")
    .replace(/(?<=\p{L})-\s+(?=\p{Ll})(?!og |eller )/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The name of each column from all rows of the head. A name over several columns ("2023", then "Drenge" and "Piger") is
 * said of each of them.
 */
export function joinHeads(heads: GridRow[]): string[] {
  const width = Math.max(0, ...heads.map((head) => head.cells.length));
  const lines = heads.map((head) => Array.from({ length: width }, (_, index) => plain(head.cells[index]?.text ?? "")));
  for (const [at, line] of lines.entries()) {
    const below = lines[at + 1];
    if (!below || line.slice(1).every((cell) => cell === "")) continue;
    const gaps = line.slice(1).filter((cell, index) => cell === "" && below[index + 1] !== "").length;
    const wraps = line.slice(1).filter((cell, index) => cell !== "" && below[index + 1] === "").length;
    if (gaps === 0 || wraps > gaps || line[1] === "") continue;
    for (let index = 2; index < width; index++)
      if (line[index] === "" && below[index] !== "") line[index] = line[index - 1] ?? "";
  }
  return Array.from({ length: width }, (_, index) =>
    joinWords(lines.flatMap((line) => (line[index] ? [line[index]] : []))),
  );
}

function joinWords(parts: string[]): string {
  let joined = "";
  for (const part of parts) {
    if (joined === "") joined = part;
    else if (/\p{L}-$/u.test(joined) && /^\p{Ll}/u.test(part) && !/^(?:og|eller)\b/.test(part))
      joined = joined.slice(0, -1) + part;
    else joined += ` ${part}`;
  }
  return joined;
}
