import { HIGHLIGHT_LENGTH } from "#reading/limits.ts";
import { CONTEXT, type Quote } from "#reading/anchor.ts";

export type SelectedQuote = Quote & { item: number; part: string };

/** What stands in a text's element and is no word of the text: note numbers, captions, words for screen readers. */
const NO_WORDS = ".rich-text__note, .rich-text__notes, caption, .sr-only";

/** What the reader has selected of the items' texts, a quotation for each text it touches. */
export function selectedQuotes(selection: Selection | null): SelectedQuote[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")].filter((part) => range.intersectsNode(part));
  return parts.flatMap((element) => {
    const within = document.createRange();
    within.selectNodeContents(element);
    const whole = within.cloneRange();
    if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0)
      within.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) within.setEnd(range.endContainer, range.endOffset);
    const quote = wordsOf(within);
    if (quote.trim() === "" || quote.length > HIGHLIGHT_LENGTH) return [];
    const before = document.createRange();
    before.setStart(whole.startContainer, whole.startOffset);
    before.setEnd(within.startContainer, within.startOffset);
    const after = document.createRange();
    after.setStart(within.endContainer, within.endOffset);
    after.setEnd(whole.endContainer, whole.endOffset);
    const prefix = wordsOf(before);
    return {
      item: Number(element.dataset["item"]),
      part: element.dataset["part"] ?? "",
      start: prefix.length,
      quote,
      prefix: prefix.slice(-CONTEXT),
      suffix: wordsOf(after).slice(0, CONTEXT),
    };
  });
}

function wordsOf(range: Range): string {
  const words = range.cloneContents();
  for (const other of words.querySelectorAll(NO_WORDS)) other.remove();
  return words.textContent ?? "";
}
