import type { TextTable } from "#meetings/section-text.ts";
import type { ItemFinding } from "./item-queries.ts";
import { type Mark, type MarkedBlock, markSection } from "./place-marks.ts";

/** A finding with the number it has on the page; those that hold have none. */
export type NumberedFinding = ItemFinding & { number: number | null };

/** `findings`: those whose claim stands in the block, or begins there. */
export type SumBlock = MarkedBlock & { findings: NumberedFinding[] };
export type SumSection = { position: number; parent: number | null; heading: string; blocks: SumBlock[] };

/** An item's text with its findings in their places. `unplaced`: those whose place is not part of the text that is shown. */
export type MarkedItem = { sections: SumSection[]; findings: NumberedFinding[]; unplaced: NumberedFinding[] };

type Section = {
  position: number;
  parent: number | null;
  heading: string;
  text: string;
  tables: TextTable[];
  span: { start: number; end: number };
};

/** The mark of a finding's claim, and of a place its sum was taken from; both are also their addresses on the page. */
export const claimKey = ({ position }: { position: number }) => `sted-${position}`;
export const evidenceKey = ({ position }: { position: number }, index: number) => `led-${position}-${index + 1}`;
/** The address of a finding's explanation. */
export const noteKey = ({ position }: { position: number }) => `tal-${position}`;

/** Puts findings, in the order of the text, on an item's sections. `document` is the text that all places are in. */
export function markItem(document: string, sections: Section[], found: ItemFinding[]): MarkedItem {
  let number = 0;
  const findings = found.map((finding) => ({ ...finding, number: finding.verdict === "ok" ? null : ++number }));
  let waiting = findings.flatMap(marksOf);
  const placed = new Set<string>();
  const marked = sections.map((section) => {
    const blocks = markSection(document, section, waiting).map((block): SumBlock => {
      const keys = new Set([...block.lines.values()].flatMap((marks) => marks.map(({ key }) => key)));
      const begun = findings.filter((finding) => keys.has(claimKey(finding)) && !placed.has(claimKey(finding)));
      for (const key of keys) placed.add(key);
      return { ...block, findings: begun };
    });
    waiting = waiting.filter(({ key }) => !placed.has(key));
    return { position: section.position, parent: section.parent, heading: section.heading, blocks };
  });
  return { sections: marked, findings, unplaced: findings.filter((finding) => !placed.has(claimKey(finding))) };
}

/** What holds needs no proof: only its claim is marked. */
function marksOf(finding: NumberedFinding): Mark[] {
  const claim = { key: claimKey(finding), ...finding.span };
  if (finding.verdict === "ok") return [claim];
  const evidence = finding.evidence.flatMap(({ start, end, elsewhere }, index) =>
    elsewhere === null ? [{ key: evidenceKey(finding, index), start, end }] : [],
  );
  return [claim, ...evidence];
}
