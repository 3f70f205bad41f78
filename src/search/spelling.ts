import { stem } from "./stem.ts";

/** Gives words that may be at most `most` letters from a word, and surely those that are. */
type Near = { near(word: string, most: number): string[] };

const MENDABLE = /^\D{4,40}$/;

/**
 * The indexed word that was most likely meant by one that is nowhere: one or two letters lost, added, changed or swapped, in
 * long words three. Undefined when nothing is near enough.
 */
export function mendSpelling(vocabulary: Near, word: string): string | undefined {
  if (!MENDABLE.test(word)) return undefined;
  const most = word.length < 6 ? 1 : word.length < 12 ? 2 : 3;
  // Most are one letter wrong, and those one letter away are few.
  for (let apart = 1; apart <= most; apart++) {
    const nearest = nearestOf(vocabulary, word, apart) ?? nearestOf(vocabulary, stem(word), apart);
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

/** A word that was meant may be there without its ending only, so stems are looked for too. */
function nearestOf(vocabulary: Near, word: string, most: number): string | undefined {
  let [nearest, least]: [string | undefined, number] = [undefined, most + 1];
  for (const known of vocabulary.near(word, most)) {
    const apart = distance(word, known, most) + (known[0] === word[0] ? 0 : FIRST_LETTER);
    if (apart < least || (apart === least && nearest !== undefined && known < nearest))
      [nearest, least] = [known, apart];
  }
  return nearest;
}

/** Nobody gets the first letter wrong as easily as the others. */
const FIRST_LETTER = 0.4;

const WIDEST = 64;
let older = new Uint8Array(WIDEST);
let old = new Uint8Array(WIDEST);
let row = new Uint8Array(WIDEST);

/**
 * Letters to lose, add, change or swap with a neighbour (optimal string alignment). Where that is more than `most`, some
 * number above it, found the sooner. Looks at no more than the first 60 letters.
 */
export function distance(a: string, b: string, most = WIDEST): number {
  const [m, n] = [Math.min(a.length, WIDEST - 4), Math.min(b.length, WIDEST - 4)];
  if (Math.abs(m - n) > most) return most + 1;
  for (let j = 0; j <= n; j++) old[j] = j;
  for (let i = 1; i <= m; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= n; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let steps = Math.min((old[j] as number) + 1, (row[j - 1] as number) + 1, (old[j - 1] as number) + same);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        steps = Math.min(steps, (older[j - 2] as number) + 1);
      row[j] = steps;
      if (steps < least) least = steps;
    }
    if (least > most) return most + 1;
    [older, old, row] = [old, row, older];
  }
  return old[n] as number;
}
