import type { ColumnChart } from "./chart.ts";
import { renderChart } from "./render-chart.ts";

/** About 5 kB each: at most 1 MB. */
const CAPACITY = 200;
const drawings = new Map<string, string>();

/** `renderChart`, remembered: the same figures are drawn once (2 ms), however often they are asked for. */
export function chartDrawing(chart: ColumnChart): string {
  const key = JSON.stringify(chart);
  const drawn = drawings.get(key) ?? renderChart(chart);
  drawings.delete(key);
  drawings.set(key, drawn);
  const [oldest] = drawings.keys();
  if (drawings.size > CAPACITY && oldest !== undefined) drawings.delete(oldest);
  return drawn;
}
