import { stem } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";

const MENDABLE = /^\D{4,40}$/;

/**
 * The indexed word that was most likely meant by one that is nowhere: one or two letters lost, added, changed or swapped, in
 * long words three. Undefined when nothing is near enough.
 */
export function mendSpelling(vocabulary: Vocabulary, word: string): string | undefined {
  if (!MENDABLE.test(word)) return undefined;
  const most = word.length < 6 ? 1 : word.length < 12 ? 2 : 3;
  let [nearest, least]: [string | undefined, number] = [undefined, most + 1];
  // The word that was meant may be there without its ending only.
  for (const [tried, handicap] of [
    [word, 0],
    [stem(word), 0.5],
  ] as const) {
    for (const known of vocabulary.near(tried, most)) {
      const apart = distance(tried, known, most) + handicap + (known[0] === word[0] ? 0 : FIRST_LETTER);
      if (apart < least || (apart === least && nearest !== undefined && known < nearest))
        [nearest, least] = [known, apart];
    }
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
