/** One word of a text: folded to lower case without accents other than the Danish letters, with its place. */
export type Word = { word: string; start: number; end: number };

// Words with inner hyphens, dots and slashes fall apart; digits keep their thousands dots ("936.000").
const WORD = /\p{L}[\p{L}\p{M}\d]*|\d+(?:\.\d{3})*/gu;

/** Calls `visit` for each word of `text` in order. */
export function eachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const raw = match[0];
    visit(fold(raw), match.index, match.index + raw.length);
  }
}

export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWord(text, (word, start, end) => found.push({ word, start, end }));
  return found;
}

const FOREIGN = /[^a-z0-9æøå]/u;

/** "Süleyman" -> "suleyman", "936.000" -> "936000". The Danish letters stay: "Ære" -> "ære". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!FOREIGN.test(lower)) return lower;
  return lower.replace(/[^a-z0-9æøå]/gu, (letter) => letter.normalize("NFD").replace(/[^a-zæøå]/gu, ""));
}
