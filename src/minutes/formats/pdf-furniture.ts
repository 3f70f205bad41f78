import { linesByPlace, type Line } from "./pdf-lines.ts";
import type { Run } from "./pdf-runs.ts";

/** A page as read: `runs` become the text. */
export type PdfPage = { runs: Run[]; height: number; width: number };

export type Furniture = {
  /** Lines left out: page heads, page feet, page numbers. */
  removed: number;
  /** What stands over the text of the first page; said once, it may name body and date. */
  head: string[];
};

const PAGE_NUMBER = /^(?:side|s\.|page)?[\s\-–|]*\d{1,4}(?:\s*(?:af|\/|of|-)\s*\d{1,4})?[\s\-–|]*$/i;

type Candidate = { page: number; line: Line; runs: Run[]; top: boolean; key: string };

/**
 * Takes what repeats at the top and the bottom of pages, and what is marked as no part of the text, out of the
 * pages. `bodySize` is the size most of the text has.
 */
export function removeFurniture(pages: PdfPage[], bodySize: number): Furniture {
  const furniture: Furniture = { removed: 0, head: [] };
  const candidates: Candidate[] = [];
  for (const [index, page] of pages.entries()) {
    takeArtifacts(page, index === 0, furniture);
    candidates.push(...outerLines(page, index));
  }
  const counts = new Map<string, number>();
  for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1);
  const gone = new Set<Run>();
  for (const candidate of candidates) {
    const { line, top, page, runs, key } = candidate;
    if (!isFurniture(candidate, counts.get(key) ?? 0, pages.length, bodySize)) continue;
    furniture.removed++;
    if (top && page === 0 && isHeadText(line.text))
      furniture.head.push(line.segments.map((segment) => segment.text).join("\t"));
    for (const run of runs) gone.add(run);
  }
  if (gone.size > 0) for (const page of pages) page.runs = page.runs.filter((run) => !gone.has(run));
  return furniture;
}

function takeArtifacts(page: PdfPage, first: boolean, furniture: Furniture): void {
  const artifacts = page.runs.filter((run) => run.artifact);
  if (artifacts.length === 0) return;
  page.runs = page.runs.filter((run) => !run.artifact);
  const lines = linesByPlace(artifacts.filter((run) => run.turn === 0));
  furniture.removed += lines.length;
  if (!first) return;
  for (const line of lines) if (line.y > 0.85 * page.height && isHeadText(line.text)) furniture.head.push(line.text);
}

/** The three outermost lines at each end of a page, where they stand in its outer eighth. */
function outerLines(page: PdfPage, index: number): Candidate[] {
  const outer = page.runs.filter(
    (run) => run.turn === 0 && (run.y > 0.875 * page.height || run.y < 0.125 * page.height),
  );
  if (outer.length === 0) return [];
  const lines = linesByPlace(outer);
  const top = lines.filter((line) => line.y > page.height / 2).slice(0, 3);
  const bottom = lines.filter((line) => line.y <= page.height / 2).slice(-3);
  return [...top, ...bottom].map((line) => ({
    page: index,
    line,
    runs: outer.filter((run) => Math.abs(run.y - line.y) < 0.35 * line.size),
    top: line.y > page.height / 2,
    key: `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, "#").replace(/\s+/g, "")}`,
  }));
}

function isFurniture({ line, page }: Candidate, count: number, pages: number, bodySize: number): boolean {
  // Closed items, one a page and all alike, are not page heads.
  if (line.size > 1.05 * bodySize || /^(?:punkt|pkt|sag)\b/i.test(line.text)) return false;
  const numbered = PAGE_NUMBER.test(line.text);
  if (numbered && /^side|af|\//i.test(line.text)) return true;
  if (numbered && (count > 1 || Number(line.text.replace(/\D/g, "")) === page + 1)) return count > 1 || pages === 1;
  if (count >= Math.max(3, 0.4 * pages)) return true;
  return pages === 2 && count === 2 && line.size < 0.95 * bodySize;
}

function isHeadText(text: string): boolean {
  return /\p{L}{3}/u.test(text) && !PAGE_NUMBER.test(text) && !/\bside \d/i.test(text);
}
