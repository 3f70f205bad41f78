import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { count } from "../formats.ts";
import { axisWidth, chartWidth, type ColumnChart, columnTotals, isNoted, NARROWEST, shownSeries } from "./chart.ts";
import { patternId, patternSvg } from "./patterns.ts";

/** Plot makes its elements with this document and never puts them into it, so one serves every drawing. */
const { document } = parseHTML("<!doctype html><html><body></body></html>");

const HEIGHT = 220;

/**
 * Draws the chart as one SVG element of about 4 kB: no script, no style of its own, ids that begin with `chart.id`.
 * An empty string when no column has anything to show.
 */
export function renderChart(chart: ColumnChart): string {
  const series = shownSeries(chart);
  if (series.length === 0) return "";
  const noted = isNoted(chart);
  const width = chartWidth(chart);
  const svg = Plot.plot({
    document,
    width,
    height: HEIGHT + (noted ? 16 : 0),
    marginLeft: axisWidth(chart),
    marginRight: 0,
    marginTop: 22,
    marginBottom: noted ? 40 : 24,
    x: { type: "band", domain: chart.columns.keys(), label: null, padding: 0.35 },
    y: { label: null, nice: true },
    color: { type: "identity" },
    marks: marksOf(chart),
  });
  svg.querySelector("style")?.remove();
  const ids = { title: `${chart.id}-title`, description: `${chart.id}-description` };
  const drawing = svg.innerHTML.replaceAll(/<[^>]+>/g, trimTag);
  return (
    `<svg class="chart-drawing" role="img" aria-labelledby="${ids.title} ${ids.description}" ` +
    `viewBox="0 0 ${width} ${svg.getAttribute("height")}" width="${width}" height="${svg.getAttribute("height")}" ` +
    `style="min-width:${width > NARROWEST ? Math.round(width * 0.8) : 0}px" text-anchor="middle" fill="currentColor">` +
    `<title id="${ids.title}">${escape(chart.title)}</title>` +
    `<desc id="${ids.description}">${escape(chart.description)}</desc>` +
    `<defs>${series.map(({ tone }) => patternSvg(chart.id, tone)).join("")}</defs>${drawing}</svg>`
  );
}

function marksOf(chart: ColumnChart): Plot.Markish[] {
  const parts = shownSeries(chart).flatMap((series) =>
    series.values.map((value, column) => ({ column, value, fill: `url(#${patternId(chart.id, series.tone)})` })),
  );
  const totals = columnTotals(chart).map((value, column) => ({ column, value }));
  const written = (value: number) => count(value, chart.language);
  const highest = Math.max(...totals.map(({ value }) => value));
  const ticks = highest <= 5 ? [...Array(highest + 1).keys()] : 4;
  return [
    Plot.gridY({ ticks, className: "chart-grid", stroke: "currentColor" }),
    Plot.axisY({ ticks, tickSize: 0, tickFormat: written, tickPadding: 8 }),
    Plot.axisX({ tickSize: 0, tickPadding: 8, tickFormat: (index: number) => labelOf(chart, index) }),
    Plot.barY(
      parts.filter(({ value }) => value > 0),
      { x: "column", y: "value", fill: "fill", className: "chart-part", insetTop: 0.5 },
    ),
    Plot.ruleY([0], { className: "chart-base" }),
    Plot.text(totals, {
      x: "column",
      y: "value",
      text: ({ value }) => written(value),
      dy: -9,
      className: "chart-total",
    }),
  ];
}

/** Tenths of a pixel are enough, and the image answers for what its parts are called. */
function trimTag(tag: string): string {
  return tag.replaceAll(/ aria-(?:label|hidden)="[^"]*"| font-variant="[^"]*"/g, "").replaceAll(/(\.\d)\d+/g, "$1");
}

function labelOf(chart: ColumnChart, index: number): string {
  const column = chart.columns[index];
  return column?.note ? `${column.label}\n${column.note}` : (column?.label ?? "");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
