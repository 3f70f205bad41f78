import type { RichNode, RichText } from "#rich-text/model.ts";
import { compareTexts, compareWords, type WordDifference } from "#rich-text/difference.ts";
import type { PaperContent } from "./snapshots.ts";

/** A line of two versions side by side; null on the side where it is not. `words` in both: of the same line, changed. */
export type ComparedLine = {
  kind: "same" | "added" | "removed" | "changed";
  before: WordDifference[] | null;
  after: WordDifference[] | null;
};

/** A part of the paper: a section, the points, the attachments. `block` lines are text of a section. */
export type ComparedPart = {
  heading: { kind: "section"; text: string } | { kind: "head" | "recommendation" | "path" | "attachments" };
  lines: ComparedLine[];
  changes: number;
};

/** What the comparison calls the lines that are not text of the paper itself. */
export type LineWords = {
  closed: (ground: string | null) => string;
  open: string;
  deadline: (day: string) => string;
  step: (step: PaperContent["path"][number]) => string;
  point: (point: PaperContent["recommendations"][number]) => string;
  attachment: (file: PaperContent["attachments"][number]) => string;
};

/** Two versions of a paper, part by part and line by line in the order of the newer, with the words that differ. */
export function comparePapers(
  before: PaperContent,
  after: PaperContent,
  words: LineWords,
  plain: (blocks: RichNode[]) => string,
): ComparedPart[] {
  const headOf = (paper: PaperContent) => [
    paper.title,
    paper.responsible,
    ...(paper.deadline ? [words.deadline(paper.deadline)] : []),
    paper.closed ? words.closed(paper.closedGround) : words.open,
  ];
  const ids = [...new Set([...after.sections, ...before.sections].map(({ id }) => id))];
  const sections = ids.map((id) => {
    const [old, young] = [before, after].map((paper) => paper.sections.find((section) => section.id === id));
    const heading = { kind: "section", text: (young ?? old)?.heading ?? "" } as const;
    return part(heading, compareBodies(old?.body, young?.body, plain));
  });
  return [
    part({ kind: "head" }, compareLines(headOf(before), headOf(after))),
    ...sections,
    part(
      { kind: "recommendation" },
      compareLines(before.recommendations.map(words.point), after.recommendations.map(words.point)),
    ),
    part({ kind: "path" }, compareLines(before.path.map(words.step), after.path.map(words.step))),
    part(
      { kind: "attachments" },
      compareLines(before.attachments.map(words.attachment), after.attachments.map(words.attachment)),
    ),
  ];
}

const part = (heading: ComparedPart["heading"], lines: ComparedLine[]): ComparedPart => ({
  heading,
  lines,
  changes: lines.filter(({ kind }) => kind !== "same").length,
});

function compareBodies(
  before: RichText | undefined,
  after: RichText | undefined,
  plain: (blocks: RichNode[]) => string,
): ComparedLine[] {
  const none: RichText = { type: "doc", content: [] };
  return compareTexts(before ?? none, after ?? none).map((difference): ComparedLine => {
    if (difference.kind === "changed") return changed(withoutMark(difference.words));
    return whole(difference.kind, plain([difference.block]).replace(HEADING_MARK, ""));
  });
}

/** How plain text marks a heading; side by side the words are enough. */
const HEADING_MARK = /^#{2,4} /;

const withoutMark = ([first, ...rest]: WordDifference[]): WordDifference[] =>
  first ? [{ ...first, text: first.text.replace(HEADING_MARK, "") }, ...rest] : [];

/** Lines that stand in one version only are paired with what took their place, so that small changes show as such. */
function compareLines(before: string[], after: string[]): ComparedLine[] {
  const lines: ComparedLine[] = [];
  const rest = [...before];
  for (const line of after) {
    const at = rest.indexOf(line);
    if (at === -1) {
      const replaced = rest[0] !== undefined && !after.includes(rest[0]) ? rest.shift() : undefined;
      lines.push(replaced === undefined ? whole("added", line) : changed(compareWords(replaced, line)));
      continue;
    }
    for (const gone of rest.splice(0, at)) if (!after.includes(gone)) lines.push(whole("removed", gone));
    rest.shift();
    lines.push(whole("same", line));
  }
  return [...lines, ...rest.filter((line) => !after.includes(line)).map((line) => whole("removed", line))];
}

function whole(kind: "same" | "added" | "removed", text: string): ComparedLine {
  const words: WordDifference[] = [{ kind, text }];
  return { kind, before: kind === "added" ? null : words, after: kind === "removed" ? null : words };
}

const changed = (words: WordDifference[]): ComparedLine => ({
  kind: "changed",
  before: words.filter(({ kind }) => kind !== "added"),
  after: words.filter(({ kind }) => kind !== "removed"),
});
