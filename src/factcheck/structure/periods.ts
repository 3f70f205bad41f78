import { isoDate } from "#minutes/dates.ts";
import type { Finding } from "../model.ts";
import { danishDate } from "./days.ts";
import { type DateMention, type Page, tell } from "./page.ts";

const TO =
  /^\s*(?:til og med|til|t\.o\.m\.|-|–|frem til)\s*(?:den|d\.|(?:man|tirs|ons|tors|fre|lør|søn)dag(?: den| d\.)?)?\s*$/i;
const FROM =
  /(?:fra|perioden|periode:?|i tiden|mellem|høring:?|gælder)\s*(?:og med\s*)?(?:den|d\.|(?:man|tirs|ons|tors|fre|lør|søn)dag(?: den| d\.)?)?\s*$/i;
/** A dash between two dates may also list them. */
const DASH = /^\s*[-–]\s*$/;

/** Periods that end before they begin: "fra 1. maj 2024 til 1. april 2024". */
export function checkPeriods(page: Page): Finding[] {
  return [...joinedPeriods(page), ...spokenPeriods(page)];
}

const JOINED = /(?<![\d.-])(\d\d?)\.(\d\d?)\.(20\d\d) ?[-–] ?(\d\d?)\.(\d\d?)\.(20\d\d)(?![\d.-]\d)/g;

/** "05.02.2024-08.04.2024" */
function joinedPeriods(page: Page): Finding[] {
  return [...page.text.matchAll(JOINED)].flatMap((match) => {
    const [day1, month1, year1, day2, month2, year2] = match.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (![month1, month2].every((month) => month > 0 && month < 13)) return [];
    const from = isoDate(year1, month1, day1);
    const to = isoDate(year2, month2, day2);
    if (from <= to) return [];
    return tell(page, {
      check: "date",
      verdict: "error",
      span: { start: match.index, end: match.index + match[0].length },
      computed: null,
      explanation: `Perioden begynder den ${danishDate(from)}, men slutter før, den ${danishDate(to)}.`,
    });
  });
}

function spokenPeriods(page: Page): Finding[] {
  return page.dates.flatMap((from, index) => {
    const to = page.dates[index + 1];
    if (!to || to.iso === null || to.span.start - from.span.end > 30) return [];
    const between = page.text.slice(from.span.end, to.span.start);
    if (
      !TO.test(between) ||
      /\d[-–]\d/.test(page.text.slice(from.span.end - 1, to.span.start + 1)) ||
      between.includes("\n\n")
    )
      return [];
    const before = page.text.slice(Math.max(0, from.span.start - 30), from.span.start);
    const introduced = FROM.test(before);
    if (!introduced && DASH.test(between)) return [];
    const start = startOf(from, to.iso);
    if (start === null) return [];
    const holds = start <= to.iso;
    if (!introduced && !holds && from.year === null) return [];
    return tell(page, {
      check: "date",
      verdict: holds ? "ok" : introduced && from.year !== null ? "error" : "warning",
      span: { start: from.span.start, end: to.span.end },
      computed: holds ? `${danishDate(start)} før ${danishDate(to.iso)}` : null,
      explanation: holds
        ? `Perioden begynder den ${danishDate(start)} og slutter senere, den ${danishDate(to.iso)}.`
        : `Perioden begynder den ${danishDate(start)}, men slutter før, den ${danishDate(to.iso)}${from.year === null ? "; begynder den året før, mangler årstallet" : ""}.`,
    });
  });
}

/** The first date of "fra 1. november til 31. marts 2025" may lie in the year before. */
function startOf({ iso, day, month }: DateMention, to: string): string | null {
  if (iso !== null) return iso;
  const year = Number(to.slice(0, 4));
  const same = isoDate(year, month, day);
  return same <= to ? same : null;
}
