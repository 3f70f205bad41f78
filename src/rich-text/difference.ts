import { diffWordsWithSpace } from "diff";
import { align, keyOf } from "./align.ts";
import type { RichNode, RichText } from "./model.ts";
import { textOf } from "./text-of.ts";

export type WordDifference = { kind: "same" | "added" | "removed"; text: string };

/** `words` of a changed block: its plain text, word by word; all the same when only its form changed. */
export type BlockDifference =
  | { kind: "same" | "added" | "removed"; block: RichNode }
  | { kind: "changed"; before: RichNode; after: RichNode; words: WordDifference[] };

/** What became of a text, block by block in the order of the newer. */
export function compareTexts(before: RichText, after: RichText): BlockDifference[] {
  return compareBlocks(before.content ?? [], after.content ?? []);
}

export function compareBlocks(all: RichNode[], allAfter: RichNode[]): BlockDifference[] {
  const [before, after] = [all, allAfter].map((blocks) => blocks.filter((block) => !isEmpty(block))) as [
    RichNode[],
    RichNode[],
  ];
  const { of, inserted } = align(before, after);
  const added = (index: number) => (inserted[index] ?? []).map((block) => ({ kind: "added", block }) as const);
  return [
    ...before.flatMap((block, index) => [...added(index), compareBlock(block, of[index] ?? null)]),
    ...added(before.length),
  ];
}

function compareBlock(before: RichNode, after: RichNode | null): BlockDifference {
  if (!after) return { kind: "removed", block: before };
  if (keyOf(before) === keyOf(after)) return { kind: "same", block: before };
  return { kind: "changed", before, after, words: compareWords(plain(before), plain(after)) };
}

/** Two plain texts word by word. */
export function compareWords(before: string, after: string): WordDifference[] {
  // Texts with nothing in common take the longest; then it is enough to say so.
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 2000 });
  if (!parts)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

const plain = (block: RichNode): string => textOf({ type: "doc", content: [block] }).trimEnd();

const isEmpty = (block: RichNode): boolean => block.type === "paragraph" && !block.content?.length;
