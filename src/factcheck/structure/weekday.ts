import { isoDate } from "#minutes/dates.ts";
import type { Finding } from "../model.ts";
import { danishDate, daysBetween, daysInMonth, WEEKDAYS, weekdayName, weekdayOf } from "./days.ts";
import { type DateMention, type Page, tell } from "./page.ts";

const BEFORE =
  /(?<!\p{L})(?<day>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|loerdag|soendag|lordag|sondag|man\.|tirs\.|tors\.|fre\.|lør\.|søn\.)(?:en)?\s*(?:,|[*_]*)?\s*(?:kl\.?\s*\d{1,2}[.:]\d\d\s*)?(?:(?:den|d\.|dato:?)\s*)?$/iu;
const AFTER = /^\s*\((?<day>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\)/iu;
const OTHER_SPELLING: Record<string, string> = { lord: "lørd", loer: "lørd", sond: "sønd", soen: "sønd" };

/** The weekday named with a date against the calendar. */
export function checkWeekdays(page: Page): Finding[] {
  return page.dates.flatMap((date) => {
    const named = weekdayAt(page.text, date);
    if (!named) return [];
    const span = { start: Math.min(named.start, date.span.start), end: Math.max(named.end, date.span.end) };
    const stated = WEEKDAYS[named.weekday] as string;
    if (date.iso !== null) {
      const holds = weekdayOf(date.iso) === named.weekday;
      const computed = weekdayName(date.iso);
      return tell(page, {
        check: "weekday",
        verdict: holds ? "ok" : "error",
        span,
        stated,
        computed,
        explanation: holds
          ? `Den ${danishDate(date.iso)} er en ${computed}, som der står.`
          : `Den ${danishDate(date.iso)} er en ${computed}, men der står ${stated}.`,
      });
    }
    return withoutYear(page, date, named.weekday, span);
  });
}

/** Without a year the date is the one nearest the meeting, that of the meeting's year, or the next to come; one must fit. */
function withoutYear(page: Page, date: DateMention, weekday: number, span: Finding["span"]): Finding[] {
  const meeting = page.minutes?.date;
  if (!meeting) return [];
  const year = Number(meeting.slice(0, 4));
  const years = [year, year + 1, year - 1].filter((one) => date.day <= daysInMonth(date.month, one));
  const days = years.map((one) => isoDate(one, date.month, date.day));
  const nearest = days.toSorted((a, b) => Math.abs(daysBetween(meeting, a)) - Math.abs(daysBetween(meeting, b)))[0];
  const same = days.find((day) => day.startsWith(String(year)));
  const coming = days.find(
    (day) => day === isoDate(year + 1, date.month, date.day) && same && daysBetween(same, meeting) > 90,
  );
  const fitting = [same, nearest, coming].find((day) => day && weekdayOf(day) === weekday);
  const told = fitting ?? nearest;
  if (!told) return [];
  const stated = WEEKDAYS[weekday] as string;
  const computed = weekdayName(told);
  return [
    tell(page, {
      check: "weekday",
      verdict: fitting ? "ok" : "warning",
      span,
      stated,
      computed,
      explanation: fitting
        ? `Den ${danishDate(told)} er en ${computed}, som der står (året er taget fra mødet).`
        : `Den ${danishDate(told)} er en ${computed}, men der står ${stated}; året står der ikke, så det er taget fra mødet.`,
    }),
  ];
}

type Named = { weekday: number; start: number; end: number };

function weekdayAt(text: string, { span }: DateMention): Named | null {
  const from = Math.max(0, span.start - 34);
  const before = BEFORE.exec(text.slice(from, span.start));
  const match = before ?? AFTER.exec(text.slice(span.end, span.end + 14));
  const word = match?.groups?.["day"];
  if (!match || !word || /\n\s*\n/.test(match[0])) return null;
  const start = before ? from + before.index : span.end + match[0].indexOf("(");
  const stem = word.toLowerCase().slice(0, 4);
  const wanted = (OTHER_SPELLING[stem] ?? stem).replace(".", "");
  const weekday = WEEKDAYS.findIndex((name) => name.startsWith(wanted));
  return weekday < 0 ? null : { weekday, start, end: before ? span.end : span.end + match[0].length };
}
