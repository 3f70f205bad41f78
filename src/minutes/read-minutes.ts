import { readCandidate, type Candidate } from "./candidates.ts";
import { findDamage } from "./damage.ts";
import { readHeader, type Header } from "./header.ts";
import { readHeading, type Heading } from "./headings.ts";
import { findItemStarts, type ItemStart } from "./item-starts.ts";
import { readItem } from "./items.ts";
import { splitLines, type Line } from "./lines.ts";
import type { ExtractedText, Item, Minutes, TocEntry, Warning } from "./model.ts";
import { findMunicipality } from "./municipality.ts";
import { completeParticipants } from "./participants.ts";
import { readContents } from "./table-of-contents.ts";
import { parseTimeRange } from "./times.ts";
import { titleKey } from "./titles.ts";
import { warning } from "./warnings.ts";

/**
 * Reads minutes or an agenda from the text of a file. Never throws: what is not understood is kept as text, left null,
 * and told in `warnings`.
 */
export function readMinutes(extracted: ExtractedText, source: { file: string; sha256: string }): Minutes {
  const { text } = extracted;
  const warnings: Warning[] = [...extracted.warnings];
  const lines = splitLines(text);
  const { headings, candidates } = markLines(lines);
  const contents = readContents(lines, headings, candidates);
  const entries = contents?.entries ?? [];
  const starts = findItemStarts({ lines, headings, candidates, entries, from: contents?.to ?? 0 });
  const headLines = headOf(lines, starts, contents);
  const header = readHeader(headLines);
  const meeting = { committee: header.committee, date: header.date };
  const agenda = header.kind === "agenda" && !headings.some((heading) => heading?.role === "decision");
  closeGroups(lines, starts);
  const items = starts.map((start, index) => readItem({ text, lines, headings }, start, endOf(lines, starts, index), meeting, agenda, warnings));
  takeTitles(items, entries);
  takeMeeting(header, items);
  const participants = completeParticipants(header.participants, items, header.committee);
  addWarnings(warnings, header, items, entries, headings);
  warnings.push(...findDamage(text, lines, participants, items));
  const headEnd = starts[0] ? (lines[starts[0].line] as Line).start : Math.min(text.length, 2000);
  return {
    source: { file: source.file, format: extracted.format, pages: extracted.pages, sha256: source.sha256 },
    kind: isAgenda(header, items) ? "agenda" : "minutes",
    municipality: findMunicipality(text, contents ? (lines[contents.from] as Line).start : headEnd, header.committee, header.place),
    committee: header.committee,
    term: header.term,
    date: header.date,
    startTime: header.startTime,
    endTime: header.endTime ?? endTime(text),
    place: header.place,
    participants,
    tableOfContents: entries,
    items,
    warnings,
  };
}

/** False when the text is neither minutes nor an agenda (a letter, a recipe): nothing in it should be used. */
export function isMinutes(minutes: Minutes): boolean {
  return !minutes.warnings.some(({ code }) => code === "not-minutes");
}

/** Which lines open sections, and which begin with a number that may be an item's. */
function markLines(lines: Line[]): { headings: (Heading | null)[]; candidates: Candidate[] } {
  const headings: (Heading | null)[] = new Array(lines.length).fill(null);
  const candidates: Candidate[] = [];
  let count = 0;
  let last = -1;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.label === "" || line.label.length > 2000) continue;
    const heading = line.cells ? null : readHeading(line.label);
    if (heading && !(count === 0 && candidates.length === 0 && isDocumentName(heading))) {
      headings[index] = heading;
      count++;
      last = index;
      continue;
    }
    const candidate = readCandidate(line, index, count, last);
    if (candidate) candidates.push(candidate);
  }
  return { headings, candidates };
}

/** "Referat" at the top of a document is its name; above an item's last part it is a heading. */
function isDocumentName(heading: Heading): boolean {
  return /^(?:referat|protokol|beslutningsreferat)$/i.test(heading.heading);
}

function headOf(lines: Line[], starts: ItemStart[], contents: { from: number; to: number } | null): Line[] {
  const end = Math.min(starts[0]?.line ?? lines.length, 300);
  if (!contents || contents.from >= end) return lines.slice(0, end);
  return [...lines.slice(0, contents.from), ...lines.slice(contents.to, end)];
}

const GROUP = /^(åbne|lukkede?) (?:sager|punkter|dagsordenspunkter|punkt|møde|dagsorden)\s*:?$/i;

/** "Lukkede sager" above items says that they are closed. */
function closeGroups(lines: Line[], starts: ItemStart[]): void {
  let closed = false;
  for (const start of starts) {
    const group = groupAbove(lines, start.line);
    if (group !== null) closed = /^l/i.test(group);
    start.closed ||= closed;
  }
}

function groupAbove(lines: Line[], index: number): string | null {
  for (let at = index - 1; at >= 0; at--) {
    const { label } = lines[at] as Line;
    if (label !== "") return GROUP.exec(label)?.[1] ?? null;
  }
  return null;
}

/** An item ends where the next begins, or at the group line above that. */
function endOf(lines: Line[], starts: ItemStart[], index: number): number {
  const next = starts[index + 1];
  if (!next) return lines.length;
  for (let at = next.line - 1; at > (starts[index] as ItemStart).line; at--) {
    const { label } = lines[at] as Line;
    if (label !== "") return GROUP.test(label) ? at : next.line;
  }
  return next.line;
}

/** Items without titles take those of the contents, when there are as many. */
function takeTitles(items: Item[], entries: TocEntry[]): void {
  if (entries.length === 0 || entries.length !== items.length) return;
  for (const [index, item] of items.entries()) {
    const entry = entries[index] as TocEntry;
    if (item.title === "") item.title = entry.title;
    if (item.number === null && entry.number !== null && titleKey(entry.title) === titleKey(item.title)) item.number = entry.number;
    entry.number ??= null;
    if (entry.closed && titleKey(entry.title) === titleKey(item.title)) item.closed = true;
  }
}

/** A document without a head is of the meeting whose decisions it prints: the latest date, and the body deciding then. */
function takeMeeting(header: Header, items: Item[]): void {
  const decisions = items.flatMap((item) => item.decisions);
  if (header.date === null) header.date = decisions.reduce<string | null>((latest, { date }) => (date !== null && (latest === null || date > latest) ? date : latest), null);
  if (header.committee !== null) return;
  header.committee = decisions.findLast(({ committee, date }) => committee !== null && date === header.date)?.committee ?? null;
  if (header.committee === null) return;
  for (const decision of decisions) if (decision.committee === null) [decision.committee, decision.date] = [header.committee, decision.date ?? header.date];
}

function isAgenda(header: Header, items: Item[]): boolean {
  return header.kind === "agenda" && !items.some((item) => item.decisions.some((decision) => decision.text !== ""));
}

const ENDED = /Mødet (?:slut(?:tede)?|hævet|hævedes|blev hævet|ophævet)\s*(?:kl(?:okken)?\.?)?:? ?\d[\d.: ]{0,6}/;

function endTime(text: string): string | null {
  if (!text.includes("Mødet slut") && !text.includes("hæve")) return null;
  const match = ENDED.exec(text);
  return match && parseTimeRange(match[0].replace(/[. ]+$/, "")).start;
}

function addWarnings(warnings: Warning[], header: Header, items: Item[], entries: TocEntry[], headings: (Heading | null)[]): void {
  if (header.committee === null && header.date === null) warnings.push(warning("no-header", null));
  else if (header.committee === null) warnings.push(warning("no-committee", null));
  else if (header.date === null) warnings.push(warning("no-date", null));
  if (items.length === 0) warnings.push(warning("no-items", null));
  if (entries.length > 0 && items.length > 0 && entries.length !== items.length) warnings.push(warning("toc-mismatch", null, `${entries.length} i indholdsfortegnelsen, ${items.length} punkter i teksten.`));
  if (!hasShape(header, items, entries, headings)) warnings.push(warning("not-minutes", null));
}

/** What minutes have and other texts lack; two points are enough. */
function hasShape(header: Header, items: Item[], entries: TocEntry[], headings: (Heading | null)[]): boolean {
  let points = 0;
  if (header.named) points++;
  if (header.committee !== null) points++;
  if (header.date !== null && (header.startTime !== null || header.place !== null)) points++;
  if (header.participants.length > 2) points++;
  if (entries.length > 2) points++;
  if (items.some((item) => item.decisions.length > 0)) points++;
  const roles = new Set(headings.map((heading) => heading?.role));
  if (roles.has("decision")) points++;
  if (roles.has("recommendation")) points++;
  if (roles.has("presentation")) points++;
  return points > 1 && (items.length > 0 || points > 3);
}
