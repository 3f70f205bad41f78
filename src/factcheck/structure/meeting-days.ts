import type { Finding } from "../model.ts";
import { addDays, danishDate, holidayOf, weekdayName, weekdayOf } from "./days.ts";
import type { MeetingMention } from "./mentions.ts";
import { evidenceAt, type Page, tell } from "./page.ts";

const FEWEST_OTHERS = 6;

/** Meetings on a Sunday or a public holiday. */
export function checkMeetingDays(page: Page, meetings: MeetingMention[]): Finding[] {
  const told = new Set<string>();
  return meetings.flatMap(({ body, date, span }) => {
    const holiday = holidayOf(date.iso);
    const sunday = weekdayOf(date.iso) === 0;
    const key = `${body} ${date.iso}`;
    if ((!holiday && !sunday) || told.has(key)) return [];
    told.add(key);
    const day = holiday && sunday ? `${holiday} (søndag)` : (holiday ?? "en søndag");
    return tell(page, {
      check: "weekday",
      verdict: "warning",
      span,
      stated: page.text.slice(date.span.start, date.span.end),
      computed: holiday ?? "søndag",
      explanation: `Den ${danishDate(date.iso)} er ${day}, og da holdes der sjældent møde; se efter, om datoen er rigtig.`,
    });
  });
}

export type Diary = Map<string, Map<string, { page: Page; mention: MeetingMention }>>;

/** The days on which each body is said to meet, over all documents. */
export function readDiary(pages: { page: Page; meetings: MeetingMention[] }[]): Diary {
  const diary: Diary = new Map();
  for (const { page, meetings } of pages)
    for (const mention of meetings) {
      const key = `${page.minutes?.municipality ?? ""} ${bodyKey(mention.body)}`;
      const days = diary.get(key) ?? new Map();
      if (!days.has(mention.date.iso)) days.set(mention.date.iso, { page, mention });
      diary.set(key, days);
    }
  return diary;
}

/** The one meeting of a body on another weekday than all its many others, in any of the documents. */
export function checkUsualDays(diary: Diary): Finding[] {
  const findings: Finding[] = [];
  for (const days of diary.values()) {
    if (days.size <= FEWEST_OTHERS) continue;
    const byDay = Map.groupBy(days.keys(), weekdayOf);
    const odd = [...byDay.values()].find((dates) => dates.length === 1)?.[0];
    const usual = [...byDay.values()].find((dates) => dates.length >= FEWEST_OTHERS);
    const found = odd && days.get(odd);
    if (byDay.size !== 2 || !odd || !usual || !found) continue;
    if (weekdayOf(odd) === 0 || holidayOf(odd)) continue;
    // A meeting moved off a holiday is no slip.
    const aside = [-3, -2, -1, 1, 2, 3].map((days) => addDays(odd, days));
    if (aside.some((day) => holidayOf(day) && weekdayOf(day) === weekdayOf(usual[0] as string))) continue;
    findings.push(
      tell(found.page, {
        check: "weekday",
        verdict: "warning",
        span: found.mention.span,
        stated: weekdayName(odd),
        computed: weekdayName(usual[0] as string),
        explanation: `Den ${danishDate(odd)} er en ${weekdayName(odd)}, men de ${usual.length} andre daterede møder i samme udvalg ligger alle på en ${weekdayName(usual[0] as string)}; det kan være et flyttet møde.`,
        evidence: usual.slice(0, 3).flatMap((day) => {
          const other = days.get(day);
          return other ? [evidenceAt(other.page, other.mention.span)] : [];
        }),
      }),
    );
  }
  return findings;
}

/** One key for the ways of writing a body's name. */
export function bodyKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s*\(?\d{4}\s*[-–]\s*\d{4}\)?/, "")
    .replace(/(?:en|et|n)?s?$/, "")
    .replace(/[\s-]+/g, " ");
}
