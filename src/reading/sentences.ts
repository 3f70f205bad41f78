import type { Range } from "./anchor.ts";

/** A paragraph of a text by its sentences, each with where it stands. */
export type Paragraph = Range & { sentences: Range[] };

/** A full stop after one of these ends no sentence. */
const SHORT =
  /(?:^|[\s(])(?:bl\.a|f\.eks|d\.v\.s|dvs|ca|pct|kr|mio|mia|nr|stk|jf|pkt|kl|evt|inkl|ekskl|tlf|osv|m\.m|m\.fl|\d{1,2})\.$/i;

/** The paragraphs of a flat text and their sentences: what can be marked without a pointer. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") paragraphs.push({ from, to: from + line.length, sentences: sentencesOf(line, from) });
    from += line.length + 1;
  }
  return paragraphs;
}

function sentencesOf(line: string, offset: number): Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (const { index, 0: end } of line.matchAll(/[.!?]["”»)]*(?=\s+["“«(]?[\p{Lu}\d])/gu)) {
    const to = index + end.length;
    if (SHORT.test(line.slice(start, to))) continue;
    sentences.push(trimmed(line, start, to, offset));
    start = to;
  }
  sentences.push(trimmed(line, start, line.length, offset));
  return sentences.filter(({ from, to }) => to > from);
}

function trimmed(line: string, from: number, to: number, offset: number): Range {
  const text = line.slice(from, to);
  const left = text.length - text.trimStart().length;
  return { from: offset + from + left, to: offset + from + left + text.trim().length };
}
