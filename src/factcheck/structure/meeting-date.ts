import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { danishDate, daysBetween } from "./days.ts";
import type { MeetingMention } from "./mentions.ts";
import { type DateMention, datesIn, evidenceAt, isOwn, linesIn, type Page, tell } from "./page.ts";

const TITLE = /^(?:referat|dagsorden|beslutningsprotokol|protokol|møde i|møde d|åbent referat|mødedato|dato\b|tid\b)/i;
const OTHER_DAY =
  /udskr|publicer|offentlig|frist|opdater|senest|næste|godkendt|sidste|forrige|underskr|revider|ændret/i;
const SIGNING = /^(?:punkt \d+:? )?(?:underskrift(?:s)?(?:ark|blad|side))\b/i;

/**
 * The day of the meeting as the header says it, against the title, the file's name, the term and the decisions of
 * the meeting's own body.
 */
export function checkMeetingDate(page: Page, meetings: MeetingMention[]): Finding[] {
  const date = page.minutes?.date;
  if (!date) return [];
  const header = headerDates(page);
  const stated = header.find(({ iso }) => iso === date);
  if (!stated) return [];
  return [
    ...againstTitle(page, header, stated),
    ...againstFile(page, date, stated),
    ...againstTerm(page, date, stated),
    ...againstDecisions(page, meetings, date, stated),
    ...againstSignatures(page, date, stated),
  ];
}

/** Dates with a year in the lines of the header that say when the meeting is. */
function headerDates(page: Page): DateMention[] {
  const end = Math.min(page.minutes?.items[0]?.span.start ?? page.text.length, 3000);
  const lines = linesIn(page, { start: 0, end });
  return lines.slice(0, 40).flatMap(({ span, label }, index) => {
    const dates = datesIn(page, span).filter(({ iso }) => iso !== null);
    const before = lines[index - 1]?.label ?? "";
    const labelled = /^(?:møde)?dato:?$/i.test(before);
    const own = page.minutes?.committee && label.startsWith(page.minutes.committee);
    const weekday = /^(?:man|tirs|ons|tors|fre|lør|søn)dag\b/i.test(label);
    const isHeader = (TITLE.test(label) || own || weekday || labelled) && !OTHER_DAY.test(label);
    return isHeader && dates.length === 1 && label.length < 160 ? dates : [];
  });
}

function againstTitle(page: Page, header: DateMention[], stated: DateMention): Finding[] {
  const others = header.filter(({ iso }) => iso !== stated.iso);
  const other = others[0];
  if (!other || other.iso === null || stated.iso === null || others.length > 1) return [];
  return [
    tell(page, {
      check: "date",
      verdict: "error",
      span: stated.span,
      computed: danishDate(other.iso),
      explanation: `Mødet er dateret både den ${danishDate(stated.iso)} og den ${danishDate(other.iso)} i dokumentets hoved.`,
      evidence: [evidenceAt(page, other.span)],
    }),
  ];
}

const FILE_DATE = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)|(?<!\d)(\d\d)[-.](\d\d)[-.](20\d\d)(?!\d)/;

function againstFile(page: Page, date: string, stated: DateMention): Finding[] {
  const name = page.reading.source.file.split("/").at(-1) ?? "";
  const match = FILE_DATE.exec(name);
  if (!match) return [];
  const [, year, month, day, day2, month2, year2] = match;
  const named = `${year ?? year2}-${month ?? month2}-${day ?? day2}`;
  if (named === date || Number.isNaN(Date.parse(named))) return [];
  return [
    tell(page, {
      check: "date",
      verdict: "warning",
      span: stated.span,
      computed: danishDate(named),
      explanation: `Dokumentet er dateret den ${danishDate(date)}, men filen hedder ${name}; filen kan være navngivet efter en anden dag end mødets.`,
    }),
  ];
}

/** The members elected in November meet for the first time in December before their term begins. */
function againstTerm(page: Page, date: string, stated: DateMention): Finding[] {
  const term = /^(\d{4})\D{1,3}(\d{4})$/.exec(page.minutes?.term ?? "");
  if (!term) return [];
  const [, from = "", to = ""] = term;
  const year = date.slice(0, 4);
  const founding = Number(year) === Number(from) - 1 && date.slice(5, 7) === "12";
  if ((year >= from && year <= to) || founding) return [];
  return [
    tell(page, {
      check: "date",
      verdict: "error",
      span: stated.span,
      computed: `${from}-${to}`,
      explanation: `Mødet er dateret den ${danishDate(date)}, men valgperioden er ${from}-${to}.`,
    }),
  ];
}

/** Decisions of the own body on another day. One slip of the header is told once, at the header. */
function againstDecisions(page: Page, meetings: MeetingMention[], date: string, stated: DateMention): Finding[] {
  const heads = meetings.filter(
    ({ kind, body, span }) => kind === "head" && isOwn(page, body) && span.start > stated.span.end,
  );
  const right = heads.filter((head) => head.date.iso === date);
  const wrong = heads.filter((head) => head.date.iso !== date);
  const first = wrong[0];
  if (!first) return right.map((head) => tellHead(page, head, date, stated));
  const days = new Set(wrong.map((head) => head.date.iso));
  // Where the own decisions have no heads, a dated one is that of an earlier meeting, quoted when a case comes back.
  const isUsual = right.length > 0 || wrong.length * 2 >= (page.minutes?.items.length ?? 0);
  if (right.length === 0 && days.size === 1 && wrong.length > 1 && isUsual) {
    return [
      tell(page, {
        check: "date",
        verdict: "error",
        span: stated.span,
        computed: danishDate(first.date.iso),
        explanation: `Mødet er dateret den ${danishDate(date)}, men dets ${wrong.length} beslutninger er alle dateret den ${danishDate(first.date.iso)}.`,
        evidence: wrong.slice(0, 3).map((head) => evidenceAt(page, head.span)),
      }),
    ];
  }
  return heads.flatMap((head) => {
    if (head.date.iso === date) return tellHead(page, head, date, stated);
    // A case that was postponed carries the decision of the earlier meeting before that of this one.
    const item = itemSpan(page, head.span.start);
    const decidedNow = right.some((other) => itemSpan(page, other.span.start) === item && item !== null);
    if (decidedNow && head.date.iso < date) return [];
    return tellHead(page, head, date, stated, isUsual);
  });
}

function tellHead(page: Page, head: MeetingMention, date: string, stated: DateMention, isUsual = true): Finding {
  const holds = head.date.iso === date;
  const near =
    isUsual &&
    (Math.abs(daysBetween(head.date.iso, date)) <= 10 || head.date.iso > date || differBy(head.date.iso, date));
  return tell(page, {
    check: "date",
    verdict: holds ? "ok" : near ? "error" : "warning",
    span: head.date.span,
    computed: danishDate(date),
    explanation: holds
      ? `Beslutningen er dateret som mødet, den ${danishDate(date)}.`
      : `Beslutningen er dateret den ${danishDate(head.date.iso)}, men mødet er holdt den ${danishDate(date)}${near ? "" : "; det kan være et tidligere møde i samme udvalg"}.`,
    evidence: [evidenceAt(page, stated.span)],
  });
}

/** True when only one of day, month and year differs. */
function differBy(one: string, other: string): boolean {
  const parts = other.split("-");
  return one.split("-").filter((part, index) => part !== parts[index]).length === 1 && one.slice(8) === other.slice(8);
}

/** "Underskriftsark 15.05.2024" at a meeting on another day. */
function againstSignatures(page: Page, date: string, stated: DateMention): Finding[] {
  const told = new Set<string>();
  return page.lines.flatMap(({ span, label }) => {
    if (!SIGNING.test(label) || label.length > 120) return [];
    const [signed, more] = datesIn(page, span);
    if (!signed?.iso || more || signed.iso === date || told.has(label)) return [];
    told.add(label);
    return tell(page, {
      check: "date",
      verdict: "error",
      span: signed.span,
      computed: danishDate(date),
      explanation: `Underskriftsarket er dateret den ${danishDate(signed.iso)}, men mødet er holdt den ${danishDate(date)}.`,
      evidence: [evidenceAt(page, stated.span)],
    });
  });
}

function itemSpan(page: Page, at: number): Span | null {
  return page.minutes?.items.find(({ span }) => span.start <= at && at < span.end)?.span ?? null;
}
