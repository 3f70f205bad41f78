import { anchor, type Range } from "./anchor.ts";
import type { Highlight } from "./own-queries.ts";
import type { Part } from "./parts.ts";

/** A highlight and where it stands now; `place` null: the text it was made in is changed. */
export type PlacedHighlight = Highlight & { place: (Range & { part: string }) | null };

/** In the text it was made in; else in the one where its words have been moved to. */
export function placeOf(highlight: Highlight, parts: readonly Part[]): PlacedHighlight["place"] {
  const own = parts.filter(({ key }) => key === highlight.part);
  for (const { key, text } of [...own, ...parts.filter((part) => !own.includes(part))]) {
    const range = anchor(text, highlight);
    if (range) return { part: key, ...range };
  }
  return null;
}
