import type { Item, Span, TocEntry } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { evidenceAt, type Line, linesIn, type Page, tell } from "./page.ts";
import { distance, keyOf } from "./spelling.ts";

type Entry = TocEntry & { line: Line; key: string };

/** The list of contents against the items: titles, numbers, how many there are, and pages that rise. */
export function checkContents(page: Page): Finding[] {
  const { minutes } = page;
  const start = minutes?.items[0]?.span.start;
  if (!minutes || start === undefined || minutes.tableOfContents.length < 3) return [];
  const lines = linesIn(page, { start: 0, end: start });
  const entries: Entry[] = [];
  let from = 0;
  for (const entry of minutes.tableOfContents) {
    const key = titleKey(entry.title);
    const at = lines.findIndex(
      ({ label }, index) => index >= from && key.length > 3 && keyOf(label).includes(key.slice(0, 24)),
    );
    if (at < 0) continue;
    entries.push({ ...entry, key, line: lines[at] as Line });
    from = at + 1;
  }
  if (entries.length !== minutes.tableOfContents.length) return [];
  return [...againstItems(page, entries, minutes.items), ...risingPages(page, entries)];
}

function againstItems(page: Page, entries: Entry[], items: Item[]): Finding[] {
  const open = items.filter(({ closed, title }) => !closed && titleKey(title).length > 3);
  const unmatched = new Set(open);
  const missing: Entry[] = [];
  const findings: Finding[] = [];
  for (const entry of entries) {
    const item = [...unmatched].find((one) => isSame(entry.key, titleKey(one.title)));
    if (!item) {
      if (!entry.closed) missing.push(entry);
      continue;
    }
    unmatched.delete(item);
    findings.push(...sameNumber(page, entry, item));
  }
  const matched = entries.length - missing.length;
  if (matched < 2 || missing.length > Math.max(1, entries.length / 4)) return [];
  for (const entry of missing) {
    const near = [...unmatched].find((item) => isNear(entry.key, titleKey(item.title)));
    if (near) {
      unmatched.delete(near);
      findings.push(
        tell(page, {
          check: "table-of-contents",
          verdict: "error",
          span: titleSpan(page, entry),
          stated: entry.title,
          computed: near.title,
          explanation: `I indholdsfortegnelsen står »${entry.title}«, men punktet hedder »${near.title}«.`,
          evidence: [evidenceAt(page, headingOf(page, near))],
        }),
      );
    } else if (!page.text.includes(entry.title.slice(0, 30), entry.line.span.end)) {
      findings.push(
        tell(page, {
          check: "table-of-contents",
          verdict: "warning",
          span: titleSpan(page, entry),
          stated: entry.title,
          computed: null,
          explanation: `Indholdsfortegnelsen har »${entry.title}«, men intet punkt hedder sådan; punktet kan være lukket eller have fået en anden titel.`,
        }),
      );
    }
  }
  if (missing.length === 0)
    for (const item of unmatched) {
      if (
        entries.length + unmatched.size !== open.length + entries.filter(({ closed }) => closed).length ||
        unmatched.size > 2
      )
        break;
      findings.push(
        tell(page, {
          check: "table-of-contents",
          verdict: "warning",
          span: headingOf(page, item),
          stated: item.title,
          computed: null,
          explanation: `Punktet »${item.title}« står ikke i indholdsfortegnelsen; det kan være sat på dagsordenen senere.`,
        }),
      );
    }
  return findings;
}

function sameNumber(page: Page, entry: Entry, item: Item): Finding[] {
  if (entry.number === null || item.number === null) return [];
  const holds = entry.number === item.number;
  if (!holds && !page.text.slice(item.span.start, item.span.start + 300).includes(item.number)) return [];
  return [
    tell(page, {
      check: "table-of-contents",
      verdict: holds ? "ok" : "error",
      span: holds ? entry.line.span : titleSpan(page, entry),
      stated: entry.number,
      computed: item.number,
      explanation: holds
        ? `Punkt ${item.number} hedder det samme i indholdsfortegnelsen.`
        : `»${entry.title}« er nummer ${entry.number} i indholdsfortegnelsen, men punktet har nummer ${item.number}.`,
      evidence: [evidenceAt(page, headingOf(page, item))],
    }),
  ];
}

/** A page between two others that is not between their numbers. */
function risingPages(page: Page, entries: Entry[]): Finding[] {
  return entries.flatMap((entry, at) => {
    const before = entries[at - 1]?.page ?? null;
    const next = entries[at + 1]?.page ?? null;
    if (entry.page === null || before === null || before <= 0) return [];
    const isLast = at === entries.length - 1;
    const isDip = entry.page < before && (isLast || (next !== null && next >= before));
    const isPeak = next !== null && entry.page > next && next >= before && at < entries.length - 1;
    if ((!isDip && !isPeak) || entry.closed !== entries[at - 1]?.closed) return [];
    const digits = String(entry.page);
    const start = page.text.slice(entry.line.span.start, entry.line.span.end).lastIndexOf(digits);
    if (start < 0) return [];
    const from = entry.line.span.start + start;
    return tell(page, {
      check: "table-of-contents",
      verdict: "error",
      span: { start: from, end: from + digits.length },
      computed: next === null ? null : `${before}-${next}`,
      explanation: `Sidetallene i indholdsfortegnelsen stiger ikke: ${[before, entry.page, next].filter((one) => one !== null).join(", ")}.`,
      evidence: [evidenceAt(page, entry.line.span)],
    });
  });
}

/** Cut titles, capitals, full stops and what stands before the title make no difference. */
function isSame(entry: string, item: string): boolean {
  const [short, long] = entry.length < item.length ? [entry, item] : [item, entry];
  return short.length > 3 && long.includes(short);
}

function isNear(entry: string, item: string): boolean {
  const cut = item.length - entry.length > 3 ? item.slice(0, entry.length) : item;
  const most = Math.max(1, Math.min(5, Math.floor(entry.length / 8)));
  return entry.length > 8 && distance(entry, cut, most) <= most;
}

function titleKey(title: string): string {
  return keyOf(title.replace(/^(?:lukket|åben)t?\s*(?:punkt|sag)?\s*[:–-]\s*/i, "").replace(/[.…\s]+$/, ""));
}

function titleSpan(page: Page, { line, title }: Entry): Span {
  const start = page.text.slice(line.span.start, line.span.end).indexOf(title.slice(0, 20));
  return start < 0
    ? line.span
    : { start: line.span.start + start, end: Math.min(line.span.start + start + title.length, line.span.end) };
}

function headingOf(page: Page, item: Item): Span {
  return linesIn(page, { start: item.span.start, end: item.span.start + 400 })[0]?.span ?? item.span;
}
