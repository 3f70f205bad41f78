import { looksLikeTitle, type Candidate } from "./candidates.ts";
import { isCaseMetadata } from "./case-numbers.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import type { TocEntry } from "./model.ts";

/** Where an item begins. `body` is the line after its number and title. */
export type ItemStart = {
  line: number;
  body: number;
  number: string | null;
  title: string;
  closed: boolean;
  /** A line inside the item that says number and title again. */
  again?: number;
  /** Somebody said so: the lines above it are not asked what they are. */
  byHand?: true;
};

/** What the search for items looks at: the lines from `from` on, and what is known of each. */
export type Scan = {
  lines: Line[];
  headings: (Heading | null)[];
  candidates: Candidate[];
  entries: TocEntry[];
  from: number;
};
export type Document = Scan & { byLine: Map<number, Candidate> };

/** The title on the line, or on the next when the number stands alone; or above "Sag nr. 129" when a heading follows. */
export function titleOf(candidate: Candidate, lines: Line[]): string {
  if (candidate.title !== "") return candidate.title;
  const below = nextLine(candidate.index, lines, 1);
  if (below === null) return "";
  const deep = candidate.keyword ? titleBelowMetadata(candidate.index, lines) : null;
  return (lines[deep ?? below] as Line).label;
}

/** Below "Punkt: 2" some print a form ("Acadre sagsnr.: …", "Mødedato: …") before the title. */
export function titleBelowMetadata(index: number, lines: Line[]): number | null {
  let labels = 0;
  for (let at = index + 1; at < lines.length && at < index + 16; at++) {
    const { label } = lines[at] as Line;
    if (label === "") continue;
    if (isCaseMetadata(label) || /^[A-ZÆØÅ][^:]{2,30}: ?\S/.test(label)) labels++;
    else return labels > 2 && looksLikeTitle(label) ? at : null;
  }
  return null;
}

export function nextLine(index: number, lines: Line[], nth: number): number | null {
  let left = nth;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] as Line;
    if ((line.label !== "" || line.bullet) && !line.rule && --left === 0) return at;
  }
  return null;
}

export function lineAbove(index: number, lines: Line[]): number | null {
  for (let at = index - 1; at >= 0; at--) if ((lines[at] as Line).label !== "") return at;
  return null;
}
