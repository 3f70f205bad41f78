import { readAbsence } from "./absences.ts";
import { attachmentLines } from "./attachment-lines.ts";
import { readAttachments, isFileList } from "./attachments.ts";
import { sameBody } from "./bodies.ts";
import { readCandidate } from "./candidates.ts";
import { isCaseMetadata, isOnlyCaseNumber, parseCaseNumber, splitCaseNumber } from "./case-numbers.ts";
import { findCommitments } from "./commitments.ts";
import { readDecisions, type Meeting } from "./decisions.ts";
import { readEarlierDecisions } from "./earlier-decisions.ts";
import type { Heading } from "./headings.ts";
import type { ItemStart } from "./item-lines.ts";
import type { Line } from "./lines.ts";
import type { Decision, Item, Section, Treatment, Warning } from "./model.ts";
import { classifyOutcome } from "./outcomes.ts";
import { readRecommendations } from "./recommendations.ts";
import { findReferences } from "./references.ts";
import type { ReadSection } from "./section-drafts.ts";
import { readSections } from "./sections.ts";
import { readTitle, titleKey } from "./titles.ts";
import { addSteps, finalBody, isPath, readTreatment } from "./treatment.ts";
import { warning } from "./warnings.ts";

export type Source = { text: string; lines: Line[]; headings: (Heading | null)[] };

/** Reads the item that begins at `start` and ends before the line `end`. */
export function readItem(
  source: Source,
  start: ItemStart,
  end: number,
  meeting: Meeting,
  isAgenda: boolean,
  warnings: Warning[],
): Item {
  const { lines } = source;
  const skip = new Set<number>();
  const opening = readOpening(source, start, end, skip);
  const sections = readSections(source, start.body, end, skip);
  nameLooseSections(sections, source, isAgenda, warnings);
  for (const section of sections)
    if (section.role === "process" && isPath(labelled(section, source).map(({ label }) => label)))
      section.role = "treatment";
  const decisions = sections.flatMap((section) =>
    section.role === "decision"
      ? readDecisions(section, lines, meeting, opening.title)
      : readEarlierDecisions(section, lines, meeting),
  );
  addLooseAbsences(sections, source, decisions, meeting);
  const item: Item = {
    number: start.number,
    title: opening.title,
    caseNumber: opening.caseNumber,
    closed: start.closed || opening.closed,
    attachments: attachmentsOf(sections, source),
    sections: sections.map(toSection),
    treatment: treatmentOf(sections, source),
    recommendations: sections
      .filter((section) => section.role === "recommendation")
      .flatMap((section) => readRecommendations(labelled(section, source), section.heading)),
    decisions: withoutRepeats(decisions),
    references: [],
    commitments: [],
    span: { start: (lines[start.line] as Line).start, end: lastEnd(lines, start.line, end) },
  };
  const visit = (section: Section): void => {
    if (section.role !== "attachments" && section.role !== "treatment")
      item.references.push(...findReferences(section.text, meeting));
    const plans = section.role === "presentation" && /planlagt|kommende|fremadrettet|fremtidige/i.test(section.heading);
    item.commitments.push(...findCommitments(section.text, plans ? "process" : section.role, meeting));
    section.sections.forEach(visit);
  };
  item.sections.forEach(visit);
  if (item.title === "") warnings.push(warning("no-title", (lines[start.line] as Line).number + 1));
  return item;
}

type Opening = { title: string; caseNumber: string | null; closed: boolean };

/** What stands between the title and the first section: the case number, the title again, and marks. */
function readOpening({ lines, headings }: Source, start: ItemStart, end: number, skip: Set<number>): Opening {
  const opening: Opening = { ...splitCaseNumber(start.title), closed: false };
  let key = titleKey(start.title);
  let underAttachments = false;
  if (start.again !== undefined) {
    skip.add(start.again);
    opening.caseNumber ??= splitCaseNumber((lines[start.again] as Line).label).caseNumber;
  }
  for (let index = start.line; index < start.body; index++)
    opening.caseNumber ??= parseCaseNumber((lines[index] as Line).label);
  for (let index = start.body; index < end; index++) {
    const heading = headings[index];
    if (heading && heading.role !== "attachments") break;
    const { label } = lines[index] as Line;
    if (heading) underAttachments = true;
    if (label === "" || heading) continue;
    const caseNumber = parseCaseNumber(label);
    if (caseNumber !== null) {
      if ((opening.caseNumber === null || opening.caseNumber === caseNumber) && isOnlyCaseNumber(label, caseNumber))
        skip.add(index);
      opening.caseNumber ??= caseNumber;
    }
    if (/^lukket(?: punkt| sag)?(?:$| - |\t| {2})/i.test(label)) opening.closed = true;
    const again =
      underAttachments && readCandidate(lines[index] as Line, index, 0, -1) === null
        ? null
        : titleAgain(lines[index] as Line, index, start, key);
    if (again === null) continue;
    skip.add(index);
    if (again.length > opening.title.length) {
      opening.title = again;
      key = titleKey(again);
      skipWrapped(lines, start.body, index, again, skip);
    }
  }
  return opening;
}

/** The words of a line that says the item's title again, with or without its number; null for other lines. */
function titleAgain(line: Line, index: number, start: ItemStart, key: string): string | null {
  const candidate = readCandidate(line, index, 0, -1);
  const numbered =
    candidate !== null && (candidate.printed === start.number || candidate.number === Number(start.number ?? "NaN"));
  if (numbered && candidate.title === "") return "";
  if (!numbered && Math.abs(line.label.length - start.title.length) > 20) return null;
  const { title } = readTitle(numbered ? candidate.title : line.label);
  const other = titleKey(title);
  if (other === "" || key === "") return null;
  if (other === key) return title;
  return numbered && (other.startsWith(`${key} `) || key.startsWith(`${other} `)) ? title : null;
}

/** Lines just below the first title that the full title shows to be its rest. */
function skipWrapped(lines: Line[], from: number, to: number, title: string, skip: Set<number>): void {
  for (let index = from; index < to && (lines[index] as Line).label !== ""; index++) {
    if (!title.endsWith((lines[index] as Line).label)) return;
    skip.add(index);
  }
}

/** Text before any heading: a decision, a list of files, what is known of the case, or something nobody placed. */
function nameLooseSections(sections: ReadSection[], source: Source, isAgenda: boolean, warnings: Warning[]): void {
  const decided = sections.some((section) => section.role === "decision");
  const told = sections.some(
    ({ heading, role }) => heading === "" && (role === "decision" || role === "recommendation"),
  );
  for (const section of sections) {
    if (section.heading !== "" || section.role !== "other") continue;
    const labels = labelled(section, source)
      .map(({ label }) => label)
      .filter((label) => label !== "");
    if (labels.length > 0 && labels.every(isFileList)) section.role = "attachments";
    else if (labels.every((label) => isCaseMetadata(label) || isFileList(label) || parseCaseNumber(label) !== null))
      continue;
    else if (!decided && !isAgenda && section.text.length < 2500 && classifyOutcome(section.text) !== "other")
      section.role = "decision";
    else if (told) section.role = "presentation";
    else {
      const first = section.lines[0];
      warnings.push(warning("unplaced-text", first ? (source.lines[first[0]] as Line).number + 1 : null));
    }
  }
}

/** "Fraværende: …" below the attachments or under a heading of its own belongs to the meeting's own decision. */
function addLooseAbsences(sections: ReadSection[], source: Source, decisions: Decision[], meeting: Meeting): void {
  const own = decisions.findLast(
    (decision) =>
      decision.committee === null || meeting.committee === null || sameBody(decision.committee, meeting.committee),
  );
  if (!own) return;
  for (const section of sections) {
    if (section.role === "decision" || section.role === "presentation") continue;
    for (const { label } of labelled(section, source)) {
      if (!/^(?:fraværende|afbud|ikke til ?stede|ej til ?stede|fravær)\b/i.test(label)) continue;
      const absence = readAbsence(label);
      own.absent.push(...(absence?.absent ?? []));
      own.substitutes.push(...(absence?.substitutes ?? []));
    }
  }
}

function attachmentsOf(sections: ReadSection[], source: Source): string[] {
  const names = new Map<string, string>();
  for (const section of sections) {
    const lines = labelled(section, source);
    const files =
      section.role === "attachments"
        ? attachmentLines(lines)
        : section.heading === ""
          ? lines.map(({ label }) => label).filter(isFileList)
          : [];
    for (const name of readAttachments(files)) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

function treatmentOf(sections: ReadSection[], source: Source): Treatment[] {
  const path: Treatment[] = [];
  const visit = (section: ReadSection): void => {
    if (section.role === "treatment") {
      const labels = labelled(section, source).map(({ label }) => label);
      const deciding = /kompetence|afgøres|hvem beslutter|besluttende|beslutningstager|beslutningsforum/i.test(
        section.heading,
      );
      if (isPath(labels)) addSteps(path, labels);
      else path.push(...readTreatment(labels, deciding));
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  if (path.length > 0) return path;
  for (const section of sections) {
    if (section.role !== "summary") continue;
    for (const { label } of labelled(section, source)) {
      const last = label.startsWith("Sagen ") ? finalBody(label) : null;
      if (last) return [last];
    }
  }
  return path;
}

/** The section's lines; on a line that holds heading and text, the text. */
function labelled(section: ReadSection, { lines, text }: Source): { label: string; bullet: boolean }[] {
  const found: { label: string; bullet: boolean }[] = [];
  for (const [from, to] of section.lines) {
    for (let index = from; index < to; index++) {
      const line = lines[index] as Line;
      if (line.rule) continue;
      const glued =
        index === from &&
        section.heading !== "" &&
        section.span.start === line.start &&
        line.label.startsWith(section.heading);
      found.push({
        label: glued
          ? text
              .slice(line.start, line.end)
              .slice(line.label.indexOf(section.heading) + section.heading.length)
              .replace(/^[\s:|]+/, "")
          : line.label,
        bullet: line.bullet,
      });
    }
  }
  return found;
}

function toSection({ lines: _lines, sections, ...section }: ReadSection): Section {
  return { ...section, sections: sections.map(toSection) };
}

/** A decision printed twice is one. */
function withoutRepeats(decisions: Decision[]): Decision[] {
  return decisions.filter(
    (decision, index) =>
      !decisions
        .slice(0, index)
        .some(
          (other) =>
            other.text === decision.text && other.committee === decision.committee && other.date === decision.date,
        ),
  );
}

function lastEnd(lines: Line[], from: number, to: number): number {
  for (let index = to - 1; index > from; index--)
    if ((lines[index] as Line).start < (lines[index] as Line).end) return (lines[index] as Line).end;
  return (lines[from] as Line).end;
}
