import { availableParallelism, cpus, totalmem } from "node:os";
import type { Row } from "./run.ts";

const headings = ["Arbejde", "Målt", "Enhed", "Mål", "Forhold", "Nået", "Bemærkning"];
const numeric = new Set([1, 4]);

const shown = new Intl.NumberFormat("da-DK", { maximumSignificantDigits: 3, useGrouping: true });
const exact = new Intl.NumberFormat("da-DK", { maximumFractionDigits: 0 });
const format = (value: number): string =>
  Number.isFinite(value) ? (Math.abs(value) >= 1000 ? exact.format(value) : shown.format(value)) : "-";

function cells({ work, measured, unit, target, ratio, met, note }: Row): string[] {
  const reached = met === null ? "" : met ? "ja" : "NEJ";
  return [work, format(measured), unit, target, ratio === undefined ? "" : format(ratio), reached, note ?? ""];
}

/** "2 kerner (navn), 23 GB, Node v24.21.0, linux x64" */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "ukendt processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} kerner (${model}), ${memory} GB, Node ${process.version}, ${process.platform} ${process.arch}`;
}

export function plainTable(rows: Row[]): string {
  const lines = [headings, ...rows.map(cells)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number): string =>
    numeric.has(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  const [head, ...body] = lines.map((line) => line.map(pad).join("  ").trimEnd());
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...body].join("\n");
}

export function markdownTable(rows: Row[]): string {
  const line = (texts: string[]): string => `| ${texts.join(" | ")} |`;
  const rule = headings.map((_, column) => (numeric.has(column) ? "--:" : "---"));
  return [headings, rule, ...rows.map(cells)].map(line).join("\n");
}

const start = "<!-- figures -->";
const end = "<!-- /figures -->";

/** The page with its figures replaced; text around the marks is kept, and a page without marks is begun anew. */
export function withFigures(page: string, rows: Row[], date: string): string {
  const figures = `${start}\n\n${machine()}. Målt ${date}.\n\n${markdownTable(rows)}\n\n${end}`;
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) return `# Benchmarks\n\n${figures}\n`;
  return page.slice(0, from) + figures + page.slice(to + end.length);
}
