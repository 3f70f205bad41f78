import type { Span } from "#minutes/model.ts";
import type { FigureTable } from "./tables/find-tables.ts";

/** A sentence or a list point. */
export type Sentence = {
  span: Span;
  /** The nearest heading above and the line that opens its list ("Klagerne fordeler sig således:"); null when none. */
  heading: string | null;
  opener: Span | null;
  /** True for a point in a list. */
  point: boolean;
  /** Sentences of the same paragraph or the same point share it; counts upwards through the text. */
  block: number;
  /** How far a point's dash is indented; 0 outside lists. */
  indent: number;
};

type Line = { start: number; end: number; text: string };
type Point = { indent: number; from: number };

const POINT = /^(?<indent>[ \t]{0,40})(?:[-*•·–—▪●○◦‣>]\s+|\d{1,2}[.)]\s+|[a-zæøå][.)]\s+|o\s(?=\p{Lu}))/u;

/**
 * Cuts prose into sentences; the lines of tables, headings and contents are left out, and wrapped lines are one
 * paragraph. Abbreviations and "14. november" do not end a sentence. Linear in the text.
 */
export function findSentences(text: string, tables: Pick<FigureTable, "span">[]): Sentence[] {
  const sentences: Sentence[] = [];
  let heading: string | null = null;
  let block = 0;
  let paragraph: { span: Span; point: Point | null } | null = null;
  let blankBefore = true;
  /** The openers of the lists we are in, outermost first. */
  let openers: { indent: number; span: Span }[] = [];
  let last: Sentence | null = null;

  const close = () => {
    if (!paragraph) return;
    const { span, point } = paragraph;
    block += 1;
    const indent = point?.indent ?? 0;
    if (!point) openers = [];
    else {
      openers = openers.filter((opener) => opener.indent < indent);
      const opens = last && (!last.point || last.indent < indent) && (openers.length === 0 || last.point);
      if (opens && last && openers.at(-1)?.span !== last.span)
        openers.push({ indent: last.point ? last.indent : -1, span: last.span });
    }
    const opener = point ? (openers.at(-1)?.span ?? null) : null;
    for (const part of cut(text, { start: point?.from ?? span.start, end: span.end })) {
      last = { span: part, heading, opener, point: point !== null, block, indent };
      sentences.push(last);
    }
    paragraph = null;
  };

  let table = 0;
  for (const line of linesOf(text)) {
    while (table < tables.length && (tables[table]?.span.end ?? 0) <= line.start) table += 1;
    const inTable = (tables[table]?.span.start ?? Infinity) < line.end && line.start < (tables[table]?.span.end ?? 0);
    if (inTable || line.text.trim() === "" || isColumns(line.text)) {
      close();
      if (inTable || isColumns(line.text)) last = null;
      blankBefore = true;
      continue;
    }
    const point = pointOf(line);
    if (isHeading(line, blankBefore, text)) {
      close();
      heading = line.text.replace(/^[\s#*_]+|[\s*_#]+$/gu, "");
      last = null;
      openers = [];
      blankBefore = true;
      continue;
    }
    const goesOn: boolean = paragraph !== null && !point && continues(paragraph, line, text);
    if (goesOn && paragraph) paragraph.span.end = line.end;
    else {
      close();
      paragraph = { span: { start: line.start, end: line.end }, point };
    }
    blankBefore = false;
  }
  close();
  return sentences;
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    yield { start, end, text: text.slice(start, Math.min(end, start + 400)) };
    start = end + 1;
  }
}

function pointOf(line: Line): Point | null {
  const match = POINT.exec(line.text);
  if (!match) return null;
  return { indent: match.groups?.["indent"]?.replace(/\t/g, "    ").length ?? 0, from: line.start + match[0].length };
}

/** Lines with tabs, pipes, wide gaps between figures or leader dots are columns, not prose. */
function isColumns(line: string): boolean {
  return (
    /\S\t+\S/.test(line) ||
    /^\s*\|/.test(line) ||
    /\.{4}/.test(line) ||
    /^[\s\-=_*|+:]+$/.test(line) ||
    /\S {3,}\S+ {3,}\S/.test(line)
  );
}

/** Marked headings, and short lines that stand alone and are no sentence. */
function isHeading(line: Line, alone: boolean, text: string): boolean {
  if (/^\s{0,3}#{1,6}\s/.test(line.text) || /^\s*\*\*[^*]+\*\*:?\s*$/.test(line.text)) return true;
  if (!alone || line.end - line.start > 110 || /[.,;:!?]["”*_]*\s*$/.test(line.text) || POINT.test(line.text))
    return false;
  if (!/^\s*[\p{Lu}\d"”»]/u.test(line.text) || /\d.*=.*\d/u.test(line.text)) return false;
  const next = text.slice(line.end + 1, line.end + 3);
  return next.startsWith("\n") || next === "" || /^\p{Lu}/u.test(next);
}

/** A wrapped line goes on where the line before it did not finish, or is as long as wrapped lines are. */
function continues(paragraph: { span: Span; point: Point | null }, line: Line, text: string): boolean {
  if (/^\s*[\p{Ll}\d(]/u.test(line.text)) return true;
  const { start, end } = paragraph.span;
  const length = end - 1 - text.lastIndexOf("\n", end - 1);
  const before = text.slice(Math.max(start, end - 3), end);
  if (/[:;]["”)*_]*\s*$/u.test(before)) return false;
  return /[.!?]["”)*_]*\s*$/u.test(before) ? length > 40 && length < 120 : length > 50;
}

const STOP = /[.!?]["”)»*_]*\s+(?=["”»(*_]*[\p{Lu}\d])/gu;
const SHORT =
  /(?:^|[\s(])(?:ca|nr|pr|jf|jfr|bl\.a|f\.eks|fx|evt|inkl|ekskl|pkt|kap|stk|s|dvs|mv|m\.v|m\.fl|hhv|vedr|ift|ifm|mht|pga|max|min|maks|tlf|Ad|ad|d|kl|sagsnr|j\.nr|st|Anm|anm|note|dok|osv|samt\. ?|[A-ZÆØÅ]|p\.t|pt|fhv|dr|ing|afd|adm|gns|gnsn|i\.f\.t)\.$/u;
/** "12 pct. (40 ud af 333)" goes on. */
const UNIT = /\d\s?(?:pct|kr|mio|mia|mill)\.$/iu;
const MONTH_OR_TERM =
  /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|klasse)/iu;

function* cut(text: string, { start, end }: Span): Generator<Span> {
  const part = text.slice(start, end);
  let from = part.length - part.trimStart().length;
  for (const match of part.matchAll(STOP)) {
    const dot = match.index + 1;
    const behind = part.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (UNIT.test(part.slice(Math.max(from, dot - 14), dot)) && /^[(]/.test(behind)) continue;
    if (match[0].startsWith(".") && goesOn(part.slice(Math.max(from, dot - 14), dot), behind)) continue;
    yield { start: start + from, end: start + match.index + match[0].trimEnd().length };
    from = match.index + match[0].length;
  }
  const stop = part.trimEnd().length;
  if (stop > from) yield { start: start + from, end: start + stop };
}

/** "kr. 500", "1,8 mio. Kr.", "14. November" and abbreviations go on; "500 kr. Det" does not. */
function goesOn(before: string, behind: string): boolean {
  if (SHORT.test(before)) return true;
  if (/(?:mio|mia|mill)\.$/iu.test(before) && /^kr/iu.test(behind)) return true;
  if (/(?:^|[\s(])kr\.$/iu.test(before) && /^\d/.test(behind) && !/[\d.]\s?kr\.$/iu.test(before)) return true;
  return /(?:^|\D)\d{1,2}\.$/.test(before) && MONTH_OR_TERM.test(behind);
}
