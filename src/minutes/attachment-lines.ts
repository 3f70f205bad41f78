import type { Candidate } from "./candidates.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import { isPageChrome } from "./page-chrome.ts";

/** "1 Åben Skitse.pdf", "3. Lukket Tilbud": entries of a list of attachments say whether all may see them. */
const MARKED = /^\d{1,2}[.)]?\s+\(?(?:åbent?|lukket|offentligt?|fortroligt?)\)?:?\s+[-–]?\s*(?=\S)/i;
const OPEN_MARK = /^\(?(?:åbent?|lukket|offentligt?|fortroligt?)\)?:?\s/i;
const NEXT_MARKED = /(?<=\S)\s+(?=\d{1,2}[.)]? (?:Åbent?|Lukket) [A-ZÆØÅ\d])/;
const COUNTED = /^\d{1,2}[.)] +(?=\S)/;
const FILE_END = /\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|zip|msg)\b/i;
const NO_ENTRY = /^(?:fraværende|afbud|ikke til stede|ej til stede|beslutning|indstilling)\b/i;

/**
 * One attachment a line, from the lines below "Bilag": entries that stand on one line are cut, lines that wrap are put
 * together, and number and mark are taken off when all entries have them.
 */
export function attachmentLines(lines: { label: string; bullet: boolean }[]): string[] {
  const entries: string[] = [];
  let goesOn = false;
  const bulleted = lines.find(({ label }) => label !== "")?.bullet ?? false;
  const counted = COUNTED.test(lines.find(({ label }) => label !== "")?.label ?? "");
  for (const { label, bullet } of lines) {
    if (label === "" || isPageChrome(label) || NO_ENTRY.test(label)) {
      goesOn = false;
      if (label !== "") entries.push(label);
      continue;
    }
    const last = entries.at(-1);
    const begins = bullet || COUNTED.test(label) || MARKED.test(label) || FILE_END.test(last ?? "");
    const wraps =
      bulleted || (counted && (last ?? "").length > 40) || (/^\p{Ll}/u.test(label) && (last ?? "").length > 50);
    if (goesOn && !begins && wraps) entries[entries.length - 1] = `${last} ${label}`;
    else entries.push(...label.split(NEXT_MARKED));
    goesOn = true;
  }
  return entries.length > 0 && entries.every((entry) => MARKED.test(entry))
    ? withoutDocumentNumbers(entries.map((entry) => entry.replace(MARKED, "")))
    : entries;
}

/** "Ansøgning   201/17": the last column of such a list is the number of the document. */
function withoutDocumentNumbers(entries: string[]): string[] {
  const number = /\s+\(?\d{1,7}[/-]\d{2,7}(?:-\d{1,3})?\)?$/;
  return entries.every((entry) => number.test(entry)) ? entries.map((entry) => entry.replace(number, "")) : entries;
}

/** Leaves out "1 Åben …", "2 Lukket …" below "Bilag": they count attachments, not items. */
export function withoutAttachmentLists(
  candidates: Candidate[],
  lines: Line[],
  headings: (Heading | null)[],
): Candidate[] {
  let last: Candidate | null = null;
  return candidates.filter((candidate) => {
    const marked = !candidate.keyword && (candidate.closed !== null || OPEN_MARK.test(candidate.title));
    const below = candidate.index - (last?.index ?? -2) === 1 && candidate.number === (last as Candidate).number + 1;
    const first =
      candidate.number === 1 &&
      (headings[candidate.headingLine]?.role === "attachments" || FILE_END.test(candidate.title)) &&
      isFirstBelow(candidate, lines);
    last = marked && (first || below) ? candidate : null;
    return last === null;
  });
}

/** Whether nothing but blank lines stands between the heading and the entry. */
function isFirstBelow({ index, headingLine }: Candidate, lines: Line[]): boolean {
  for (let at = index - 1; at > headingLine; at--) if ((lines[at] as Line).label !== "") return false;
  return true;
}
