import { readAbsence } from "./absences.ts";
import { splitBodyDate, type BodyDate } from "./body-date.ts";
import { decisionsIn, type Meeting } from "./decisions.ts";
import { findDissents } from "./dissents.ts";
import type { Line } from "./lines.ts";
import type { Decision } from "./model.ts";
import { classifyOutcome } from "./outcomes.ts";
import type { ReadSection } from "./section-drafts.ts";

/**
 * What other bodies decided before the meeting, one line each, in a section on the case's history or path: "Teknisk
 * Udvalg den 3. oktober 2012: Anbefales." Lines that only say who is to have the case are none, nor is prose.
 */
export function readEarlierDecisions(section: ReadSection, lines: Line[], meeting: Meeting): Decision[] {
  if (section.role !== "history" && section.role !== "treatment") return [];
  const labels: string[] = [];
  let open = false;
  for (const [from, to] of section.lines) {
    for (let index = from; index < to; index++) {
      const { label } = lines[index] as Line;
      const told = splitBodyDate(label);
      if (told) open = isDecided(told, meeting);
      else open &&= label !== "" && (readAbsence(label) !== null || findDissents(label).length > 0);
      if (open) labels.push(label);
    }
  }
  return labels.length === 0 ? [] : decisionsIn(labels, { committee: null, date: null }, meeting, "");
}

function isDecided({ head, rest }: { head: BodyDate; rest: string }, meeting: Meeting): boolean {
  return (
    head.date !== null &&
    (meeting.date === null || head.date < meeting.date) &&
    /^["“”«»]?\p{Lu}/u.test(rest) &&
    classifyOutcome(rest) !== "other"
  );
}
