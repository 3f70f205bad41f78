import { readAbsence, isOpenAbsenceLabel, findRecused, findSubstitutes, type Absence } from "./absences.ts";
import { bodyDateOfHeading, readBodyDate, splitBodyDate } from "./body-date.ts";
import { readBody, sameBody } from "./bodies.ts";
import { isPageChrome } from "./page-chrome.ts";
import { isLabelledPart, readParts } from "./decision-parts.ts";
import { findDissents } from "./dissents.ts";
import type { Line } from "./lines.ts";
import type { Decision, DecisionPart, Participant } from "./model.ts";
import { classifyOutcome, combineOutcomes } from "./outcomes.ts";
import { looksLikeName, parsePeople } from "./people.ts";
import type { ReadSection } from "./section-drafts.ts";
import { unwrapped } from "./wrapped-lines.ts";

/** The meeting whose minutes these are: its decisions often do not name it. */
export type Meeting = { committee: string | null; date: string | null };

type Draft = { committee: string | null; date: string | null; lines: string[]; absence: Absence };

/**
 * The decisions in one section. Each body's decision is its own: earlier bodies' stand under the same heading, told
 * apart by a line with body and date. A decision that names no body is the meeting's.
 */
export function readDecisions(section: ReadSection, lines: Line[], meeting: Meeting, title = ""): Decision[] {
  return decisionsIn(labelsOf(section, lines), bodyDateOfHeading(section.heading), meeting, title);
}

/** The same of lines already found, the first decision being that of the body `named` above them. */
export function decisionsIn(
  labels: string[],
  named: { committee: string | null; date: string | null },
  meeting: Meeting,
  title: string,
): Decision[] {
  const drafts: Draft[] = [start(named.committee, named.date)];
  let awaitsNames: ((names: string) => boolean) | null = null;
  let wrapped: Wrapped | null = null;
  for (const whole of labels) {
    let label = whole;
    let draft = drafts.at(-1) as Draft;
    if (label === "") {
      wrapped = null;
      draft.lines.push("");
      continue;
    }
    const told = splitBodyDate(label);
    const bodyDate = told && isPast(told.head, meeting) ? told.head : readBodyDate(label);
    if (bodyDate) {
      if (hasContent(draft) || draft.committee !== null) drafts.push((draft = start(null, null)));
      draft.committee = bodyDate.committee;
      draft.date = bodyDate.date;
      awaitsNames = null;
      if (told === null) continue;
      label = told.rest;
    }
    if (isPageChrome(label) || isClosing(label) || isNoDecision(label, draft, title)) continue;
    if (awaitsNames?.(label)) continue;
    awaitsNames = null;
    const absence = readAbsence(label);
    if (wrapped !== null && absence === null && NAMES_GO_ON.test(label)) {
      takeWrapped(draft, wrapped, label);
      wrapped = null;
      continue;
    }
    wrapped = null;
    if (absence) {
      if (/\p{L}$/u.test(label) && /[,(]/.test(label)) wrapped = { label, absence };
      draft.absence.absent.push(...absence.absent);
      draft.absence.substitutes.push(...absence.substitutes);
      if (isOpenAbsenceLabel(label)) awaitsNames = nameTaker(label, draft);
      continue;
    }
    draft.lines.push(label);
  }
  return drafts
    .filter((draft) => hasContent(draft) || draft.absence.absent.length > 0)
    .map((draft) => toDecision(draft, meeting));
}

/** A body's decision after the meeting is none yet. */
function isPast({ date }: { date: string | null }, meeting: Meeting): boolean {
  return date !== null && (meeting.date === null || date <= meeting.date);
}

/** A line of absentees that breaks inside a name. */
type Wrapped = { label: string; absence: Absence };
const NAMES_GO_ON = /^\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)* \([A-ZÆØÅ]{1,3}\)(?:[,.]| og |$)/u;

/** Reads the line again together with the one that goes on with it. */
function takeWrapped({ absence }: Draft, { label, absence: before }: Wrapped, rest: string): void {
  const whole = readAbsence(`${label} ${rest}`) ?? before;
  replaceLast(absence.absent, before.absent.length, whole.absent);
  replaceLast(absence.substitutes, before.substitutes.length, whole.substitutes);
}

function replaceLast(people: Participant[], count: number, others: Participant[]): void {
  people.splice(people.length - count, count, ...others);
}

/** The words of a section's lines, subsections included, in the order they stand. */
function labelsOf(section: ReadSection, lines: Line[]): string[] {
  const labels: string[] = [];
  for (const [from, to] of section.lines) {
    for (let index = from; index < to; index++) {
      const line = lines[index] as Line;
      if (!line.rule) labels.push(line.label);
    }
  }
  const rest = section.lines[0];
  if (
    rest &&
    labels.length > 0 &&
    section.span.start === (lines[rest[0]] as Line).start &&
    section.heading !== "" &&
    labels[0]?.startsWith(section.heading)
  ) {
    labels[0] = (labels[0] as string).slice(section.heading.length).replace(/^[\s:|]+/, "");
  }
  return labels;
}

/** "Dagsordenspunkt 3: Trafikplan" above the decision says the item again; "3 4" below it is page numbers. */
function isNoDecision(label: string, draft: Draft, title: string): boolean {
  return hasContent(draft)
    ? PAGE_NUMBERS.test(label)
    : AGENDA_ITEM.test(label) || (title.length > 8 && label === title);
}

const PAGE_NUMBERS = /^\d{1,3} \d{1,3}$/;
const AGENDA_ITEM = /^dagsordenspunkt \d+\s*[:.]/i;

/** "Mødet hævet kl. 18.20" below the last decision is about the meeting. */
function isClosing(label: string): boolean {
  return label.length < 60 && /^mødet (?:blev |er )?(?:hævet|hævedes|sluttede|slut|afsluttet|ophævet)\b/i.test(label);
}

function start(committee: string | null, date: string | null): Draft {
  return { committee, date, lines: [], absence: { absent: [], substitutes: [] } };
}

function hasContent(draft: Draft): boolean {
  return draft.lines.some((line) => line !== "");
}

/** "Fraværende:" alone on a line: the names stand below, together or one a line. */
function nameTaker(label: string, draft: Draft): (names: string) => boolean {
  return (names) => {
    const party = /^\(([A-ZÆØÅ]{1,3})\)$/.exec(names)?.[1];
    const last = draft.absence.absent.at(-1);
    if (party && last) {
      last.party ??= party;
      return true;
    }
    names = names.replace(/,? (?:på grund af|pga\.?|grundet) .{3,60}$/, "");
    const people = parsePeople(names.replace(/\.$/, ""), "absent");
    if (/ (?:ankom|forlod|forlød|kom til stede|mødte) .{0,20}kl\. ?\d/.test(names)) return false;
    if (names.length > 400 || people.length === 0 || !people.every((person) => looksLikeName(person.name)))
      return false;
    const absence = readAbsence(`${label.replace(/(?: i [A-ZÆØÅ].*)?:?\s*$/, "")}: ${names}`);
    draft.absence.absent.push(...(absence?.absent ?? []));
    draft.absence.substitutes.push(...(absence?.substitutes ?? []));
    return true;
  };
}

function toDecision(draft: Draft, meeting: Meeting): Decision {
  const text = draft.lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const flow = unwrapped(text);
  const parts = readParts(draft.lines);
  const body = draft.committee ?? subjectBody(text, meeting) ?? meeting.committee;
  const own = draft.committee === null || (meeting.committee !== null && sameBody(draft.committee, meeting.committee));
  const absent = [
    ...draft.absence.absent,
    ...findRecused(flow).filter(({ name }) => !draft.absence.absent.some((other) => other.name === name)),
  ];
  const combined = parts.length > 0 ? combineOutcomes([...parts, ...beforeParts(draft.lines, text, parts)]) : "other";
  const lead = parts.length > 0 && LEAD_IN.test(draft.lines.find((line) => line !== "") ?? "");
  const outcome = lead ? "recommended" : combined === "other" ? classifyOutcome(flow) : combined;
  return {
    committee: body,
    date: draft.date ?? (own ? meeting.date : null),
    outcome,
    text,
    absent,
    substitutes: draft.absence.substitutes.length > 0 ? draft.absence.substitutes : findSubstitutes(flow, absent),
    parts,
    dissents: findDissents(flow, outcome === "rejected" || ADVISES_AGAINST.test(flow)),
  };
}

/** "Boligudvalget indstiller," above numbered lines: all of them are recommended. */
const LEAD_IN = /^\p{Lu}[^.:]{3,90} (?:indstiller|anbefaler)(?: (?:til|over ?for) [^.:]{3,60})?,?(?: at)?[:,]?$/u;

/** "Udvalget anbefaler, at forslaget ikke imødekommes": those who would have it are the ones who dissent. */
const ADVISES_AGAINST =
  /(?:anbefaler|indstiller)[^.]{0,60}, at [^.]{3,60} (?:ikke (?:imødekommes|godkendes|vedtages|gennemføres|tiltrædes)|afvises|forkastes|afslås)/i;

/** "Et flertal anbefaler punkt 1." above "Punkt 2 taget til efterretning." is a part too, though it does not begin as one. */
function beforeParts(lines: string[], text: string, parts: DecisionPart[]): DecisionPart[] {
  const first = parts[0] as DecisionPart;
  const opening = lines.find((line) => line !== "") ?? "";
  if (first.number < 2 || !/\b(?:punkt|pkt|ad)\.? ?\d/i.test(opening) || isLabelledPart(opening)) return [];
  return [{ number: 1, text: "", outcome: classifyOutcome(text) }];
}

/** "Beskæftigelses- og Integrationsudvalget tog orienteringen …": the body as the sentence's subject. */
function subjectBody(text: string, meeting: Meeting): string | null {
  const body = readBody(text);
  if (!body || /^(?:ens?|s)\b/.test(text.slice(body.end)) || body.name.endsWith("s")) return null;
  if (meeting.committee !== null) return sameBody(body.name, meeting.committee) ? meeting.committee : null;
  return body.name;
}
