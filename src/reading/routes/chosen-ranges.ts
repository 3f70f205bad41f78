import type { Range } from "#reading/anchor.ts";
import type { Part } from "#reading/parts.ts";

/**
 * The ranges of ticked sentences and paragraphs ("section:summary:1 0 42"), those that touch joined to one, so that three
 * sentences in a row are one highlight. What fits no text is left out.
 */
export function chosenRanges(ticked: string[], parts: readonly Part[]): { part: string; text: string; range: Range }[] {
  const read = ticked.flatMap((value) => {
    const match = /^(\S+) (\d+) (\d+)$/.exec(value);
    const part = parts.find(({ key }) => key === match?.[1]);
    const [from, to] = [Number(match?.[2]), Number(match?.[3])];
    return part && from < to && to <= part.text.length
      ? [{ part: part.key, text: part.text, range: { from, to } }]
      : [];
  });
  const joined: typeof read = [];
  for (const next of read.sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : a.range.from - b.range.from))) {
    const last = joined.at(-1);
    const gap = last?.part === next.part ? next.text.slice(last.range.to, next.range.from) : null;
    const touches = last && gap !== null && (next.range.from <= last.range.to || /^[ \u00a0]*$/.test(gap));
    if (touches) last.range = { from: last.range.from, to: Math.max(last.range.to, next.range.to) };
    else joined.push(next);
  }
  return joined;
}
