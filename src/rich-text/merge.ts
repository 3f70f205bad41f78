import { align, keyOf } from "./align.ts";
import type { RichNode, RichText } from "./model.ts";

/** A stretch of a merged text: settled by itself, or changed by both so that somebody must choose. */
export type MergePart =
  | { kind: "settled"; blocks: RichNode[] }
  | { kind: "conflict"; base: RichNode[]; mine: RichNode[]; theirs: RichNode[] };

/** `theirChanges`: how many stretches of the text are new to the one who saves, to be told. */
export type Merged =
  | { ok: true; text: RichText; theirChanges: number }
  | { ok: false; parts: MergePart[]; theirChanges: number };

/**
 * Merges two texts that were written from the same one. Changes of different blocks, list items and table cells go
 * together by themselves; where both changed the same, both are in a conflict and nothing is lost.
 */
export function mergeTexts(base: RichText, mine: RichText, theirs: RichText): Merged {
  const [blocks, own, others] = [base, mine, theirs].map(({ content }) => content ?? []) as [
    RichNode[],
    RichNode[],
    RichNode[],
  ];
  const parts = joined(mergeLists(blocks, own, others));
  const theirChanges = countChanges(blocks, others);
  if (parts.some(({ kind }) => kind === "conflict")) return { ok: false, parts, theirChanges };
  return {
    ok: true,
    text: asText(parts.flatMap((part) => (part.kind === "settled" ? part.blocks : []))),
    theirChanges,
  };
}

/** What is chosen where both changed the same: one of them, both after each other, or what was written instead. */
export type Choice = "mine" | "theirs" | "both" | RichNode[];

/** The text with a choice made for each conflict in order; a choice that lacks takes both. */
export function settle(parts: MergePart[], choices: Choice[]): RichText {
  let conflict = 0;
  return asText(
    parts.flatMap((part) => {
      if (part.kind === "settled") return part.blocks;
      const choice = choices[conflict++] ?? "both";
      if (typeof choice !== "string") return choice;
      return choice === "both" ? [...part.mine, ...part.theirs] : part[choice];
    }),
  );
}

function asText(blocks: RichNode[]): RichText {
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

function mergeLists(base: RichNode[], mine: RichNode[], theirs: RichNode[]): MergePart[] {
  const [a, b] = [align(base, mine), align(base, theirs)];
  const parts: MergePart[] = [];
  let [ownNew, theirNew] = [a.inserted[0] ?? [], b.inserted[0] ?? []];
  for (const [index, block] of base.entries()) {
    const merged = mergeBlock(block, a.of[index] ?? null, b.of[index] ?? null);
    const next: [RichNode[], RichNode[]] = [a.inserted[index + 1] ?? [], b.inserted[index + 1] ?? []];
    if (merged) {
      parts.push(mergeNew(ownNew, theirNew), { kind: "settled", blocks: merged });
      [ownNew, theirNew] = next;
    } else {
      // What one of them put in beside a block that both changed may be a part of it that was split off.
      parts.push({
        kind: "conflict",
        base: [block],
        mine: [...ownNew, ...listed(a.of[index]), ...next[0]],
        theirs: [...theirNew, ...listed(b.of[index]), ...next[1]],
      });
      [ownNew, theirNew] = [[], []];
    }
  }
  return [...parts, mergeNew(ownNew, theirNew)];
}

function mergeNew(mine: RichNode[], theirs: RichNode[]): MergePart {
  if (theirs.length === 0 || sameBlocks(mine, theirs)) return { kind: "settled", blocks: mine };
  if (mine.length === 0) return { kind: "settled", blocks: theirs };
  return { kind: "conflict", base: [], mine, theirs };
}

/** What one block becomes, nothing when it goes; null when both changed it. */
function mergeBlock(base: RichNode, mine: RichNode | null, theirs: RichNode | null): RichNode[] | null {
  if (same(theirs, base) || same(mine, theirs)) return listed(mine);
  if (same(mine, base)) return listed(theirs);
  if (!mine || !theirs) return null;
  const merged = mergeInside(base, mine, theirs);
  return merged && [merged];
}

/** Lists item by item; tables of one width row by row, and rows cell by cell. */
function mergeInside(base: RichNode, mine: RichNode, theirs: RichNode): RichNode | null {
  const form = ({ content: _content, ...form }: RichNode): RichNode => form;
  const outer = mergeBlock(form(base), form(mine), form(theirs))?.[0];
  if (!outer || base.type !== mine.type || base.type !== theirs.type) return null;
  const [blocks, own, others] = [base.content ?? [], mine.content ?? [], theirs.content ?? []];
  if (base.type === "tableRow") {
    if (blocks.length !== own.length || blocks.length !== others.length) return null;
    const cells = blocks.map((cell, at) => mergeBlock(cell, own[at] ?? null, others[at] ?? null));
    return cells.some((cell) => cell?.length !== 1) ? null : { ...outer, content: cells.flatMap((cell) => cell ?? []) };
  }
  const isTable = base.type === "table" && new Set([base, mine, theirs].map(widthOf)).size === 1;
  if (!isTable && base.type !== "bulletList" && base.type !== "orderedList") return null;
  const parts = mergeLists(blocks, own, others);
  const content = parts.flatMap((part) => (part.kind === "settled" ? part.blocks : []));
  if (content.length === 0 || parts.some(({ kind }) => kind === "conflict")) return null;
  return { ...outer, content };
}

/** How many columns a table has; a table with merged cells is like no other. */
function widthOf(table: RichNode): string {
  const rows = table.content ?? [];
  const isPlain = rows.every(({ content }) =>
    content?.every(({ attrs }) => Number(attrs?.["colspan"] ?? 1) === 1 && Number(attrs?.["rowspan"] ?? 1) === 1),
  );
  const widths = new Set(rows.map(({ content }) => content?.length ?? 0));
  return isPlain && widths.size === 1 ? String([...widths][0]) : keyOf(table);
}

function countChanges(base: RichNode[], other: RichNode[]): number {
  const { of, inserted } = align(base, other);
  const changed = of.filter((block, index) => !same(block, base[index] ?? null)).length;
  return changed + inserted.filter((blocks) => blocks.length > 0).length;
}

/** Settled stretches beside each other as one; empty ones go. */
function joined(parts: MergePart[]): MergePart[] {
  const result: MergePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === "settled" && part.blocks.length === 0) continue;
    if (part.kind === "settled" && last?.kind === "settled")
      result[result.length - 1] = { kind: "settled", blocks: [...last.blocks, ...part.blocks] };
    else result.push(part);
  }
  return result;
}

const listed = (block: RichNode | null | undefined): RichNode[] => (block ? [block] : []);

const same = (a: RichNode | null, b: RichNode | null): boolean =>
  a === b || (a !== null && b !== null && keyOf(a) === keyOf(b));

const sameBlocks = (a: RichNode[], b: RichNode[]): boolean =>
  a.length === b.length && a.every((block, index) => same(block, b[index] ?? null));
