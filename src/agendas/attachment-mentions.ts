/** An attachment that a text speaks of: by its number, or only as something that is enclosed (`number` null). */
export type AttachmentMention = { number: number | null; words: string };

const NUMBERED =
  /\bbilag(?:ene|et|s)?\s+(?:nr\.?\s*)?((?:\d{1,2}|[A-H])(?![\d.]\d|\w)(?:\s*(?:,|og|til|-|–)\s*(?:\d{1,2}|[A-H])(?![\d.]\d|\w))*)/gi;
const ENCLOSED =
  /(?<!ikke |uden )\b(?:vedlagt|vedlægges|vedhæftet|vedhæftes|(?:se|jf\.?|jævnfør|fremgår af|i) (?:det |de )?(?:vedlagte |vedhæftede )?bilag(?:et|ene)?)\b/i;

/**
 * What a paper's text says is attached: "bilag 2", "bilag 1, 2 og 4", "bilag B", "er vedlagt". A range counts as its ends.
 *
 *     attachmentMentions("Se bilag 1-3.") // [{ number: 1, ... }, { number: 3, ... }]
 */
export function attachmentMentions(text: string): AttachmentMention[] {
  const numbered = [...text.matchAll(NUMBERED)].flatMap(([words, list]) =>
    // The letters are capitals: "bilag a" may be a word that goes on, and "i" is one.
    [...(list ?? "").matchAll(/\d{1,2}|\b[A-H]\b/g)].map(([name]) => ({
      number: /\d/.test(name) ? Number(name) : name.charCodeAt(0) - 64,
      words: words.trim(),
    })),
  );
  const enclosed = ENCLOSED.exec(text)?.[0];
  return enclosed ? [...numbered, { number: null, words: enclosed }] : numbered;
}

/** The mentions for which nothing is there: more attachments are spoken of than there are, and none is called so. */
export function missingAttachments(text: string, attachments: readonly string[]): AttachmentMention[] {
  const seen = new Set<number | null>();
  const missing = attachmentMentions(text).filter(({ number }) => {
    if (seen.has(number)) return false;
    seen.add(number);
    if (number === null) return attachments.length === 0;
    return number > attachments.length && !attachments.some((name) => speaksOf(name, number));
  });
  // "se bilag 2" is one thing missing, not two.
  const numbered = missing.filter(({ number }) => number !== null);
  return numbered.length > 0 ? numbered : missing;
}

const speaksOf = (name: string, number: number) =>
  attachmentMentions(name).some((mention) => mention.number === number);
