import { readBodyDate } from "./body-date.ts";
import { looksLikeTitle } from "./candidates.ts";
import type { Line } from "./lines.ts";
import type { SectionRole } from "./model.ts";
import type { Draft, Source, State } from "./section-drafts.ts";
import { isTableNote } from "./tables.ts";

/** "Økonomiudvalget, 17.06.2024, pkt. 12" opens a decision where no heading says so; below "Sagsforløb" only with words after it. */
export function isDecisionHead({ top, sub }: State, { lines, headings }: Source, index: number, to: number): boolean {
  const line = lines[index] as Line;
  if (line.bullet || top?.role === "decision" || sub?.role === "treatment") return false;
  // Below a list of attachments only what can be no attachment: "Byrådets beslutning den 27. april 2022" with room above it.
  if (top?.role === "attachments" && !(isBlank(lines[index - 1]) && OF_BODY.test(line.label))) return false;
  if (!looksLikeBodyDate(line.label) || readBodyDate(line.label) === null) return false;
  if (top?.role !== "treatment" && top?.role !== "process") return true;
  const below = nextWords(lines, index, to);
  return (
    below !== null &&
    !headings[below] &&
    /[a-zæøå]{3}.*\.$/.test((lines[below] as Line).label) &&
    readBodyDate((lines[below] as Line).label) === null
  );
}

const OF_BODY =
  /^\p{Lu}[\p{L} ,-]*(?:rådets|bestyrelsens|udvalgets) beslutning (?:(?:i|på) mødet )?(?:den|d\.) \d[^,]*$/u;

const LEADER = /^(?:Det |[A-ZÆØÅ])[^.:;]{2,80}? (?:indstiller|foreslår|indstilles|foreslås)\b[^.]*[^.;]$/;

/** "Direktionen indstiller," above a list of "at …" is a recommendation also where no heading says so. */
export function opensRecommendation({ top }: State, { lines, headings }: Source, index: number, to: number): boolean {
  if (top?.role === "recommendation" || top?.role === "decision" || top?.role === "attachments") return false;
  const { label } = lines[index] as Line;
  if (label.length > 200 || !/indstill|foresl/.test(label) || !LEADER.test(label)) return false;
  const below = nextWords(lines, index, to);
  return below !== null && !headings[below] && /^(?:at\b|\d{1,2}[.)] |[a-z]\) )/i.test((lines[below] as Line).label);
}

const WHOLE =
  /^(?:Det |[A-ZÆØÅ])[^.:;]{2,80}? (?:indstiller|indstilles|foreslår|foreslås)(?: [^.,:;]{2,60})?,? at [^:\n]{5,500}\.$/;

/** "Direktionen indstiller, at regnskabet godkendes.": a paragraph of its own in an item without headings so far. */
export function isRecommendation({ top }: State, { lines, headings }: Source, index: number): boolean {
  if (top !== null && (top.heading !== "" || top.role !== "other")) return false;
  const { label, bullet } = lines[index] as Line;
  return (
    !bullet &&
    /indstill|foresl/.test(label) &&
    (isBlank(lines[index + 1]) || headings[index + 1] !== null) &&
    WHOLE.test(label)
  );
}

/** A line that can only be a heading ends a list of recommendations, though nobody knows its words. */
export function endsRecommendation({ top }: State, { lines, headings }: Source, index: number, to: number): boolean {
  if (top?.role !== "recommendation" || top.ranges.length === 0) return false;
  const line = lines[index] as Line;
  if (
    line.bullet ||
    line.cells ||
    line.label.length > 45 ||
    !isBlank(lines[index - 1]) ||
    !isBlank(lines[index + 1]) ||
    !/^[A-ZÆØÅ][a-zæøå][^\d,.:;()]*$/.test(line.label)
  )
    return false;
  const below = nextWords(lines, index, to);
  return below !== null && !headings[below] && /^[A-ZÆØÅ].{40,}\.$/.test((lines[below] as Line).label);
}

function nextWords(lines: Line[], index: number, to: number): number | null {
  for (let at = index + 1; at < to; at++) if ((lines[at] as Line).label !== "") return at;
  return null;
}

const ROLE_LINE = /udvalg|råd(?:et)?\b|bestyrelse|direktion|magistrat|borgerrepræsentation|forum|nævn/i;

/** A line of the path: a body with its role or its date, and no sentence. */
export function isTreatmentLine(label: string): boolean {
  if (label.length > 170 || !ROLE_LINE.test(label)) return false;
  return /\([^)]{3,60}\)/.test(label) && /(?:\d|\)|,)\s*$/.test(label) ? true : readBodyDate(label) !== null;
}

function looksLikeBodyDate(label: string): boolean {
  if (label.length < 12 || label.length > 150) return false;
  const last = label.charCodeAt(label.length - 1);
  return ((last > 47 && last < 58) || last === 58) && /\d{4}/.test(label);
}

const WITH_SUBHEADINGS = new Set<SectionRole>([
  "presentation",
  "economy",
  "process",
  "legal",
  "history",
  "other",
  "summary",
]);

/**
 * A heading of the author's own inside a section: marked as one, or (where marks are lost) a line between blank lines
 * that ends without punctuation and has prose or a list below it.
 */
export function isSubheading({ lines, headings }: Source, index: number, to: number, current: Draft | null): boolean {
  if (current === null) return false;
  const line = lines[index] as Line;
  const { label } = line;
  if (line.bullet || line.cells || label.length > 170) return false;
  if (current.role === "attachments") return line.level > 0;
  if (!WITH_SUBHEADINGS.has(current.role) || current.heading === "") return false;
  if (line.level > 0) return true;
  if (label.length > 115 || label.length < 4) return false;
  const last = label.charCodeAt(label.length - 1);
  if (line.bold) return last !== 46;
  const first = current.ranges.length === 0 && current.children.length === 0;
  if (
    !(isHeadingEnd(last) || (first && label.endsWith(" kr."))) ||
    !isBlank(lines[index - 1]) ||
    !isBlank(lines[index + 1])
  )
    return false;
  if (
    !looksLikeTitle(label) ||
    isTableNote(label) ||
    label.includes(": ") ||
    /^\d+[.)]|^[/<"”'(]|\w@\w|https?:/.test(label)
  )
    return false;
  for (let at = index + 1; at < to; at++) {
    const next = lines[at] as Line;
    if (next.label === "") continue;
    if (headings[at]) return false;
    if (next.bullet || next.cells) return true;
    const first = next.label[0] as string;
    const lower = first === first.toLowerCase() && first !== first.toUpperCase();
    return !lower && (next.label.length > 90 || /[.:?!]$/.test(next.label));
  }
  return false;
}

/** Letters, figures, a percent sign, a bracket or a question mark end a heading; punctuation does not. */
function isHeadingEnd(code: number): boolean {
  return (
    (code > 47 && code < 58) ||
    (code > 64 && code < 91) ||
    (code > 96 && code < 123) ||
    code > 191 ||
    code === 37 ||
    code === 41 ||
    code === 63 ||
    code === 34
  );
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.start === line.end;
}
