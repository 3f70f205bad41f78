/** One word of a text: folded to lower case without accents other than the Danish letters, with its place. */
export type Word = { word: string; start: number; end: number };

const [NOTHING, DIGIT, LETTER] = [0, 1, 2];

/** What each character up to U+024F is: what is written in Danish is looked up and not asked of a pattern. */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\p{L}/u.test(character) ? LETTER : /[0-9]/.test(character) ? DIGIT : NOTHING;
});
const RARE_LETTER = /[\p{L}\p{M}]/u;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x250) return KINDS[code] ?? NOTHING;
  return RARE_LETTER.test(text.charAt(at)) ? LETTER : NOTHING;
}

/**
 * Calls `visit` with where each word of `text` begins and ends, in order. Words with inner hyphens, dots and slashes fall
 * apart; digits keep their thousands dots ("936.000").
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const kind = kindAt(text, at);
    if (kind === NOTHING) {
      at++;
      continue;
    }
    const start = at++;
    if (kind === LETTER) while (at < length && kindAt(text, at) !== NOTHING) at++;
    else {
      while (at < length && kindAt(text, at) === DIGIT) at++;
      while (text[at] === "." && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) at += 4;
    }
    visit(start, at);
  }
}

/** Where the word around a letter begins and ends. */
export function wordAround(text: string, at: number): { start: number; end: number } {
  let [start, end] = [at, at];
  while (start > 0 && kindAt(text, start - 1) !== NOTHING) start--;
  while (end < text.length && kindAt(text, end) !== NOTHING) end++;
  return { start, end };
}

export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWord(text, (start, end) => found.push({ word: fold(text.slice(start, end)), start, end }));
  return found;
}

const FOREIGN = /[^a-z0-9æøå]/u;

/** "Süleyman" -> "suleyman", "936.000" -> "936000". The Danish letters stay: "Ære" -> "ære". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!FOREIGN.test(lower)) return lower;
  return lower.replace(/[^a-z0-9æøå]/gu, (letter) => letter.normalize("NFD").replace(/[^a-zæøå]/gu, ""));
}
