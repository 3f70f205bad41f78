import { readBodyDate } from "./body-date.ts";
import { looksLikeTitle } from "./candidates.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import type { Section, SectionRole } from "./model.ts";
import { isTableNote, readTables } from "./tables.ts";

/** A section together with the lines its own text takes up. */
export type ReadSection = Section & { lines: [from: number, to: number][]; sections: ReadSection[] };

type Source = { text: string; lines: Line[]; headings: (Heading | null)[] };
type Draft = { heading: string; role: SectionRole; headingLine: number | null; ranges: [number, number][]; rest: [number, number] | null; children: Draft[] };

type State = { drafts: Draft[]; top: Draft | null; sub: Draft | null };

/**
 * Cuts the lines from `from` to `to` into sections. `skip` holds lines that are told elsewhere (the repeated title,
 * the case number). Nothing is left out: text before any heading is a section without a heading.
 */
export function readSections(source: Source, from: number, to: number, skip: Set<number>): ReadSection[] {
  const state: State = { drafts: [], top: null, sub: null };
  for (let index = from; index < to; index++) {
    if (!skip.has(index)) readLineInto(state, source, index, to);
    else if (state.top?.role === "attachments" || state.top?.heading === "") state.top = state.sub = null;
  }
  return state.drafts.map((draft) => finish(draft, source));
}

function readLineInto(state: State, source: Source, index: number, to: number): void {
  const line = source.lines[index] as Line;
  const heading = source.headings[index];
  if (heading && !isInsideDecision(heading, state.top)) {
    openHeading(state, heading, index, source.lines);
    if (heading.rest === "") return;
    const draft = (state.sub ?? state.top) as Draft;
    draft.rest = [line.end - heading.rest.length, line.end];
    draft.ranges.push([index, index + 1]);
    return;
  }
  if (line.label === "" && !line.rule && !line.bullet) return;
  leaveTreatment(state, line);
  if (line.rule && isBare(state.sub ?? state.top)) return;
  if (isDecisionHead(state, source, index, to)) {
    open(state, line.label.replace(/\s*:$/, ""), "decision", index);
    return;
  }
  if (opensRecommendation(state, source, index, to)) {
    add(open(state, "", "recommendation", null), index);
    return;
  }
  if (endsRecommendation(state, source, index, to)) {
    open(state, line.label, "other", index);
    return;
  }
  if (state.sub?.role !== "treatment" && isSubheading(source, index, to, state.top)) {
    openSubheading(state, line.label, index);
    return;
  }
  add(state.sub ?? state.top ?? open(state, "", "other", null), index);
}

function open(state: State, heading: string, role: SectionRole, headingLine: number | null): Draft {
  const draft: Draft = { heading, role, headingLine, ranges: [], rest: null, children: [] };
  state.drafts.push(draft);
  state.top = draft;
  state.sub = null;
  return draft;
}

function openHeading(state: State, heading: Heading, index: number, lines: Line[]): void {
  const { top } = state;
  if (isNestedTreatment(heading, top)) openUnder(top as Draft, state, heading.heading, "treatment", index);
  else if (top?.role === "presentation" && top.headingLine !== null && isCommonWord(heading) && (lines[top.headingLine] as Line).level > 0 && (lines[index] as Line).level > (lines[top.headingLine] as Line).level) openUnder(top, state, heading.heading, heading.role, index);
  else open(state, heading.heading, heading.role, index);
}

/** Words that authors also use for parts of their own: such a heading, marked as deeper, stays inside the section above. */
function isCommonWord(heading: Heading): boolean {
  return /^(?:høring(?:er|ssvar)?|baggrund|finansiering|kommunikation|proces|vurdering|historik|indhold|personale|tidsplan|inddragelse|formål|konklusion|resultat|fakta|implementering|opfølgning|evaluering|klima|miljø|sundhed|noter|tema|forslag|løsning)$/i.test(heading.heading);
}

function openSubheading(state: State, heading: string, index: number): void {
  const top = state.top as Draft;
  if (top.role === "attachments") open(state, heading, "other", index);
  else openUnder(top, state, heading, top.role, index);
}

function openUnder(parent: Draft, state: State, heading: string, role: SectionRole, headingLine: number): void {
  state.sub = { heading, role, headingLine, ranges: [], rest: null, children: [] };
  parent.children.push(state.sub);
}

/** The path ends at the first line that is none of it: the abstract, which has no heading of its own. */
function leaveTreatment(state: State, line: Line): void {
  if ((state.sub?.role !== "treatment" && state.top?.role !== "treatment") || line.rule || isTreatmentLine(line.label)) return;
  if (state.sub?.role === "treatment") state.sub = null;
  else if (state.top?.role === "treatment" && state.top.ranges.length > 0 && /^politisk behandling$/i.test(state.top.heading)) open(state, "", "summary", null);
}

/** "Økonomiudvalget, 17.06.2024, pkt. 12" opens a decision where no heading says so; below "Sagsforløb" only with words after it. */
function isDecisionHead({ top, sub }: State, { lines, headings }: Source, index: number, to: number): boolean {
  const line = lines[index] as Line;
  if (line.bullet || top?.role === "decision" || top?.role === "attachments" || sub?.role === "treatment") return false;
  if (!looksLikeBodyDate(line.label) || readBodyDate(line.label) === null) return false;
  if (top?.role !== "treatment") return true;
  const below = nextWords(lines, index, to);
  return below !== null && !headings[below] && /[a-zæøå]{3}.*\.$/.test((lines[below] as Line).label) && readBodyDate((lines[below] as Line).label) === null;
}

const LEADER = /^(?:Det |[A-ZÆØÅ])[^.:;]{2,80}? (?:indstiller|foreslår|indstilles|foreslås)\b[^.]*[^.;]$/;

/** "Direktionen indstiller," above a list of "at …" is a recommendation also where no heading says so. */
function opensRecommendation({ top }: State, { lines, headings }: Source, index: number, to: number): boolean {
  if (top?.role === "recommendation" || top?.role === "decision" || top?.role === "attachments") return false;
  const { label } = lines[index] as Line;
  if (label.length > 200 || !LEADER.test(label)) return false;
  const below = nextWords(lines, index, to);
  return below !== null && !headings[below] && /^(?:at\b|\d{1,2}[.)] |[a-z]\) )/i.test((lines[below] as Line).label);
}

/** A line that can only be a heading ends a list of recommendations, though nobody knows its words. */
function endsRecommendation({ top }: State, { lines, headings }: Source, index: number, to: number): boolean {
  if (top?.role !== "recommendation" || top.ranges.length === 0) return false;
  const line = lines[index] as Line;
  if (line.bullet || line.cells || line.label.length > 45 || !isBlank(lines[index - 1]) || !isBlank(lines[index + 1]) || !/^[A-ZÆØÅ][a-zæøå][^\d,.:;()]*$/.test(line.label)) return false;
  const below = nextWords(lines, index, to);
  return below !== null && !headings[below] && /^[A-ZÆØÅ].{40,}\.$/.test((lines[below] as Line).label);
}

function nextWords(lines: Line[], index: number, to: number): number | null {
  for (let at = index + 1; at < to; at++) if ((lines[at] as Line).label !== "") return at;
  return null;
}

/** Lines in a row are one piece of text; a subsection between them begins a new piece. */
function add(draft: Draft, index: number): void {
  const last = draft.ranges.at(-1);
  const child = draft.children.at(-1);
  if (last && !(child && (child.headingLine as number) >= last[1])) last[1] = index + 1;
  else draft.ranges.push([index, index + 1]);
}

/** A heading with nothing below it yet: the rule drawn under it is part of its mark. */
function isBare(draft: Draft | null): boolean {
  return draft !== null && draft.headingLine !== null && draft.ranges.length === 0 && draft.children.length === 0;
}

/** "Fraværende" and "Bemærkninger" inside a decision belong to it. */
function isInsideDecision(heading: Heading, current: Draft | null): boolean {
  return current?.role === "decision" && /^(?:fraværende|bemærkninger|noter)$/i.test(heading.heading);
}

/** "Politisk behandling" (or "Sagsforløb: BY") directly below "Resumé" is its first part; the abstract itself follows without a heading. */
function isNestedTreatment(heading: Heading, current: Draft | null): boolean {
  return heading.role === "treatment" && current !== null && current.role === "summary" && current.ranges.length === 0 && current.children.length === 0 && /behandling|forløb|gang/i.test(heading.heading);
}

const ROLE_LINE = /udvalg|råd(?:et)?\b|bestyrelse|direktion|magistrat|borgerrepræsentation|forum|nævn/i;

/** A line of the path: a body with its role or its date, and no sentence. */
function isTreatmentLine(label: string): boolean {
  if (label.length > 170 || !ROLE_LINE.test(label)) return false;
  return /\([^)]{3,60}\)/.test(label) && /(?:\d|\)|,)\s*$/.test(label) ? true : readBodyDate(label) !== null;
}

function looksLikeBodyDate(label: string): boolean {
  if (label.length < 12 || label.length > 150) return false;
  const last = label.charCodeAt(label.length - 1);
  return ((last > 47 && last < 58) || last === 58) && /\d{4}/.test(label);
}

const WITH_SUBHEADINGS = new Set<SectionRole>(["presentation", "economy", "process", "legal", "history", "other", "summary"]);

/**
 * A heading of the author's own inside a section: marked as one, or (where marks are lost) a line between blank lines
 * that ends without punctuation and has prose or a list below it.
 */
function isSubheading({ lines, headings }: Source, index: number, to: number, current: Draft | null): boolean {
  if (current === null) return false;
  const line = lines[index] as Line;
  const { label } = line;
  if (line.bullet || line.cells || label.length > 170) return false;
  if (current.role === "attachments") return line.level > 0;
  if (!WITH_SUBHEADINGS.has(current.role) || current.heading === "") return false;
  if (line.level > 0) return true;
  if (label.length > 115 || label.length < 4) return false;
  const last = label.charCodeAt(label.length - 1);
  if (line.bold) return last !== 46;
  const first = current.ranges.length === 0 && current.children.length === 0;
  if (!(isHeadingEnd(last) || (first && label.endsWith(" kr."))) || !isBlank(lines[index - 1]) || !isBlank(lines[index + 1])) return false;
  if (!looksLikeTitle(label) || isTableNote(label) || label.includes(": ") || /^\d+[.)]|^[/<"”'(]|\w@\w|https?:/.test(label)) return false;
  for (let at = index + 1; at < to; at++) {
    const next = lines[at] as Line;
    if (next.label === "") continue;
    if (headings[at]) return false;
    if (next.bullet || next.cells) return true;
    const first = next.label[0] as string;
    const lower = first === first.toLowerCase() && first !== first.toUpperCase();
    return !lower && (next.label.length > 90 || /[.:?!]$/.test(next.label));
  }
  return false;
}

/** Letters, figures, a percent sign, a bracket or a question mark end a heading; punctuation does not. */
function isHeadingEnd(code: number): boolean {
  return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123) || code > 191 || code === 37 || code === 41 || code === 63 || code === 34;
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.start === line.end;
}

function finish(draft: Draft, source: Source): ReadSection {
  const { text, lines } = source;
  const sections = draft.children.map((child) => finish(child, source));
  const parts: string[] = [];
  let end = draft.headingLine === null ? 0 : (lines[draft.headingLine] as Line).end;
  let start = draft.headingLine === null ? Number.MAX_SAFE_INTEGER : (lines[draft.headingLine] as Line).start;
  for (const [from, to] of draft.ranges) {
    const first = draft.rest && from === draft.headingLine ? draft.rest[0] : (lines[from] as Line).start;
    const last = (lines[to - 1] as Line).end;
    start = Math.min(start, first);
    end = Math.max(end, last);
    parts.push(text.slice(first, last));
  }
  for (const child of sections) end = Math.max(end, child.span.end);
  return {
    heading: draft.heading,
    role: draft.role,
    text: parts.join("\n\n"),
    tables: draft.ranges.flatMap(([from, to]) => readTables(text, lines, from, to)),
    sections,
    span: { start, end },
    lines: draft.ranges,
  };
}
