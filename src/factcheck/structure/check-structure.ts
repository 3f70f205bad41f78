import type { Finding, Known } from "../model.ts";
import type { Reading } from "../reading.ts";
import { checkAttachments } from "./attachments.ts";
import { checkAttendance } from "./attendance.ts";
import { checkBodyNames } from "./body-names.ts";
import { checkMentionedAttachments } from "./mentioned-attachments.ts";
import { checkNames } from "./names.ts";
import { checkStrangers } from "./strangers.ts";
import { checkUnits } from "./units.ts";
import { checkVotes } from "./votes.ts";
import { checkWords } from "./words.ts";
import { checkReferences, readMeetings } from "./references.ts";
import { checkContents } from "./contents.ts";
import { checkImpossibleDates } from "./impossible-dates.ts";
import { checkLists } from "./lists.ts";
import { checkMeetingDate } from "./meeting-date.ts";
import { checkMeetingDays, checkUsualDays, readDiary } from "./meeting-days.ts";
import { findMeetings } from "./mentions.ts";
import { checkNumbering } from "./numbering.ts";
import { readPage } from "./page.ts";
import { checkParties } from "./parties.ts";
import { checkPaths } from "./path.ts";
import { checkPeriods } from "./periods.ts";
import { checkPoints } from "./points.ts";
import { checkPromises } from "./promises.ts";
import { checkWeekdays } from "./weekday.ts";

/**
 * Dates, numbering, contents, attachments, names, attendance and references of each text; the texts given together are
 * also held against each other. With `only` the others are just compared with. Linear in the texts.
 */
export function checkStructure(readings: Reading[], known: Known, only: Reading[] = readings): Finding[] {
  const pages = readings.map((reading) => {
    const page = readPage(reading);
    return { page, meetings: findMeetings(page) };
  });
  const cases = readMeetings(pages.map(({ page }) => page));
  const wanted = new Set(only);
  const files = new Set(only.map(({ source }) => source.file));
  const unusual = checkUsualDays(readDiary(pages)).filter(({ file }) => files.has(file));
  return unusual.concat(
    pages.flatMap(({ page, meetings }) =>
      !wanted.has(page.reading)
        ? []
        : [
            ...checkWeekdays(page),
            ...checkMeetingDays(page, meetings),
            ...checkImpossibleDates(page),
            ...checkMeetingDate(page, meetings),
            ...checkPeriods(page),
            ...checkPromises(page),
            ...checkNumbering(page),
            ...checkLists(page),
            ...checkContents(page),
            ...checkPoints(page, meetings),
            ...checkPaths(page, meetings),
            ...checkAttachments(page),
            ...checkMentionedAttachments(page),
            ...withoutRepeats([...checkNames(page), ...checkBodyNames(page), ...checkWords(page)]),
            ...checkParties(page),
            ...checkAttendance(page),
            ...checkStrangers(page),
            ...checkVotes(page),
            ...checkReferences(page, known, cases),
            ...checkUnits(page),
          ],
    ),
  );
}

/** One word may be a slip to several checks of names; the first says most about it. */
function withoutRepeats(findings: Finding[]): Finding[] {
  const starts = new Set<number>();
  const ends = new Set<number>();
  return findings.filter(({ span }) => {
    const isNew = !starts.has(span.start) && !ends.has(span.end);
    starts.add(span.start);
    ends.add(span.end);
    return isNew;
  });
}
