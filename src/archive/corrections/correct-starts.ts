import type { ItemStart } from "#minutes/item-lines.ts";
import type { Line } from "#minutes/lines.ts";
import { titleKey } from "#minutes/titles.ts";
import { findLine } from "./anchors.ts";
import type { Correction } from "./correction.ts";

/** Corrections that change where items begin, as `readMinutes` takes them; undefined when there are none. */
export function correctStarts(
  corrections: Correction[],
): ((starts: ItemStart[], lines: Line[]) => ItemStart[]) | undefined {
  const told = corrections.filter(({ kind }) => kind === "not-an-item" || kind === "start");
  if (told.length === 0) return undefined;
  return (starts, lines) => {
    let corrected = starts;
    for (const correction of told) {
      if (correction.kind === "not-an-item") {
        const line = findLine(lines, correction.line);
        corrected = corrected.filter((start) => start.line !== line);
      } else if (correction.kind === "start") {
        const line = findLine(lines, correction.line);
        if (line < 0 || corrected.some((start) => start.line === line)) continue;
        corrected = [...corrected, startAt(line, lines, correction)];
      }
    }
    return [...corrected]
      .sort((left, right) => left.line - right.line)
      .map((start, at, all) => bounded(start, all[at + 1]));
  };
}

/** Which of the corrections of starts find no place in these lines. */
export function lostStarts(corrections: Correction[], lines: Line[]): Correction[] {
  return corrections.filter(
    (correction) =>
      (correction.kind === "not-an-item" || correction.kind === "start") && findLine(lines, correction.line) < 0,
  );
}

type Start = Extract<Correction, { kind: "start" }>;

/** The line itself goes with the title only where it says no more than number and title; else its words stay in the text. */
function startAt(line: number, lines: Line[], { number, title, closed }: Start): ItemStart {
  const words = titleKey((lines[line] as Line).label);
  const said = [titleKey(title), titleKey(`${number ?? ""} ${title}`), titleKey(`punkt ${number ?? ""} ${title}`)];
  return { line, body: said.includes(words) ? line + 1 : line, number, title, closed, byHand: true };
}

/** A title that was read over several lines ends where the next item begins. */
function bounded(start: ItemStart, next: ItemStart | undefined): ItemStart {
  return next && start.body > next.line ? { ...start, body: Math.max(start.line, next.line) } : start;
}
