import { sameBody } from "#minutes/bodies.ts";
import { findDates, isoDate } from "#minutes/dates.ts";
import type { Minutes, Span } from "#minutes/model.ts";
import type { Check, Evidence, Finding, Verdict } from "../model.ts";
import { itemAt, type Reading, wordsOf } from "../reading.ts";

/** A line without the marks of Markdown and of lists around it. */
export type Line = { span: Span; label: string };

export type DateMention = { span: Span; day: number; month: number; year: number | null; iso: string | null };

/** A document as the checks of structure see it, read once. */
export type Page = {
  reading: Reading;
  text: string;
  minutes: Minutes | null;
  /** Lines with words, in order. */
  lines: Line[];
  /** Possible dates, in order. */
  dates: DateMention[];
};

/** Reads what the checks of structure share: linear in the text. */
export function readPage(reading: Reading): Page {
  const { text, minutes } = reading.source;
  return { reading, text, minutes, lines: readLines(text), dates: readDates(text) };
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length;) {
    const found = text.indexOf("\n", from);
    const to = found < 0 ? text.length : found;
    let start = from;
    let end = to;
    while (start < end && DECORATION.includes(text[start] as string)) start += 1;
    while (end > start && DECORATION.includes(text[end - 1] as string)) end -= 1;
    if (end > start) lines.push({ span: { start, end }, label: text.slice(start, Math.min(end, start + 600)) });
    from = to + 1;
  }
  return lines;
}

const DECORATION = " \t\r\u00a0#*_|•";

function readDates(text: string): DateMention[] {
  return findDates(text).map(({ index, end, day, month, year }) => ({
    span: { start: index, end: text[end - 1] === "." ? end - 1 : end },
    day,
    month,
    year,
    iso: year === null ? null : isoDate(year, month, day),
  }));
}

/** Lines are looked back along so far only: a whole document may stand on one. */
const MOST_BACK = 300;

/** Where the line that holds a place begins, or a place well before it in a long line. */
export function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - MOST_BACK);
  return from + text.slice(from, at).lastIndexOf("\n") + 1;
}

/** The dates that begin in a part of the text. */
export function datesIn(page: Page, { start, end }: Span): DateMention[] {
  const found: DateMention[] = [];
  for (let at = firstFrom(page.dates, start); (page.dates[at]?.span.start ?? Infinity) < end; at += 1)
    found.push(page.dates[at] as DateMention);
  return found;
}

/** The lines that begin in a part of the text. */
export function linesIn(page: Page, { start, end }: Span): Line[] {
  const found: Line[] = [];
  for (let at = firstFrom(page.lines, start); (page.lines[at]?.span.start ?? Infinity) < end; at += 1)
    found.push(page.lines[at] as Line);
  return found;
}

/** Those of many things in order that lie in a part of the text. */
export function within<Thing extends { span: Span }>(things: Thing[], { start, end }: Span): Thing[] {
  const found: Thing[] = [];
  for (let at = firstFrom(things, start); (things[at]?.span.end ?? Infinity) <= end; at += 1)
    found.push(things[at] as Thing);
  return found;
}

/** Index of the first thing that begins at a place or after it. */
function firstFrom(things: { span: Span }[], start: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle] as { span: Span }).span.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when a body is the one whose meeting this is. */
export function isOwn(page: Page, body: string): boolean {
  const own = page.minutes?.committee;
  return own !== null && own !== undefined && sameBody(body, own);
}

type Told = {
  check: Check;
  verdict: Verdict;
  span: Span;
  stated?: string;
  computed: string | null;
  explanation: string;
  evidence?: Evidence[];
};

/** A finding with its words taken from the text. */
export function tell(page: Page, { span, stated, evidence = [], ...told }: Told): Finding {
  const { source } = page.reading;
  const claim = wordsOf(source, span);
  return {
    file: source.file,
    span,
    item: itemAt(source, span.start),
    claim,
    stated: stated ?? claim,
    evidence,
    ...told,
  };
}

/** A place in a document as evidence. */
export function evidenceAt(page: Page, span: Span): Evidence {
  return { file: page.reading.source.file, span, text: wordsOf(page.reading.source, span) };
}
