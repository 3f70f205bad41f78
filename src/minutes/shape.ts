import type { Header } from "./header.ts";
import type { Heading } from "./headings.ts";
import type { Item, TocEntry, Warning } from "./model.ts";
import { warning } from "./warnings.ts";

/** Says what is missing, and whether the text is minutes at all. */
export function addWarnings(
  warnings: Warning[],
  header: Header,
  items: Item[],
  entries: TocEntry[],
  headings: (Heading | null)[],
): void {
  if (header.committee === null && header.date === null) warnings.push(warning("no-header", null));
  else if (header.committee === null) warnings.push(warning("no-committee", null));
  else if (header.date === null) warnings.push(warning("no-date", null));
  if (items.length === 0) warnings.push(warning("no-items", null));
  if (entries.length > 0 && items.length > 0 && entries.length !== items.length)
    warnings.push(
      warning("toc-mismatch", null, `${entries.length} i indholdsfortegnelsen, ${items.length} punkter i teksten.`),
    );
  if (!hasShape(header, items, entries, headings)) warnings.push(warning("not-minutes", null));
}

/** What minutes have and other texts lack; two points are enough. */
function hasShape(header: Header, items: Item[], entries: TocEntry[], headings: (Heading | null)[]): boolean {
  let points = 0;
  if (header.named) points++;
  if (header.committee !== null) points++;
  if (header.date !== null && (header.startTime !== null || header.place !== null)) points++;
  if (header.participants.length > 2) points++;
  if (entries.length > 2) points++;
  if (items.some((item) => item.decisions.length > 0)) points++;
  const roles = new Set(headings.map((heading) => heading?.role));
  if (roles.has("decision")) points++;
  if (roles.has("recommendation")) points++;
  if (roles.has("presentation")) points++;
  return points > 1 && (items.length > 0 || points > 3);
}
