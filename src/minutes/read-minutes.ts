import { readBody } from "./bodies.ts";
import { readCandidate, type Candidate } from "./candidates.ts";
import { findDamage } from "./damage.ts";
import { readAppendix } from "./appendix.ts";
import { readGroup, standsBetweenItems } from "./groups.ts";
import { readHeader, type Header } from "./header.ts";
import { readHeading, type Heading } from "./headings.ts";
import type { ItemStart } from "./item-lines.ts";
import { findItemStarts } from "./item-starts.ts";
import { readItem } from "./items.ts";
import { FOLD } from "./page-chrome.ts";
import { splitLines, type Line } from "./lines.ts";
import type { ExtractedText, Item, Minutes, TocEntry, Warning } from "./model.ts";
import { findMunicipality } from "./municipality.ts";
import { addPartialAbsences } from "./partial-absences.ts";
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
  const { lines, headings, candidates } = scan(text);
  const contents = readContents(lines, headings, candidates);
  const entries = contents?.entries ?? [];
  const starts = findItemStarts({ lines, headings, candidates, entries, from: contents?.to ?? 0 });
  const headLines = headOf(lines, starts, contents);
  const header = readHeader(headLines);
  const meeting = { committee: header.committee, date: header.date };
  const agenda = header.kind === "agenda" && !headings.some((heading) => heading?.role === "decision");
  closeGroups(lines, starts);
  const appendix = readAppendix(lines, candidates, starts);
  const items = starts.map((start, index) => readItem({ text, lines, headings }, start, endOf(lines, starts, index, appendix.from), meeting, agenda, warnings));
  for (const [index, names] of appendix.attachments) if ((items[index] as Item).attachments.length === 0) (items[index] as Item).attachments.push(...names);
  takeTitles(items, entries);
  takeMeeting(header, items);
  dropTypeMarks(items);
  addPartialAbsences(items, header.partial, header.committee);
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

type Scan = { lines: Line[]; headings: (Heading | null)[]; candidates: Candidate[] };

/** Cuts and marks the lines; a text that says "Beslutning" but has no headings has lost its line breaks. */
function scan(text: string): Scan {
  const lines = splitLines(text);
  const marks = markLines(lines);
  if (marks.headings.some((heading) => heading?.role === "decision" || heading?.role === "presentation") || !/Beslutning|Sagsfremstilling/.test(text)) return { lines, ...marks };
  const cut = splitLines(text, true);
  return { lines: cut, ...markLines(cut) };
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
    if (line.label.startsWith("fold ")) unfold(line);
    const heading = line.cells ? null : readHeading(line.label);
    if (heading && !(count === 0 && candidates.every(({ title }) => title === "") && isDocumentName(heading))) {
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

/** Takes "fold dette punkt ind" from the front of a heading. */
function unfold(line: Line): void {
  const words = line.label.replace(FOLD, "");
  if (readHeading(words)) line.label = words;
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

/** "Lukkede sager" above items says that they are closed. */
function closeGroups(lines: Line[], starts: ItemStart[]): void {
  let closed = false;
  let from = 0;
  for (const start of starts) {
    for (let index = start.line - 1; index >= from; index--) {
      const { label } = lines[index] as Line;
      if (label === "") continue;
      const group = readGroup(label);
      if (group) closed = group.closed ?? false;
      if (group || !standsBetweenItems(label)) break;
    }
    start.closed ||= closed;
    from = start.line;
  }
}

/** An item ends where the next begins, or at the group lines above that. */
function endOf(lines: Line[], starts: ItemStart[], index: number, last: number): number {
  const next = starts[index + 1];
  if (!next) return last;
  let end = next.line;
  for (let at = end - 1; at > (starts[index] as ItemStart).line; at--) {
    const { label } = lines[at] as Line;
    if (label === "") continue;
    if (!standsBetweenItems(label) && readBody(label)?.end !== label.length) break;
    end = at;
  }
  return end;
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

/** "(B)", "(D)" and "(O)" behind the titles say what each item is for and are no part of them. */
function dropTypeMarks(items: Item[]): void {
  const mark = /\s*\([A-Z]\)$/;
  const titled = items.filter(({ title, closed }) => title !== "" && !closed);
  if (titled.length < 2 || titled.filter(({ title }) => mark.test(title)).length < titled.length * 0.6) return;
  for (const item of items) item.title = item.title.replace(mark, "");
}

/** A document without a head is of the meeting whose decisions it prints: the latest date, and the body deciding then. */
function takeMeeting(header: Header, items: Item[]): void {
  const decisions = items.flatMap((item) => item.decisions);
  if (header.date === null) header.date = decisions.reduce<string | null>((latest, { date }) => (date !== null && (latest === null || date > latest) ? date : latest), null);
  if (header.committee !== null) return;
  const bodies = [...decisions, ...items.flatMap((item) => item.treatment)];
  header.committee = bodies.findLast(({ committee, date }) => committee !== null && date !== null && date === header.date)?.committee ?? null;
  if (header.committee === null) return;
  for (const decision of decisions) if (decision.committee === null) [decision.committee, decision.date] = [header.committee, decision.date ?? header.date];
}

function isAgenda(header: Header, items: Item[]): boolean {
  return header.kind === "agenda" && !items.some((item) => item.decisions.some((decision) => decision.text !== ""));
}

const ENDED = /møde(?:t begyndte kl\. ?[\d.:]+ og sluttede|slut|t (?:slut(?:tede)?|hævet|hævedes|blev hævet|blev afsluttet|ophævet|afsluttet))\s*:?\s*(?:kl(?:okken)?\.?)?:? ?\n?\s*\d[\d.: ]{0,6}/i;

/** "Mødet sluttede kl. 21.33", which may stand anywhere. */
function endTime(text: string): string | null {
  const at = text.search(/ødet (?:slut|hæv|blev (?:hæv|afsl)|ophæv|afsl|begyndte kl)|ødeslut/);
  if (at < 1) return null;
  const match = ENDED.exec(text.slice(at - 1));
  return match && parseTimeRange(match[0].replace(/^.* og /, "").replace(/[. ]+$/, "")).start;
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
