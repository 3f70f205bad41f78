import type { Item, Section } from "#minutes/model.ts";
import { anchorItem, findItem } from "./anchors.ts";
import type { Corrected } from "./correct-reading.ts";
import type { Correction, ItemAnchor } from "./correction.ts";

/**
 * Characters. Published minutes have a closed item's title and perhaps its decision; a label or a sentence saying that it is
 * closed is shorter than this, and what was written for a closed meeting is longer.
 */
const SHORT = 150;
const SHORT_DECISION = 400;

/** Whether an item that was treated behind closed doors (styrelsesloven § 10) has its papers' words with it. */
export function hasClosedText(item: Item): boolean {
  if (!item.closed) return false;
  const { decision, other } = lengthOf(item.sections);
  return other > SHORT || decision > SHORT_DECISION;
}

/**
 * The closed items whose words would become public with the document, without those that somebody has said are
 * published already.
 */
export function heldBack({ read, minutes }: Corrected, corrections: Correction[]): ItemAnchor[] {
  const published = new Set(
    corrections.flatMap((one) => (one.kind === "public-text" ? [findItem(read.items, one.item)] : [])),
  );
  return minutes.items.flatMap((item, index) =>
    hasClosedText(item) && !published.has(index) ? [anchorItem(read.items, index)] : [],
  );
}

/** What an item is called in a sentence. */
export function nameOfItem({ number, title }: ItemAnchor): string {
  return number === null ? `»${title}«` : `punkt ${number}`;
}

function lengthOf(sections: Section[]): { decision: number; other: number } {
  const length = { decision: 0, other: 0 };
  for (const { role, text, sections: parts } of sections) {
    if (role !== "attachments") length[role === "decision" ? "decision" : "other"] += text.trim().length;
    const below = lengthOf(parts);
    length.decision += below.decision;
    length.other += below.other;
  }
  return length;
}
