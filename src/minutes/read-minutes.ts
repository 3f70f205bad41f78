import { readAppendix } from "./appendix.ts";
import { readBody } from "./bodies.ts";
import { dropTypeMarks, takeMeeting, takeTitles } from "./completion.ts";
import { findDamage } from "./damage.ts";
import { readGroup, standsBetweenItems } from "./groups.ts";
import { readHeader, type Header } from "./header.ts";
import type { ItemStart } from "./item-lines.ts";
import { findItemStarts } from "./item-starts.ts";
import { readItem } from "./items.ts";
import type { Line } from "./lines.ts";
import { readMarkedLines } from "./marked-lines.ts";
import type { ExtractedText, Item, Minutes, Warning } from "./model.ts";
import { findMunicipality } from "./municipality.ts";
import { addPartialAbsences } from "./partial-absences.ts";
import { completeParticipants } from "./participants.ts";
import { addWarnings } from "./shape.ts";
import { readContents } from "./table-of-contents.ts";
import { parseTimeRange } from "./times.ts";

/** Says where items begin when somebody has looked and knows better. */
export type CorrectStarts = (starts: ItemStart[], lines: Line[]) => ItemStart[];

/**
 * Reads minutes or an agenda from the text of a file. Never throws: what is not understood is kept as text, left null,
 * and told in `warnings`.
 */
export function readMinutes(
  extracted: ExtractedText,
  source: { file: string; sha256: string },
  correctStarts?: CorrectStarts,
): Minutes {
  const { text } = extracted;
  const warnings: Warning[] = [...extracted.warnings];
  const { lines, headings, candidates } = readMarkedLines(text);
  const contents = readContents(lines, headings, candidates);
  const entries = contents?.entries ?? [];
  const found = findItemStarts({ lines, headings, candidates, entries, from: contents?.to ?? 0 });
  const starts = correctStarts ? correctStarts(found, lines) : found;
  const headLines = headOf(lines, starts, contents);
  const header = readHeader(headLines);
  const meeting = { committee: header.committee, date: header.date };
  const agenda = header.kind === "agenda" && !headings.some((heading) => heading?.role === "decision");
  closeGroups(lines, starts);
  const appendix = readAppendix(lines, candidates, starts);
  const items = starts.map((start, index) =>
    readItem({ text, lines, headings }, start, endOf(lines, starts, index, appendix.from), meeting, agenda, warnings),
  );
  for (const [index, names] of appendix.attachments)
    if ((items[index] as Item).attachments.length === 0) (items[index] as Item).attachments.push(...names);
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
    municipality: findMunicipality(
      text,
      contents ? (lines[contents.from] as Line).start : headEnd,
      header.committee,
      header.place,
    ),
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
  if (next.byHand) return end;
  for (let at = end - 1; at > (starts[index] as ItemStart).line; at--) {
    const { label } = lines[at] as Line;
    if (label === "") continue;
    if (!standsBetweenItems(label) && readBody(label)?.end !== label.length) break;
    end = at;
  }
  return end;
}

function isAgenda(header: Header, items: Item[]): boolean {
  return header.kind === "agenda" && !items.some((item) => item.decisions.some((decision) => decision.text !== ""));
}

const ENDED =
  /møde(?:t begyndte kl\. ?[\d.:]+ og sluttede|slut|t (?:slut(?:tede)?|hævet|hævedes|blev hævet|blev afsluttet|ophævet|afsluttet))\s*:?\s*(?:kl(?:okken)?\.?)?:? ?\n?\s*\d[\d.: ]{0,6}/i;

/** "Mødet sluttede kl. 21.33", which may stand anywhere. */
function endTime(text: string): string | null {
  const at = text.search(/ødet (?:slut|hæv|blev (?:hæv|afsl)|ophæv|afsl|begyndte kl)|ødeslut/);
  if (at < 1) return null;
  const match = ENDED.exec(text.slice(at - 1));
  return match && parseTimeRange(match[0].replace(/^.* og /, "").replace(/[. ]+$/, "")).start;
}
