import type { Marked as Pieces } from "#search/excerpt.ts";

/** A text with the words that were found marked. */
export function Marked({ pieces }: { pieces: Pieces }) {
  return pieces.map(({ text, mark }, index) =>
    // The pieces of a text have no names of their own and never move.
    // oxlint-disable-next-line react/no-array-index-key
    mark ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
