import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import type { Section, SectionRole } from "./model.ts";
import { readTables } from "./tables.ts";

/** A section together with the lines its own text takes up. */
export type ReadSection = Section & { lines: [from: number, to: number][]; sections: ReadSection[] };

/** The text with what is known of its lines. */
export type Source = { text: string; lines: Line[]; headings: (Heading | null)[] };

/** A section being read: its heading, and the ranges of lines its own text takes up. `rest` is text on the heading's line. */
export type Draft = {
  heading: string;
  role: SectionRole;
  headingLine: number | null;
  ranges: [number, number][];
  rest: [number, number] | null;
  children: Draft[];
};

/** The sections so far, and the section and subsection that are open. */
export type State = { drafts: Draft[]; top: Draft | null; sub: Draft | null };

/** Opens a section. */
export function open(state: State, heading: string, role: SectionRole, headingLine: number | null): Draft {
  const draft: Draft = { heading, role, headingLine, ranges: [], rest: null, children: [] };
  state.drafts.push(draft);
  state.top = draft;
  state.sub = null;
  return draft;
}

/** Opens a subsection. */
export function openUnder(parent: Draft, state: State, heading: string, role: SectionRole, headingLine: number): void {
  state.sub = { heading, role, headingLine, ranges: [], rest: null, children: [] };
  parent.children.push(state.sub);
}

/** Lines in a row are one piece of text; a subsection between them begins a new piece. */
export function add(draft: Draft, index: number): void {
  const last = draft.ranges.at(-1);
  const child = draft.children.at(-1);
  if (last && !(child && (child.headingLine as number) >= last[1])) last[1] = index + 1;
  else draft.ranges.push([index, index + 1]);
}

/** A heading with nothing below it yet: the rule drawn under it is part of its mark. */
export function isBare(draft: Draft | null): boolean {
  return draft !== null && draft.headingLine !== null && draft.ranges.length === 0 && draft.children.length === 0;
}

/** The section as it is told to others: its text as read, its tables, and where it stands. */
export function finish(draft: Draft, source: Source): ReadSection {
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
