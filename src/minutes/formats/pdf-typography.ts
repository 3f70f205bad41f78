import { linesByPlace, type Line } from "./pdf-lines.ts";
import type { Run } from "./pdf-runs.ts";

/** What the whole document says about its typography. */
export type Typography = {
  bodySize: number;
  /** Distance between the baselines of a paragraph, in units of its size. */
  pitch: number;
  /** Where the text is broken, from the left. */
  edge: number;
  /** Sizes of headings, largest first. */
  headingSizes: number[];
  isKnown: (word: string) => boolean;
};

/** Sizes this much above the text's own are headings. */
const HEADING = 1.12;

/** Measures a document's letters, line distance and right edge. */
export function readTypography(pages: Run[][]): Typography {
  const sizes = new Map<number, number>();
  for (const runs of pages) for (const run of runs) add(sizes, Math.round(run.size * 4) / 4, run.text.length);
  const bodySize = mostOften(sizes) ?? 10;
  const lines = pages.map((runs) => linesByPlace(runs.filter((run) => run.turn === 0 && !run.artifact)));
  const headingSizes = [...sizes.keys()].filter((size) => size >= HEADING * bodySize).sort((a, b) => b - a);
  return {
    bodySize,
    pitch: readPitch(lines),
    edge: readEdge(lines.flat(), bodySize),
    headingSizes: nearlySame(headingSizes),
    isKnown: wordsOf(pages),
  };
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function mostOften(counts: Map<number, number>): number | undefined {
  let best: number | undefined;
  for (const [key, count] of counts) if (best === undefined || count > counts.get(best)!) best = key;
  return best;
}

/** The commonest distance between two lines of one size, where the first is long. */
function readPitch(pages: Line[][]): number {
  const pitches = new Map<number, number>();
  for (const lines of pages) {
    for (let index = 1; index < lines.length; index++) {
      const above = lines[index - 1]!;
      const line = lines[index]!;
      const pitch = (above.y - line.y) / line.size;
      if (Math.abs(above.size - line.size) < 0.2 && pitch > 0.9 && pitch < 2.2 && above.segments.length === 1)
        add(pitches, Math.round(pitch * 50) / 50, above.text.length);
    }
  }
  return mostOften(pitches) ?? 1.2;
}

/** Where lines end at most; a few that stick out (a table, a page number) do not count. Infinity without long lines. */
export function readEdge(lines: Line[], bodySize: number): number {
  const long = lines.filter((line) => line.text.length > 30 && line.segments.length === 1 && !/\.{5}/.test(line.text));
  if (long.length === 0) return Infinity;
  const ends = long.map((line) => line.x1).sort((a, b) => a - b);
  // In text broken at words the longest lines end within a few letters of the edge.
  return ends[Math.floor((ends.length - 1) * 0.97)]! + 0.3 * bodySize;
}

/** Sizes that differ by rounding count as one. */
function nearlySame(sizes: number[]): number[] {
  return sizes.filter((size, index) => index === 0 || size < 0.96 * sizes[index - 1]!);
}

/** Looks a word up among the document's own, which are gathered when the first is asked for. */
function wordsOf(pages: Run[][]): (word: string) => boolean {
  let words: Set<string> | null = null;
  return (word) => {
    if (!words) {
      words = new Set();
      for (const runs of pages)
        for (const run of runs)
          for (const found of run.text.toLowerCase().match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? []) words.add(found);
    }
    return words.has(word.toLowerCase());
  };
}
