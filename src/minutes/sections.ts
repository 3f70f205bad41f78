import { cutBareDecision } from "./bare-decisions.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import {
  add,
  finish,
  isBare,
  open,
  openUnder,
  type Draft,
  type ReadSection,
  type Source,
  type State,
} from "./section-drafts.ts";
import {
  endsRecommendation,
  isDecisionHead,
  isRecommendation,
  isSubheading,
  isTreatmentLine,
  opensRecommendation,
} from "./section-openings.ts";

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
  cutBareDecision(state, source);
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
  if (isRecommendation(state, source, index)) {
    add(open(state, "", "recommendation", null), index);
    state.top = null;
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

function openHeading(state: State, heading: Heading, index: number, lines: Line[]): void {
  const { top } = state;
  if (isNestedTreatment(heading, top)) openUnder(top as Draft, state, heading.heading, "treatment", index);
  else if (
    top?.role === "presentation" &&
    top.headingLine !== null &&
    isCommonWord(heading) &&
    (lines[top.headingLine] as Line).level > 0 &&
    (lines[index] as Line).level > (lines[top.headingLine] as Line).level
  )
    openUnder(top, state, heading.heading, heading.role, index);
  else open(state, heading.heading, heading.role, index);
}

/** Words that authors also use for parts of their own: such a heading, marked as deeper, stays inside the section above. */
function isCommonWord(heading: Heading): boolean {
  return /^(?:høring(?:er|ssvar)?|baggrund|finansiering|kommunikation|proces|vurdering|historik|indhold|personale|tidsplan|inddragelse|formål|konklusion|resultat|fakta|implementering|opfølgning|evaluering|klima|miljø|sundhed|noter|tema|forslag|løsning)$/i.test(
    heading.heading,
  );
}

function openSubheading(state: State, heading: string, index: number): void {
  const top = state.top as Draft;
  if (top.role === "attachments") open(state, heading, "other", index);
  else openUnder(top, state, heading, top.role, index);
}

/** The path ends at the first line that is none of it: the abstract, which has no heading of its own. */
function leaveTreatment(state: State, line: Line): void {
  if ((state.sub?.role !== "treatment" && state.top?.role !== "treatment") || line.rule || isTreatmentLine(line.label))
    return;
  if (state.sub?.role === "treatment") state.sub = null;
  else if (
    state.top?.role === "treatment" &&
    state.top.ranges.length > 0 &&
    /^politisk behandling$/i.test(state.top.heading)
  )
    open(state, "", "summary", null);
}

/** "Fraværende", "Bemærkninger" and "Mindretalsudtalelse" inside a decision belong to it. */
function isInsideDecision(heading: Heading, current: Draft | null): boolean {
  return (
    current?.role === "decision" &&
    /^(?:fraværende|bemærkninger|noter|mindretalsudtalelse|særindstilling)$/i.test(heading.heading)
  );
}

/** "Politisk behandling" (or "Sagsforløb: BY") directly below "Resumé" is its first part; the abstract itself follows without a heading. */
function isNestedTreatment(heading: Heading, current: Draft | null): boolean {
  return (
    heading.role === "treatment" &&
    current !== null &&
    current.role === "summary" &&
    current.ranges.length === 0 &&
    current.children.length === 0 &&
    /behandling|forløb|gang/i.test(heading.heading)
  );
}
