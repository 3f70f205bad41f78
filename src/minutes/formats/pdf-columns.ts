import { asLine, type Line, type Segment } from "./pdf-lines.ts";

export type Column = {
  lines: Line[];
  /** Where this column's text is broken; null for the page's own edge. */
  edge: number | null;
};

/** Lines that leave a place between two columns free: `from` included, `to` excluded. */
type Stretch = { from: number; to: number; letters: number };

const MIN_LINES = 6;

/** Running text in columns has long pieces; what is shorter stands in a table. */
const MIN_LETTERS = 22;

/**
 * Puts a page's lines in reading order: where text runs in two columns, the left one comes first. Lines across both
 * columns (a headline, a table) stay between what is above and below them.
 */
export function splitColumns(lines: Line[]): Column[] {
  const gutter = findGutter(lines);
  if (gutter === null) return [{ lines, edge: null }];
  const columns: Column[] = [];
  let next = 0;
  for (const { from, to } of gutter.stretches) {
    if (from > next) columns.push({ lines: lines.slice(next, from), edge: null });
    const inside = lines.slice(from, to);
    const left = inside.flatMap((line) =>
      partOf(
        line,
        line.segments.filter((segment) => segment.x1 <= gutter.at),
      ),
    );
    const right = inside.flatMap((line) =>
      partOf(
        line,
        line.segments.filter((segment) => segment.x1 > gutter.at),
      ),
    );
    columns.push({ lines: left, edge: edgeOf(left) }, { lines: right, edge: edgeOf(right) });
    next = to;
  }
  if (next < lines.length) columns.push({ lines: lines.slice(next), edge: null });
  return columns;
}

/** A place no text crosses for many lines, with running text on both sides; null for a page in one column. */
function findGutter(lines: Line[]): { at: number; stretches: Stretch[] } | null {
  if (lines.length < MIN_LINES || lines.length > 2000) return null;
  const x0 = Math.min(...lines.map((line) => line.x0));
  const x1 = Math.max(...lines.map((line) => line.x1));
  let best: { at: number; stretches: Stretch[] } | null = null;
  let most = 0;
  // In a damaged file a page may be miles wide.
  const step = Math.max(3, (x1 - x0) / 200);
  for (let at = x0 + 0.3 * (x1 - x0); at < x0 + 0.7 * (x1 - x0); at += step) {
    const stretches = findStretches(lines, at);
    const letters = stretches.reduce((sum, stretch) => sum + stretch.letters, 0);
    if (letters <= most) continue;
    most = letters;
    best = { at, stretches };
  }
  return best;
}

function findStretches(lines: Line[], at: number): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    if (line && !line.segments.some((segment) => segment.x0 < at + 2 && segment.x1 > at - 2)) continue;
    const to = trimEnd(lines, from, index, at);
    const segments = lines.slice(from, to).flatMap((inside) => inside.segments);
    const left = segments.filter((segment) => segment.x1 <= at);
    const right = segments.filter((segment) => segment.x1 > at);
    if (isRunning(left) && isRunning(right)) found.push({ from, to, letters: lettersOf(segments) });
    from = index + 1;
  }
  return found;
}

/** A short line below both columns, apart from them, belongs to what follows. */
function trimEnd(lines: Line[], from: number, to: number, at: number): number {
  let end = to;
  while (end - 1 > from) {
    const line = lines[end - 1]!;
    const above = lines[end - 2]!;
    if (line.x1 > at || (above.y - line.y < 1.6 * line.size && Math.abs(above.size - line.size) < 0.06 * line.size))
      break;
    end--;
  }
  return end;
}

function isRunning(side: Segment[]): boolean {
  return side.length >= MIN_LINES && lettersOf(side) / side.length >= MIN_LETTERS;
}

function lettersOf(segments: Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.text.length, 0);
}

function partOf(line: Line, segments: Segment[]): Line[] {
  if (segments.length === 0) return [];
  return [asLine(segments, line.y, line.size, line.bold)];
}

function edgeOf(lines: Line[]): number {
  return Math.max(...lines.map((line) => line.x1));
}
