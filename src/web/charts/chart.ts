import { count } from "../formats.ts";
import type { Language } from "../language.ts";

/**
 * How a part of a column is drawn. Each tone has the colour of its name in the style sheet, so that it follows light
 * and dark, and a hatching of its own, so that the parts can be told apart without colour and on paper.
 */
export type Tone = "approved" | "recommended" | "noted" | "discussed" | "postponed" | "rejected" | "neutral";

export type Series = { label: string; tone: Tone; values: number[] };

/** Counts a column (most often a year), parted into series that stand on each other. */
export type ColumnChart = {
  /** Unique on its page: begins every id in the drawing. Letters, digits and hyphens. */
  id: string;
  title: string;
  /** One sentence that says what is to be seen, for those who do not see it. */
  description: string;
  language: Language;
  /** What the columns are ("År"): the head of the table's first column. */
  columnHeading: string;
  /** What the sum of a column is called ("I alt"). */
  totalHeading: string;
  /** From left to right. `note` is a second line under the label, `href` where the table's row leads. */
  columns: { label: string; note?: string; href?: string }[];
  /** From the axis up; every series has one value a column. */
  series: Series[];
};

/** Series that have anything to show; a legend entry without a column only raises questions. */
export function shownSeries(chart: ColumnChart): Series[] {
  return chart.series.filter((series) => series.values.some((value) => value > 0));
}

/** The sum of each column. */
export function columnTotals(chart: ColumnChart): number[] {
  return chart.columns.map((_, index) => chart.series.reduce((sum, series) => sum + (series.values[index] ?? 0), 0));
}

/** What a phone shows without scrolling. */
export const NARROWEST = 320;
/** Room for "2024", and for a note of a dozen characters under it. */
const COLUMN = { plain: 44, noted: 80 };

export function isNoted(chart: ColumnChart): boolean {
  return chart.columns.some((column) => column.note);
}

/** Room for the figures of the axis: "50" or "4.000". */
export function axisWidth(chart: ColumnChart): number {
  return 20 + 8 * count(Math.max(...columnTotals(chart), 0), chart.language).length;
}

/** How wide a drawing is, in pixels: at least what a phone shows, and wider with many columns. */
export function chartWidth(chart: ColumnChart): number {
  return Math.max(NARROWEST, axisWidth(chart) + chart.columns.length * (isNoted(chart) ? COLUMN.noted : COLUMN.plain));
}
