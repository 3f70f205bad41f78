/** A title apart from the mark that the item was treated behind closed doors. */
export type Title = { title: string; closed: boolean };

const MARK = /lukke|åben|åbne/i;
const BEFORE =
  /^(?:\(?lukket\)?(?: (?:punkt|sag|dagsordenspunkt|dagsorden))?\s*[:.–-]\s*|\(lukket(?: punkt| sag)?\)\s*|\(?åben(?:t)?\)?(?: (?:punkt|sag))?\s*[:–-]\s*|\(åbent?(?: punkt| sag)?\)\s*)/i;
/** "Lukket Salg af grund": a capital letter behind it shows the word to be a mark. */
const CLOSED_WORD = /^(?:Lukket|LUKKET)(?: (?:punkt|sag))? (?=[A-ZÆØÅ][a-zæøå])/;
const AFTER =
  /\s*(?:[-–]\s*)?(?:\(\s*lukket(?: (?:punkt|sag))?\s*\)|lukket sag|\[lukket\]|[-–]\s*lukket(?: (?:punkt|sag))?)\s*$/i;
const AFTER_OPEN = /\s*(?:\(\s*åbent?(?: punkt| sag)?\s*\)|\såben sag)\s*$/i;
const ONLY = /^\(?lukke(?:t|de)(?: \p{L}+)?\)?\.?$/iu;

/**
 * Takes the mark for a closed item off a title; a title that says nothing else keeps it.
 *
 *     readTitle("Lukket: Underskriftsark")            // { title: "Underskriftsark", closed: true }
 *     readTitle("Salg af areal (Lukket)")             // { title: "Salg af areal", closed: true }
 *     readTitle("Lukket punkt")                       // { title: "Lukket punkt", closed: true }
 */
export function readTitle(text: string): Title {
  if (!MARK.test(text)) return { title: text, closed: false };
  if (ONLY.test(text)) return { title: text, closed: true };
  const before = BEFORE.exec(text) ?? CLOSED_WORD.exec(text);
  let title = before ? text.slice(before[0].length) : text;
  let closed = before !== null && /lukket/i.test(before[0]);
  const after = AFTER.exec(title) ?? AFTER_OPEN.exec(title);
  if (after && after.index > 0) {
    closed ||= /lukket/i.test(after[0]);
    title = title.slice(0, after.index);
  }
  return { title: title.trim() || text, closed };
}

/** A title over two lines; a hyphen between small letters was set by the break, unless a word is left out behind it. */
export function joinTitle(title: string, rest: string): string {
  if (title === "") return rest;
  if (!title.endsWith("-") || title.endsWith(" -")) return `${title} ${rest}`;
  return /\p{Ll}-$/u.test(title) && /^\p{Ll}/u.test(rest) && !/^(?:og|eller|samt)\b/.test(rest)
    ? title.slice(0, -1) + rest
    : /^(?:og|eller|samt)\b/.test(rest)
      ? `${title} ${rest}`
      : title + rest;
}

/** Two printings of one title are equal in this form: letters and digits only, in lower case. */
export function titleKey(title: string): string {
  const text = title.toLowerCase();
  let key = "";
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isWordCharacter(text, at)) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      key += key === "" ? text.slice(from, at) : ` ${text.slice(from, at)}`;
      from = -1;
    }
  }
  return key;
}

/** Letters and digits; the common ones are told by their codes alone. */
function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code > 96 && code < 123) ||
    (code > 47 && code < 58) ||
    (code > 222 && code < 592 && code !== 247) ||
    (code > 591 && /[\p{L}\p{N}]/u.test(text[at] as string))
  );
}
