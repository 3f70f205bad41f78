import { readCandidate, type Candidate } from "./candidates.ts";
import { readHeading, type Heading } from "./headings.ts";
import { splitLines, type Line } from "./lines.ts";
import { FOLD } from "./page-chrome.ts";

/** The lines of a document, and for each what it may open. */
export type MarkedLines = { lines: Line[]; headings: (Heading | null)[]; candidates: Candidate[] };

/** Cuts and marks the lines; a text that says "Beslutning" but has no headings has lost its line breaks. */
export function readMarkedLines(text: string): MarkedLines {
  const lines = splitLines(text);
  const marks = markLines(lines);
  if (
    marks.headings.some((heading) => heading?.role === "decision" || heading?.role === "presentation") ||
    !/Beslutning|Sagsfremstilling/.test(text)
  )
    return { lines, ...marks };
  const cut = splitLines(text, true);
  return { lines: cut, ...markLines(cut) };
}

/** Which lines open sections, and which begin with a number that may be an item's. */
function markLines(lines: Line[]): { headings: (Heading | null)[]; candidates: Candidate[] } {
  const headings: (Heading | null)[] = new Array(lines.length).fill(null);
  const candidates: Candidate[] = [];
  let count = 0;
  let opened = false;
  let last = -1;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.label === "" || line.label.length > 2000) continue;
    if (line.label.startsWith("fold ")) unfold(line);
    const heading = line.cells ? null : readHeading(line.label);
    if (heading && !(!opened && candidates.every(({ title }) => title === "") && isDocumentName(heading))) {
      headings[index] = heading;
      count++;
      opened ||= heading.role !== "other";
      last = index;
      continue;
    }
    const candidate = readCandidate(line, index, count, last);
    if (candidate) candidates.push(candidate);
  }
  return { headings, candidates };
}

/** Takes "fold dette punkt ind" from the front of a heading. */
function unfold(line: Line): void {
  const words = line.label.replace(FOLD, "");
  if (readHeading(words)) line.label = words;
}

/** "Referat" at the top of a document is its name; above an item's last part it is a heading. */
function isDocumentName(heading: Heading): boolean {
  return /^(?:referat|protokol|beslutningsreferat)$/i.test(heading.heading);
}
