import type { Candidate } from "./candidates.ts";
import { isCaseMetadata, parseCaseNumber } from "./case-numbers.ts";
import { nextLine, titleOf, type Document } from "./item-lines.ts";
import type { Line } from "./lines.ts";

/**
 * "§ 12 Takster" lines of protocols that count their items so. Statutes are cited with the same sign; so the numbers
 * must rise by one, and a heading or what is known of the case must stand below nearly all of them.
 */
export function pickParagraphs(candidates: Candidate[], document: Document): Candidate[] {
  const picked: Candidate[] = [];
  for (const candidate of candidates) {
    const last = picked.at(-1);
    if (!candidate.paragraph || (last && candidate.number !== last.number + 1)) continue;
    if (opensItem(candidate, document)) picked.push(candidate);
  }
  return picked;
}

function opensItem(candidate: Candidate, { lines, headings }: Document): boolean {
  const title = titleOf(candidate, lines);
  const below = nextLine(candidate.index, lines, candidate.title === "" ? 2 : 1);
  if (title === "" || /[.;,]$/.test(title) || below === null) return false;
  const { label } = lines[below] as Line;
  return headings[below] !== null || isCaseMetadata(label) || parseCaseNumber(label) !== null;
}
