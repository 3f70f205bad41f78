import type { Run } from "./pdf-runs.ts";
import type { Rule } from "./pdf-shapes.ts";

export type Place = { text: string; x0: number; x1: number };

/**
 * What stands together on a line, apart from the rest by more than the widest word space or by a drawn line. Its
 * parts stand apart by more than an ordinary word space: in a table each may be a cell.
 */
export type Segment = Place & { parts: Place[] };

export type Line = {
  segments: Segment[];
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
};

/** Wider than any word space, also in justified text; and than an ordinary one. Both in units of the letters' size. */
const GAP = 1.1;
const SPACE = 0.55;

/** Puts the runs of a page, in any order, together to lines from top to bottom. */
export function linesByPlace(runs: Run[], rules: Rule[] = []): Line[] {
  const sorted = runs.toSorted((a, b) => b.y - a.y || a.x0 - b.x0);
  const groups: Run[][] = [];
  let group: Run[] = [];
  for (const run of sorted) {
    const first = group[0];
    if (first && first.y - run.y < 0.35 * Math.min(first.size, run.size)) group.push(run);
    else groups.push((group = [run]));
  }
  return groups.map((group) =>
    makeLine(
      group.toSorted((a, b) => a.x0 - b.x0),
      rules,
    ),
  );
}

/** Puts runs that already stand in reading order together to lines. */
export function linesInOrder(runs: Run[]): Line[] {
  const groups: Run[][] = [];
  let group: Run[] = [];
  for (const run of runs) {
    const last = group.at(-1);
    if (last && Math.abs(last.y - run.y) < 0.5 * Math.min(last.size, run.size) && run.x0 > last.x0) group.push(run);
    else groups.push((group = [run]));
  }
  return groups.map((group) => makeLine(group, []));
}

function makeLine(runs: Run[], rules: Rule[]): Line {
  const segments: Segment[] = [];
  let size = 0;
  let weight = 0;
  let bold = true;
  let segment: Segment | undefined;
  for (const run of runs) {
    if (run.text.length > weight) {
      weight = run.text.length;
      size = run.size;
    }
    bold &&= run.bold;
    const gap = segment ? run.x0 - segment.x1 : 0;
    // Letters drawn twice to look bolder.
    if (segment && gap < -0.8 * (segment.x1 - segment.x0) && segment.text.endsWith(run.text)) continue;
    if (segment && gap < GAP * run.size && !divides(rules, segment.x1, run)) append(segment, run, gap);
    else
      segments.push(
        (segment = { text: run.text, x0: run.x0, x1: run.x1, parts: [{ text: run.text, x0: run.x0, x1: run.x1 }] }),
      );
  }
  return asLine(joinLabel(segments, size), runs[0]!.y, size, bold);
}

function append(segment: Segment, run: Run, gap: number): void {
  const space = (run.spaced && gap > -0.1 * run.size) || gap > 0.2 * run.size ? " " : "";
  const part = segment.parts.at(-1)!;
  if (gap > SPACE * run.size) segment.parts.push({ text: run.text, x0: run.x0, x1: run.x1 });
  else {
    part.text += space + run.text;
    part.x1 = Math.max(part.x1, run.x1);
  }
  segment.text += space + run.text;
  segment.x1 = Math.max(segment.x1, run.x1);
}

/** An upright line drawn between two pieces of text makes them cells, however near they are. */
function divides(rules: Rule[], from: number, run: Run): boolean {
  return rules.some(
    (rule) => rule.x0 > from - 1 && rule.x0 < run.x0 + 1 && rule.y0 < run.y + 0.3 * run.size && rule.y1 > run.y,
  );
}

export function asLine(segments: Segment[], y: number, size: number, bold: boolean): Line {
  const text = segments.map((segment) => segment.text).join(" ");
  return { segments, text, x0: segments[0]!.x0, x1: segments.at(-1)!.x1, y, size, bold };
}

const LABEL = /^(?:\d{1,3}[.)]|[a-zæøå][.)]|[•◦▪●‣·–o\u{f0b7}\u{f0a7}-])$/u;

/** A bullet or number and the text it stands before are one piece, however wide the room between them. */
function joinLabel(segments: Segment[], size: number): Segment[] {
  const [label, text, ...rest] = segments;
  if (!label || !text || !LABEL.test(label.text) || text.x0 - label.x1 > 4 * size) return segments;
  return [{ text: `${label.text} ${text.text}`, x0: label.x0, x1: text.x1, parts: [label, ...text.parts] }, ...rest];
}

/** Whether the line was broken although the next line's first word had room on it: the document's own line break. */
export function endsEarly(line: Line, next: Line, edge: number): boolean {
  const room = edge - line.x1;
  if (room === Infinity) return true;
  if (room < 3 * line.size) return false;
  const word = next.text.indexOf(" ") < 0 ? next.text.length : next.text.indexOf(" ");
  const width = ((next.x1 - next.x0) * word) / Math.max(1, next.text.length);
  // A word may be wider than the average of its line says; a sentence that is not over goes on.
  const free = room - 1.15 * width - 1.2 * line.size;
  if (/[\p{L}\d,]$/u.test(line.text))
    return free > (/^\p{Ll}/u.test(next.text) ? 0.25 * (edge - line.x0) : 2.5 * line.size);
  return free > 0;
}

/** Joins the lines of one paragraph. `edge` is where text is broken, `isKnown` says whether a word occurs elsewhere. */
export function joinLines(lines: Line[], edge: number, isKnown: (word: string) => boolean): string {
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before) text = line.text;
    else if (endsEarly(before, line, edge)) text += `\n${line.text}`;
    else text = joinText(text, line.text, isKnown);
  }
  return text;
}

/**
 * Joins text broken between two lines. A hyphen at the end is dropped only where it divides a word: "beskæf-" +
 * "tigelse", not "drifts-" + "og", "A-" + "kasse" or a word written with its hyphen elsewhere in the document.
 */
export function joinText(before: string, after: string, isKnown: (word: string) => boolean): string {
  const head = /([\p{L}\d/]*[\p{L}\d])-$/u.exec(before.slice(-80))?.[1];
  const tail = /^[\p{L}\d]+/u.exec(after.slice(0, 80))?.[0];
  if (head === undefined || tail === undefined) return `${before} ${after}`;
  if (/^(?:og|eller|samt|til|såvel|m)$/.test(tail)) return `${before} ${after}`;
  // A capital inside a sentence is a name: "Workwiser-licenser".
  const isName =
    /^\p{Lu}/u.test(head) &&
    /[^.:!?\s]\s+$/.test(before.slice(-80, before.length - head.length - 1)) &&
    !isKnown(head + tail);
  const divided = /\p{Ll}$/u.test(head) && /^\p{Ll}/u.test(tail) && !isName && !isKnown(`${head}-${tail}`);
  return divided ? before.slice(0, -1) + after : before + after;
}

/** "Title ........ 7" as the reader of minutes knows it; null for any other line. */
export function contentsLine(text: string): string | null {
  if (text.length > 1000) return null;
  if (!text.includes("..") && !text.includes(". .")) return null;
  const match = /^(.*?)[ \u2026]*(?:\. ?){4,}\s*(\d{1,4})$/.exec(text);
  return match && match[1]!.length < 400 ? `${match[1]!.trim()}.....\t${match[2]}` : null;
}

/** Writes the lines of contents in a text as the reader knows them. */
export function withContents(text: string): string {
  if (!text.includes("...")) return text;
  const lines = text.split("\n");
  return lines.map((line) => contentsLine(line) ?? line).join("\n");
}
