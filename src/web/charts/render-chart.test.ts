import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { ColumnChart } from "./chart.ts";
import { chartDrawing } from "./drawings.ts";
import { renderChart } from "./render-chart.ts";

const chart: ColumnChart = {
  id: "punkter",
  title: "Punkter pr. år",
  description: "Søjler for 2024 og 2025.",
  language: "da",
  columnHeading: "År",
  totalHeading: "I alt",
  columns: [{ label: "2024", note: "11 møder" }, { label: "2025" }],
  series: [
    { label: "Godkendt", tone: "approved", values: [1200, 300] },
    { label: "Udsat", tone: "postponed", values: [34, 0] },
    { label: "Ikke godkendt", tone: "rejected", values: [0, 0] },
  ],
};

function drawn(svg: string) {
  return parseHTML(`<html><body>${svg}</body></html>`).document;
}

describe("renderChart", () => {
  test("is an image with a title and a description for those who do not see it", () => {
    const svg = drawn(renderChart(chart)).querySelector("svg");
    expect(svg?.getAttribute("role")).toBe("img");
    expect(svg?.getAttribute("aria-labelledby")).toBe("punkter-title punkter-description");
    expect(svg?.querySelector("#punkter-title")?.textContent).toBe("Punkter pr. år");
    expect(svg?.querySelector("#punkter-description")?.textContent).toBe("Søjler for 2024 og 2025.");
  });

  test("draws one part for each count above nothing, in heights of the same proportions", () => {
    const heights = [...drawn(renderChart(chart)).querySelectorAll(".chart-part rect")].map((rect) =>
      Number(rect.getAttribute("height")),
    );
    expect(heights).toHaveLength(3);
    expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(4, 1);
  });

  test("writes sums as Danes do, and as the English do on an English page", () => {
    const totals = (svg: string) =>
      [...drawn(svg).querySelectorAll(".chart-total text")].map((text) => text.textContent);
    expect(totals(renderChart(chart))).toEqual(["1.234", "300"]);
    expect(totals(renderChart({ ...chart, language: "en" }))).toEqual(["1,234", "300"]);
  });

  test("tells the parts apart by hatching too, with ids of its own", () => {
    const patterns = [...drawn(renderChart(chart)).querySelectorAll("pattern")];
    expect(patterns.map((pattern) => pattern.id)).toEqual(["punkter-approved", "punkter-postponed"]);
    expect(new Set(patterns.map((pattern) => pattern.querySelector("path")?.getAttribute("d"))).size).toBe(2);
  });

  test("carries no style, no script and no text that is not escaped", () => {
    const svg = renderChart({ ...chart, title: `<script>"&`, columns: [{ label: "<b>" }, { label: "2025" }] });
    expect(svg).not.toMatch(/<style|<script|<b>/);
    expect(drawn(svg).querySelector("title")?.textContent).toBe(`<script>"&`);
  });

  test("grows wider with the columns, and counts small numbers in whole steps", () => {
    const columns = Array.from({ length: 20 }, (_, index) => ({ label: String(2005 + index) }));
    const wide = drawn(
      renderChart({ ...chart, columns, series: [{ label: "Møder", tone: "noted", values: columns.map(() => 2) }] }),
    );
    expect(Number(wide.querySelector("svg")?.getAttribute("width"))).toBeGreaterThan(800);
    expect(wide.querySelectorAll(".chart-grid line")).toHaveLength(3);
  });

  test("is nothing when there is nothing to show", () => {
    expect(renderChart({ ...chart, series: [] })).toBe("");
    expect(renderChart({ ...chart, columns: [], series: [{ label: "Møder", tone: "noted", values: [] }] })).toBe("");
  });
});

test("a drawing that is remembered is the drawing that would be made", () => {
  expect(chartDrawing(chart)).toBe(renderChart(chart));
  expect(chartDrawing(chart)).toBe(renderChart(chart));
});
