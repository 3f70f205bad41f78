import type { Finding, Known } from "../model.ts";
import type { Reading } from "../reading.ts";
import { checkImpossibleDates } from "./impossible-dates.ts";
import { checkMeetingDate } from "./meeting-date.ts";
import { checkMeetingDays, checkUsualDay, readDiary } from "./meeting-days.ts";
import { findMeetings } from "./mentions.ts";
import { readPage } from "./page.ts";
import { checkPeriods } from "./periods.ts";
import { checkPromises } from "./promises.ts";
import { checkWeekdays } from "./weekday.ts";

/**
 * Dates, numbering, contents, attachments, names, attendance and references of each text; the texts given together are
 * also held against each other. With `only` the others are just compared with. Linear in the texts.
 */
export function checkStructure(readings: Reading[], _known: Known, only: Reading[] = readings): Finding[] {
  const pages = readings.map((reading) => {
    const page = readPage(reading);
    return { page, meetings: findMeetings(page) };
  });
  const wanted = new Set(only);
  const diary = readDiary(pages);
  return pages.flatMap(({ page, meetings }) =>
    !wanted.has(page.reading)
      ? []
      : [
          ...checkWeekdays(page),
          ...checkMeetingDays(page, meetings),
          ...checkUsualDay(page, diary),
          ...checkImpossibleDates(page),
          ...checkMeetingDate(page, meetings),
          ...checkPeriods(page),
          ...checkPromises(page),
        ],
  );
}
