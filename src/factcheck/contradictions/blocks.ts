import type { Sentence } from "../sentences.ts";
import { isPlain } from "./lexicon.ts";
import { isCertain, periodsIn } from "./periods.ts";
import { isDay, isReference } from "./times.ts";
import { wordsIn } from "./words.ts";

/** More would cost time in a list of thousands of points and tell nothing. */
const MOST_NAMES = 40;
const MOST_WORDS = 200;
/** A paragraph or a list as far as it is read: what its earlier sentences named. */
export type Block = { key: string; end: number; names: Set<string>; words: Set<string>; times: Set<string> };

/** The block a sentence belongs to: the last one, or a new one. */
export function blockOf(text: string, sentence: Sentence, last: Block | null): Block {
  const key = sentence.opener ? `list ${sentence.opener.start}` : `at ${sentence.span.start}`;
  const goesOn =
    last !== null &&
    (sentence.opener
      ? last.key === key
      : !/\n\s*\n/.test(text.slice(last.end, sentence.span.start)) && !sentence.point);
  if (goesOn) {
    last.end = sentence.span.end;
    return last;
  }
  return newBlock(sentence, key);
}

export const newBlock = ({ span }: Sentence, key = `at ${span.start}`): Block => ({
  key,
  end: span.end,
  names: new Set(),
  words: new Set(),
  times: new Set(),
});

/** Notes what a sentence told, for those after it. */
export function remember(text: string, { span }: Sentence, block: Block): void {
  for (const { root, name, start } of wordsIn(text, span.start, span.end)) {
    if (isPlain(root)) continue;
    if (block.words.size < MOST_WORDS) block.words.add(root);
    // What a paragraph begins with is what it is about: "Engskolen ligger midt i byen. Der er 412 elever."
    if ((name || start === span.start) && block.names.size < MOST_NAMES) block.names.add(root);
  }
  for (const period of periodsIn(text, span.start, span.end)) {
    const isPlainTime = isCertain(period.key) && !isDay(period.key) && !/\p{Ll}/u.test(period.key);
    if (isPlainTime && !isReference(text, period, span.start)) block.times.add(period.key);
  }
}
