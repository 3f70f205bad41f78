/** A quotation that finds its place again: the words, some before and after them, and where they began. */
export type Quote = { start: number; quote: string; prefix: string; suffix: string };

export type Range = { from: number; to: number };

/** Characters of context that are kept on each side. */
export const CONTEXT = 40;

/** Longer than this and the words are their own proof; shorter ones need neighbours that they know. */
const TELLING = 24;

export function quoteOf(text: string, { from, to }: Range): Quote {
  return {
    start: from,
    quote: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  };
}

/**
 * Where a quotation stands in a text that may have been changed since; null when its words are no longer there. Of
 * several places it is the one whose neighbours agree best, then the one nearest to where it was. Spaces and line breaks
 * do not count: a browser and a text have each their own.
 */
export function anchor(text: string, quote: Quote): Range | null {
  const { letters, at } = lettersOf(text);
  const wanted = lettersOf(quote.quote).letters;
  if (wanted === "") return null;
  const [before, after] = [lettersOf(quote.prefix).letters, lettersOf(quote.suffix).letters];
  let best: { place: number; known: number; far: number } | undefined;
  for (let place = letters.indexOf(wanted); place >= 0; place = letters.indexOf(wanted, place + 1)) {
    const known = sharedEnd(letters.slice(0, place), before) + sharedStart(letters.slice(place + wanted.length), after);
    const far = Math.abs((at[place] as number) - quote.start);
    if (!best || known > best.known || (known === best.known && far < best.far)) best = { place, known, far };
  }
  if (!best) return null;
  const context = before.length + after.length;
  if (wanted.length < TELLING && context > 0 && best.known < Math.min(8, context)) return null;
  return { from: at[best.place] as number, to: (at[best.place + wanted.length - 1] as number) + 1 };
}

/** The text without spaces and marks of no width, and where each of its characters stood. */
function lettersOf(text: string): { letters: string; at: number[] } {
  let letters = "";
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] as string;
    if (/[\s\u00ad\u200b-\u200d\u2060\ufeff]/.test(letter)) continue;
    letters += letter;
    at.push(index);
  }
  return { letters, at };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
