import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";
import type { Sentence } from "../sentences.ts";

/** A sentence, or a heading that tells a figure: "Merforbruget bliver 3,4 mio. kr." */
export type Told = Sentence & { isHeading: boolean };

const LONGEST = 200;
const FEWEST_WORDS = 3;
/** Lines with figures that tell nothing: contents, attachments, item titles, decisions' headers. */
const NO_STATEMENT =
  /\.{4,}|\t|\||^[\s#*_]*(?:bilag|punkt|sag|dagsorden|referat|mødedato|mødested|kl\.|dato|side|journal|j\.?nr|anm|\d+[.)]\s)/iu;

/** The sentences with the headings among them that hold figures, in the order of the text. */
export function withHeadings({ source, sentences, tables }: Reading, figures: NumberMention[]): Told[] {
  const { text } = source;
  const told: Told[] = [];
  let figure = 0;
  let table = 0;
  const headingsBefore = (to: number, from: number) => {
    for (; figure < figures.length && (figures[figure] as NumberMention).span.start < to; figure++) {
      const { start, end } = (figures[figure] as NumberMention).span;
      while (table < tables.length && (tables[table]?.span.end ?? 0) <= start) table++;
      if (start < from || (tables[table]?.span.start ?? Infinity) <= start) continue;
      const span = { start: text.lastIndexOf("\n", start) + 1, end: lineEnd(text, end) };
      const last = told.at(-1);
      if (span.start < from || (last?.isHeading && last.span.start === span.start)) continue;
      const line = text.slice(span.start, span.end);
      if (line.length > LONGEST || NO_STATEMENT.test(line) || (line.match(/\p{L}{2,}/gu)?.length ?? 0) < FEWEST_WORDS)
        continue;
      told.push({ span, heading: null, opener: null, point: false, block: -1, indent: 0, isHeading: true });
    }
  };
  let done = 0;
  for (const sentence of sentences) {
    headingsBefore(sentence.span.start, done);
    while (figure < figures.length && (figures[figure] as NumberMention).span.start < sentence.span.end) figure++;
    told.push({ ...sentence, isHeading: false });
    done = sentence.span.end;
  }
  headingsBefore(text.length, done);
  return told;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
