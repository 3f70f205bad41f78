/** What is said of a word that came in an address; undefined where we have nothing to say of it. */
export const wordFor = (words: Record<string, string>, word: string | null | undefined): string | undefined =>
  word && Object.hasOwn(words, word) ? words[word] : undefined;
