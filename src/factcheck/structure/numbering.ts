import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { evidenceAt, type Page, tell } from "./page.ts";
import { keyOf } from "./spelling.ts";

type Numbered = { number: number; span: Span; title: string };

const HEADING = /^(?:punkt|pkt\.?)\s+(?<number>\d{1,4})(?:\s*[:.–-]\s*|\s+(?=\p{Lu})|$)(?<title>.*)$/iu;
const CONTENTS = /(?:\.{3,}|…|\t)\s*\d{0,4}$/;

/** More closed items in a row than this are rare. */
const MOST_CLOSED = 6;
/** Closed items may have a series of their own, from 101. */
const NEXT_SERIES = 30;

/**
 * Item numbers rise by one; a title printed twice has the same number both times. A number left out is a closed item
 * more often than a slip, so gaps are let be.
 */
export function checkNumbering(page: Page): Finding[] {
  const items = findItems(page);
  return [...inSequence(page, items), ...repeatedTitles(page, items)];
}

/** Items by the numbers in their headings; empty when the headings do not say "Punkt" and the reader is not sure. */
function findItems(page: Page): Numbered[] {
  const from = page.minutes?.items[0]?.span.start ?? 0;
  const seen: Numbered[] = [];
  for (const { span, label } of page.lines) {
    const match = span.start >= from && label.length < 300 && !CONTENTS.test(label) ? HEADING.exec(label) : null;
    const number = Number(match?.groups?.["number"]);
    const title = match?.groups?.["title"] ?? "";
    if (!match || /^[a-zæøå]/.test(title)) continue;
    const last = seen.at(-1);
    if (last?.number === number && (title === "" || last.title === "" || startsAlike(title, last.title))) continue;
    seen.push({ number, span: { start: span.start, end: span.start + match[0].length - title.length }, title });
  }
  const items = page.minutes?.items ?? [];
  if (seen.length >= 2 && seen.length >= items.length - 1) return seen;
  const read = items.map((item) => ({ item, shown: page.text.slice(item.span.start, item.span.start + 400) }));
  const sure = read.every(({ item, shown }) => item.number !== null && numberAt(shown, item.number) >= 0);
  if (!sure || read.length < 3) return [];
  return read.map(({ item, shown }) => {
    const start = item.span.start + numberAt(shown, item.number as string);
    return {
      number: Number(item.number),
      span: { start, end: start + (item.number as string).length },
      title: item.title,
    };
  });
}

/** A title may be cut or go on over a line the second time. */
function startsAlike(one: string, other: string): boolean {
  return keyOf(one).startsWith(keyOf(other).slice(0, 20)) || keyOf(other).startsWith(keyOf(one).slice(0, 20));
}

/** Where a number stands by itself in the first lines of an item; -1 when it does not. */
function numberAt(shown: string, number: string): number {
  return /^\d+$/.test(number) ? shown.search(new RegExp(`(?<![\\d.])${number}(?!\\d|[.,]\\d)`)) : -1;
}

function inSequence(page: Page, items: Numbered[]): Finding[] {
  if (items.length < 2) return [];
  const numbers = items.map(({ number }) => number);
  const lowest = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const isMoved =
    new Set(numbers).size === numbers.length && Math.max(...numbers.slice(0, 5000)) - lowest === numbers.length - 1;
  const findings: Finding[] = [];
  const slip = (at: number, expected: number) => {
    const item = items[at] as Numbered;
    const near = [items[at - 1], items[at + 1]].flatMap((one) => (one ? [one] : []));
    findings.push(
      tell(page, {
        check: "numbering",
        verdict: "error",
        span: item.span,
        stated: String(item.number),
        computed: String(expected),
        explanation: `Punkterne omkring har nummer ${near.map(({ number }) => number).join(" og ")}, så her skulle stå ${expected}, men der står ${item.number}.`,
        evidence: near.map(({ span }) => evidenceAt(page, span)),
      }),
    );
  };
  const jump = (at: number, before: number) => {
    const item = items[at] as Numbered;
    findings.push(
      tell(page, {
        check: "numbering",
        verdict: "warning",
        span: item.span,
        stated: String(item.number),
        computed: String(before + 1),
        explanation: `Det sidste punkt har nummer ${item.number}, men punktet før har ${before}; punkterne imellem kan være lukkede.`,
        evidence: [evidenceAt(page, (items[at - 1] as Numbered).span)],
      }),
    );
  };
  for (let at = 0; at < items.length; at += 1) {
    const [before, here, next] = [numbers[at - 1], numbers[at] as number, numbers[at + 1]];
    if (isMoved && (before === undefined || before + 1 !== here)) continue;
    if (before === undefined) {
      if (next !== undefined && next + 1 === numbers[2] && here >= next) slip(at, next - 1);
      continue;
    }
    if (here === before + 1) {
      findings.push(
        tell(page, {
          check: "numbering",
          verdict: "ok",
          span: (items[at] as Numbered).span,
          computed: String(here),
          explanation: `Punkt ${here} følger efter punkt ${before}.`,
        }),
      );
      continue;
    }
    const isLone = next === before + 2 && here !== before + 1;
    if (isLone) slip(at, before + 1);
    else if (here === before && !startsAlike(items[at]?.title ?? "", items[at - 1]?.title ?? "")) slip(at, before + 1);
    else if (next === undefined && here > before + MOST_CLOSED && here < before + NEXT_SERIES) jump(at, before);
  }
  return findings;
}

/** "Punkt 36: Godkendelse af dagsorden" and below it "37. Godkendelse af dagsorden". */
function repeatedTitles(page: Page, items: Numbered[]): Finding[] {
  const findings: Finding[] = [];
  let at = -1;
  for (const { span, label } of page.lines) {
    while ((items[at + 1]?.span.start ?? Infinity) <= span.start) at += 1;
    const item = items[at];
    const repeat = /^(?<number>\d{1,4})\. (?<title>\S.{3,})$/.exec(label);
    if (!item || !repeat || span.start - item.span.start > 4000) continue;
    const [title, other] = [keyOf(repeat.groups?.["title"] ?? ""), keyOf(item.title)];
    if (title.length < 8 || other.length < 8 || !(title.startsWith(other) || other.startsWith(title))) continue;
    const number = Number(repeat.groups?.["number"]);
    if (number === item.number) continue;
    findings.push(
      tell(page, {
        check: "numbering",
        verdict: "error",
        span: { start: span.start, end: span.start + String(number).length },
        computed: String(item.number),
        explanation: `Punktet hedder punkt ${item.number} i overskriften, men ${number} her, hvor titlen gentages.`,
        evidence: [evidenceAt(page, item.span)],
      }),
    );
  }
  return findings;
}
