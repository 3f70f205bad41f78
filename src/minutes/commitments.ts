import type { Meeting } from "./decisions.ts";
import { sentencesOf } from "./dissents.ts";
import { readDues, readRecurrence } from "./due.ts";
import type { Commitment, SectionRole } from "./model.ts";
import { isPromise, TRIGGER } from "./promises.ts";

/**
 * What a section promises will come back or be done. Sections on the process and decisions promise by their nature;
 * other text only where it says that a case returns, or that something is due after the meeting.
 */
export function findCommitments(text: string, role: SectionRole, meeting: Meeting): Commitment[] {
  if (text.length < 15 || role === "attachments" || role === "recommendation" || role === "treatment") return [];
  const commitments: Commitment[] = [];
  if (role === "process" || role === "decision")
    for (const paragraph of text.split("\n")) readParagraph(paragraph, role, meeting, commitments);
  else {
    TRIGGER.lastIndex = 0;
    for (let hit = TRIGGER.exec(text); hit !== null; hit = TRIGGER.exec(text)) {
      const end = text.indexOf("\n", hit.index);
      TRIGGER.lastIndex = end < 0 ? text.length : end;
      readParagraph(text.slice(text.lastIndexOf("\n", hit.index) + 1, TRIGGER.lastIndex), role, meeting, commitments);
    }
  }
  return commitments;
}

function readParagraph(paragraph: string, role: SectionRole, meeting: Meeting, commitments: Commitment[]): void {
  if (paragraph.length < 12 || paragraph.includes("\t")) return;
  let last: Commitment | null = null;
  for (const sentence of sentencesOf(paragraph)) {
    if (!isPromise(sentence, role, meeting)) continue;
    const words = sentence.replace(/^(?:[-•*·–]|\d+[.)])\s+/, "");
    const dues = readDues(sentence, meeting.date);
    if (last && last.due === null && /^næste gang/i.test(words)) {
      last.text = `${last.text} ${words}`;
      last.due = dues[0] ?? null;
      continue;
    }
    const recurs = readRecurrence(sentence);
    for (const due of dues.length > 0 ? dues : [null]) {
      last = { text: words, due: recurs === "P1Y" ? afterThisMonth(due, meeting) : due, recurs };
      commitments.push(last);
    }
  }
}

/** "Hvert år i juni", said in June, is next June. */
function afterThisMonth(due: string | null, meeting: Meeting): string | null {
  return due !== null && due.length === 7 && due === meeting.date?.slice(0, 7)
    ? `${Number(due.slice(0, 4)) + 1}${due.slice(4)}`
    : due;
}
