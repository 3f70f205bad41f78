/**
 * What the index knows a lexeme by: a whole number below 2^53 whose lowest three bits are left for where it stands
 * (`Place`). Two lexemes share one with a chance of 1 in 10^15.
 */
export function termKey(lexeme: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < lexeme.length; at++) {
    const code = lexeme.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 13);
  }
  return ((high >>> 14) * 2 ** 32 + (low >>> 0)) * 8;
}

/** For two words that stand side by side in a title: what they are known by together. */
export function pairText(first: string, second: string): string {
  return `${first} ${second}`;
}

/** Where in an item a lexeme stands at best: as a word or as part of a compound; what matters more is higher. */
export const Place = { part: 0, word: 1, topicPart: 2, topic: 3, decisionPart: 4, decision: 5, titlePart: 6, title: 7 };

/** Stands in an item's sequence where a text ends. */
export const BREAK = 0;

/** Of each word in an item's sequence. */
export const CODE_BYTES = 3;

/** Bytes that stand for a lexeme in an item's sequence of words. */
export function sequenceCode(lexeme: string): number {
  return codeOfKey(termKey(lexeme));
}

/** The same for a lexeme's `termKey`. */
export function codeOfKey(key: number): number {
  return Math.floor(key / 8) % 2 ** (CODE_BYTES * 8);
}

/** The codes one after the other, each as three bytes. */
export function sequenceBytes(codes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(codes.length * CODE_BYTES);
  let to = 0;
  for (const code of codes) {
    bytes[to++] = code >>> 16;
    bytes[to++] = code >>> 8;
    bytes[to++] = code;
  }
  return bytes;
}
