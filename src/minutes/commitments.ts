import type { Meeting } from "./decisions.ts";
import { sentencesOf } from "./dissents.ts";
import { readDues, readRecurrence } from "./due.ts";
import type { Commitment, SectionRole } from "./model.ts";
import { isPromise, TRIGGER } from "./promises.ts";

/** Where a line goes on in the middle of a sentence. */
const WRAPPED = /(?<=[\p{L},]) ?\n(?=\p{Ll})|(?<=den|senest|inden) ?\n(?=\d)/gu;
const MAY_BE_WRAPPED = /\n[\p{Ll}\d]/u;

/**
 * What a section promises will come back or be done. Sections on the process and decisions promise by their nature;
 * other text only where it says that a case returns, or that something is due after the meeting.
 */
export function findCommitments(wrapped: string, role: SectionRole, meeting: Meeting): Commitment[] {
  const text = MAY_BE_WRAPPED.test(wrapped) ? wrapped.replace(WRAPPED, " ") : wrapped;
  if (text.length < 15 || role === "attachments" || role === "recommendation" || role === "treatment") return [];
  const commitments: Commitment[] = [];
  if (role === "process" || role === "decision")
    for (const paragraph of text.split("\n"))
      readParagraph(paragraph, sentencesOf(paragraph), role, meeting, commitments);
  else {
    TRIGGER.lastIndex = 0;
    for (let hit = TRIGGER.exec(text); hit !== null; hit = TRIGGER.exec(text)) {
      const [start, end] = [text.lastIndexOf("\n", hit.index) + 1, text.indexOf("\n", hit.index)];
      const paragraph = text.slice(start, end < 0 ? text.length : end);
      readParagraph(paragraph, triggered(paragraph, hit.index - start), role, meeting, commitments);
      TRIGGER.lastIndex = start + paragraph.length;
    }
  }
  return commitments;
}

/** The sentences with a trigger in them; the first trigger of the paragraph stands at `first`. */
function triggered(paragraph: string, first: number): string[] {
  let end = 0;
  return sentencesOf(paragraph).filter((sentence) => {
    const start = paragraph.indexOf(sentence, end);
    end = start + sentence.length;
    return end > first && (start <= first || sentence.search(TRIGGER) >= 0);
  });
}

function readParagraph(
  paragraph: string,
  sentences: string[],
  role: SectionRole,
  meeting: Meeting,
  commitments: Commitment[],
): void {
  if (paragraph.length < 12 || paragraph.includes("\t")) return;
  let last: Commitment | null = null;
  for (const sentence of sentences) {
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
