import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Cell, FigureTable } from "../tables/find-tables.ts";
import { stem } from "./marked.ts";

/** What a table tells of one thing year by year. */
export type Series = {
  name: string;
  /** Stems of the name's own words; empty for a plain "I alt". */
  words: string[];
  isTotal: boolean;
  years: Map<number, NumberMention>;
};

const YEAR = /(?<![\d./-])((?:19|20)\d\d)(?![\d/-])/gu;
const GENERAL = new Set(
  "antal andel i alt total totalt samlet sum over på af for til med og eller pr per heraf hvoraf den det de en et kr mio procent pct udvikling ialt samlede år"
    .split(" ")
    .map(stem),
);

/** The series of a table whose columns or rows are years; a year with two figures of a kind is left out. */
export function seriesOf(table: FigureTable): Series[] {
  const columnYears = table.columns.map(onlyYear);
  if (columnYears.some((year) => year !== null)) {
    return table.rows
      .filter(({ short }) => !short)
      .map(({ name, cells }) =>
        make(
          name,
          cells.map((cell, index) => [columnYears[index] ?? null, cell] as const),
          table,
        ),
      );
  }
  const rowYears = table.rows.map(({ name }) => onlyYear(name));
  if (rowYears.filter((year) => year !== null).length < 2) return [];
  return table.columns.map((name, column) =>
    make(
      name,
      table.rows.map((row, index) => [rowYears[index] ?? null, row.cells[column] ?? null] as const),
      table,
    ),
  );
}

function onlyYear(header: string): number | null {
  const years = new Set(header.match(YEAR));
  const [year] = years;
  return year &&
    years.size === 1 &&
    !/(?:budget|prognose|forvent|skøn|mål|kvartal|halvår|%|pct|procent|ændring|udvikling)/iu.test(header)
    ? Number(year)
    : null;
}

function make(name: string, cells: (readonly [number | null, Cell | null])[], table: FigureTable): Series {
  const years = new Map<number, NumberMention>();
  const twice = new Set<number>();
  for (const [year, cell] of cells) {
    if (year === null || !cell?.number || cell.state === "unknown") continue;
    if (years.has(year)) twice.add(year);
    years.set(year, scaled(cell.number, table));
  }
  for (const year of twice) years.delete(year);
  return { name, words: contentWords(name), isTotal: /(?<!\p{L})(?:i alt|ialt|total|samlet|sum)/iu.test(name), years };
}

function scaled(number: NumberMention, { scale, unit }: FigureTable): NumberMention {
  if (number.unit === "percent" || number.step > 1) return number;
  return {
    ...number,
    value: number.value * scale,
    step: number.step * scale,
    unit: number.unit ?? (unit === "kr" || unit === "percent" ? unit : null),
  };
}

/** Stems of the words that say what a text is about. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return [...new Set(words.map(stem))].filter((word) => !GENERAL.has(word));
}
