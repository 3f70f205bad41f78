import type { Span } from "#minutes/model.ts";
import type { Sentence } from "../sentences.ts";
import { isPlain } from "./lexicon.ts";
import { isCertain, periodsIn } from "./periods.ts";
import { isDay, isReference } from "./times.ts";
import { wordsIn } from "./words.ts";

/** More would cost time in a list of thousands of points and tell nothing. */
const MOST_NAMES = 40;
const MOST_WORDS = 200;
/** A paragraph or a list as far as it is read: what its earlier sentences named. */
export type Block = {
  key: string;
  end: number;
  names: Set<string>;
  words: Set<string>;
  times: Set<string>;
  /** Sentences nobody has asked about yet: most stand in paragraphs without figures. */
  unread: Span[];
};

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
  unread: [],
});

/** Notes a sentence, for those after it. */
export function remember({ span }: Sentence, block: Block): void {
  block.unread.push(span);
}

/** The block with all that its sentences so far have told. */
export function recall(text: string, block: Block): Block {
  for (const span of block.unread) read(text, span, block);
  block.unread = [];
  return block;
}

function read(text: string, span: Span, block: Block): void {
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
