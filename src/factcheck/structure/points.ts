import type { Item, Section, Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import type { MeetingMention } from "./mentions.ts";
import { evidenceAt, type Line, linesIn, type Page, tell, within } from "./page.ts";

const AD = /^ad\.?\s?(?<number>\d{1,2})(?!\d|\.\d|\.? ?(?:og|,|-|–|til) ?\d)/i;
const SECOND = /^ad\.?\s?\d{1,2}\.? ?(?:og|,|-|–|til) ?(?<number>\d{1,2})/i;
const POINT = /^(?:at\s+)?(?<number>\d{1,2})[.)]\s+\S/;

type Answer = { number: number; span: Span };

/** What was decided about each numbered point against the points: "Ad. 4" to three points, three answers to two. */
export function checkPoints(page: Page, meetings: MeetingMention[]): Finding[] {
  return (page.minutes?.items ?? []).flatMap((item) => {
    const lines = linesIn(page, item.span);
    const heads = within(meetings, item.span).filter(({ kind }) => kind === "head");
    return [...answersToRecommendation(page, item, lines, heads), ...answersToAnnouncements(page, item, lines)];
  });
}

function answersToRecommendation(page: Page, item: Item, lines: Line[], heads: MeetingMention[]): Finding[] {
  // A sentence that leads in to the numbered points is no point.
  const numbers = item.recommendations.flatMap(({ number }, index) => (number === null && index === 0 ? [] : [number]));
  const last = numbers.length;
  const hasLead = last < item.recommendations.length;
  if (last < (hasLead ? 2 : 1) || numbers.some((number, index) => number !== index + 1)) return [];
  const findings: Finding[] = [];
  for (const answers of readAnswers(lines, heads)) {
    for (const [at, answer] of answers.entries()) {
      const isTwice = answers.slice(0, at).some(({ number }) => number === answer.number);
      const isWrong = answer.number > last || answer.number === 0;
      if (isTwice && answers.length < 2) continue;
      findings.push(
        tell(page, {
          check: "numbering",
          verdict: isWrong || isTwice ? "error" : "ok",
          span: answer.span,
          computed: last === 1 ? "1" : `1-${last}`,
          explanation: isWrong
            ? `Indstillingen har ${last === 1 ? "kun ét punkt" : `kun punkt 1-${last}`}, men her er en beslutning om punkt ${answer.number}.`
            : isTwice
              ? `Der er to beslutninger om punkt ${answer.number} i samme udvalg.`
              : `Beslutningen svarer til punkt ${answer.number} i indstillingen.`,
        }),
      );
    }
    const given = new Set(answers.map(({ number }) => number));
    const first = answers[0];
    const missing = numbers.filter((number) => number !== null && !given.has(number));
    if (first && answers.length > 1 && missing.length > 0 && answers.every(({ number }) => number <= last))
      findings.push(
        tell(page, {
          check: "numbering",
          verdict: "warning",
          span: (answers.at(-1) as Answer).span,
          computed: `1-${last}`,
          explanation: `Indstillingen har punkt 1-${last}, men der er ingen beslutning om punkt ${missing.join(" og ")}; det kan høre til et andet udvalg.`,
          evidence: [evidenceAt(page, first.span)],
        }),
      );
  }
  return findings;
}

/** "Ad. 1" to "Ad. n" of each decision; a body's line or the next "Beslutning" begins another. */
function readAnswers(lines: Line[], heads: MeetingMention[]): Answer[][] {
  const groups: Answer[][] = [];
  let group: Answer[] = [];
  let head = 0;
  for (const { span, label } of lines) {
    let isNew = /^(?:beslutning|indstilling|sagsfremstilling)/i.test(label);
    while ((heads[head]?.span.start ?? Infinity) <= span.start) {
      head += 1;
      isNew = true;
    }
    if (isNew) {
      if (group.length > 0) groups.push(group);
      group = [];
    }
    for (const number of [AD.exec(label), SECOND.exec(label)]) {
      if (number)
        group.push({
          number: Number(number.groups?.["number"]),
          span: { start: span.start, end: span.start + number[0].length },
        });
    }
    if (SECOND.test(label)) return [];
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Announcements: numbered in the text, and answered by number in the decision. */
function answersToAnnouncements(page: Page, item: Item, lines: Line[]): Finding[] {
  if (!/meddelelse|orienteringspunkt|orienteringer|nyt fra/i.test(item.title)) return [];
  const told = sections(item.sections).filter(({ role }) => role === "presentation" || role === "other");
  const decided = sections(item.sections).filter(({ role }) => role === "decision");
  if (told.length !== 1 || decided.length !== 1) return [];
  const points = numbersIn(lines, told[0] as Section);
  const answers = numbersIn(lines, decided[0] as Section);
  if (points.length < 1 || answers.length < 2 || !isFromOne(points) || !isFromOne(answers)) return [];
  const lastAnswer = answers.at(-1) as Answer;
  const lastPoint = points.at(-1) as Answer;
  const holds = points.length === answers.length;
  // What is told by word of mouth at the meeting is written as a decision of its own.
  const extra = answers.slice(points.length).map(({ span }) => page.text.slice(span.end, span.end + 30));
  const isTold = extra.length > 2 || extra.some((words) => /^\s*(?:orientering|status|spørgsmål|nyt)/i.test(words));
  return [
    tell(page, {
      check: "numbering",
      verdict: holds ? "ok" : answers.length > points.length && !isTold ? "error" : "warning",
      span: lastAnswer.span,
      stated: String(answers.length),
      computed: String(points.length),
      explanation: holds
        ? `Der er ${points.length} meddelelser og ${answers.length} beslutninger.`
        : `Der er ${answers.length} nummererede beslutninger, men ${points.length} nummererede meddelelser${answers.length < points.length ? "; de øvrige kan være uden beslutning" : isTold ? "; de øvrige kan være meddelt på mødet" : ""}.`,
      evidence: [evidenceAt(page, lastPoint.span)],
    }),
  ];
}

function sections(list: Section[]): Section[] {
  return list.flatMap((section) => [section, ...sections(section.sections)]);
}

function numbersIn(lines: Line[], { span }: Section): Answer[] {
  return lines.flatMap((line) => {
    const match = line.span.start >= span.start && line.span.end <= span.end ? POINT.exec(line.label) : null;
    if (!match) return [];
    const number = match.groups?.["number"] ?? "";
    return [{ number: Number(number), span: { start: line.span.start, end: line.span.start + number.length + 1 } }];
  });
}

const isFromOne = (points: Answer[]) => points.every(({ number }, index) => number === index + 1);
