import type { TextTable } from "./section-text.ts";

const FIGURE = /^[-+−–]?\s*(?:kr\.?\s*)?\d[\d.,\s]*(?:%|kr\.?|mio\.?(?: kr\.?)?|pct\.?|,-)?[\s¹²³⁰-⁹⁾)*]*$/i;

/** The columns that mostly hold figures, counted from 0. Empty cells and dashes say nothing. */
export function numberColumns({ rows, headerRows }: TextTable): Set<number> {
  const body = rows.slice(headerRows);
  const columns = new Set<number>();
  const width = Math.max(0, ...body.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const cells = body.map((row) => row[column] ?? "").filter((cell) => !/^[-–—]?$/.test(cell));
    const figures = cells.filter((cell) => FIGURE.test(cell)).length;
    // A first column of years names its rows.
    const names = column === 0 && cells.every((cell) => /^(?:19|20)\d\d$/.test(cell));
    if (figures > 0 && figures * 2 > cells.length && !names) columns.add(column);
  }
  return columns;
}
