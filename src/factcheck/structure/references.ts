import { sameBody } from "#minutes/bodies.ts";
import type { Reference, Span } from "#minutes/model.ts";
import type { Finding, Known } from "../model.ts";
import { danishDate } from "./days.ts";
import { bodyKey } from "./meeting-days.ts";
import { evidenceAt, type Page, tell } from "./page.ts";

type Cited = Reference & { body: string; date: string; itemNumber: string; span: Span };

/** The meetings whose documents are checked together, by body and day. */
export type Meetings = Map<string, { municipality: string | null; numbers: number[] }[]>;

/** Closed items last on the agenda may be left out of the minutes. */
const MOST_LEFT_OUT = 5;

/** The meetings whose whole documents are checked together. */
export function readMeetings(pages: Page[]): Meetings {
  const meetings: Meetings = new Map();
  for (const { minutes } of pages) {
    if (!minutes?.committee || !minutes.date) continue;
    const { municipality } = minutes;
    const numbers = minutes.items.map(({ number }) => Number(number ?? Number.NaN));
    if (numbers.length < 3 || numbers.some((number) => Number.isNaN(number))) continue;
    const key = `${bodyKey(minutes.committee)} ${minutes.date}`;
    meetings.set(key, [...(meetings.get(key) ?? []), { municipality, numbers }]);
  }
  return meetings;
}

/** True or false when a document of that meeting holds or lacks the number; null when none can say. */
function amongMeetings(page: Page, { body, date, itemNumber }: Cited, meetings: Meetings): boolean | null {
  const here = (meetings.get(`${bodyKey(body)} ${date}`) ?? []).filter(
    ({ municipality }) => municipality === page.minutes?.municipality,
  );
  const number = Number(itemNumber);
  if (here.length === 0) return null;
  if (here.some(({ numbers }) => numbers.includes(number))) return true;
  const isOutside = here.every(
    ({ numbers }) => number < Math.min(...numbers) || number > Math.max(...numbers) + MOST_LEFT_OUT,
  );
  return isOutside ? false : null;
}

/**
 * Pointers such as "på mødet den 10. april 2024 (sag 30)" against the archive and the other documents. Bodies number
 * their cases afresh, so only body, day and number together name a case.
 */
export function checkReferences(page: Page, known: Known, meetings: Meetings): Finding[] {
  const cited = readCited(page);
  return [
    ...cited.flatMap((one) => [...isThere(page, one, known, meetings), ...isLater(page, one)]),
    ...twoDays(page, cited),
  ];
}

function readCited(page: Page): Cited[] {
  const own = page.minutes?.committee;
  return (page.minutes?.items ?? []).flatMap((item) => {
    let from = item.span.start;
    return item.references.flatMap((reference) => {
      const { itemNumber, date, committee, text } = reference;
      const at = page.text.indexOf(text, from);
      const body = committee ?? own;
      if (at < 0 || at >= item.span.end) return [];
      from = at + 1;
      if (!body || date === null || itemNumber === null) return [];
      return { ...reference, body, date, itemNumber, span: { start: at, end: at + text.length } };
    });
  });
}

function isThere(page: Page, cited: Cited, known: Known, meetings: Meetings): Finding[] {
  const { body, date, itemNumber, span } = cited;
  const answer = amongMeetings(page, cited, meetings) ?? known.hasItem?.(body, date, itemNumber) ?? null;
  if (answer === null) return [];
  return [
    tell(page, {
      check: "reference",
      verdict: answer ? "ok" : "error",
      span,
      stated: itemNumber,
      computed: answer ? itemNumber : null,
      explanation: answer
        ? `Sag ${itemNumber} findes i ${body}s møde den ${danishDate(date)}.`
        : `${body}s møde den ${danishDate(date)} har ingen sag ${itemNumber}.`,
    }),
  ];
}

function isLater(page: Page, { date, span, itemNumber }: Cited): Finding[] {
  const meeting = page.minutes?.date;
  if (!meeting || date <= meeting) return [];
  return [
    tell(page, {
      check: "reference",
      verdict: "warning",
      span,
      stated: danishDate(date),
      computed: null,
      explanation: `Teksten henviser til sag ${itemNumber} den ${danishDate(date)}, men det er efter mødet den ${danishDate(meeting)}; den sag kan være planlagt.`,
    }),
  ];
}

/** Numbers run through the year, so one number of a body is one day of that year; short numbers may begin at each meeting. */
function twoDays(page: Page, cited: Cited[]): Finding[] {
  const first = new Map<string, Cited>();
  return cited.flatMap((one) => {
    if (Number(one.itemNumber) <= 20) return [];
    const key = `${bodyKey(one.body)} ${one.date.slice(0, 4)} ${one.itemNumber}`;
    const other = first.get(key) ?? one;
    first.set(key, other);
    if (other.date === one.date || !sameBody(other.body, one.body)) return [];
    return tell(page, {
      check: "reference",
      verdict: "warning",
      span: one.span,
      stated: danishDate(one.date),
      computed: danishDate(other.date),
      explanation: `Sag ${one.itemNumber} er her dateret den ${danishDate(one.date)}, men den ${danishDate(other.date)} tidligere i teksten; det kan være to sager, hvis numrene begynder forfra.`,
      evidence: [evidenceAt(page, other.span)],
    });
  });
}
