import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { stem } from "./stem.ts";

/**
 * The indexed word that was most likely meant by one that is nowhere: one or two letters lost, added, changed or swapped, in
 * long words three. Undefined when nothing is near enough.
 */
export async function mendSpelling(db: Database, word: string): Promise<{ word: string; lexeme: string } | undefined> {
  if (word.length < 4 || word.length > 40 || /\d/.test(word)) return undefined;
  const { rows } = await sql<{ word: string }>`
    select word from search_word where word % ${word} order by similarity(word, ${word}) desc, length(word), word
    limit 30`.execute(db);
  const most = word.length < 6 ? 1 : word.length < 12 ? 2 : 3;
  const lexeme = stem(word);
  const near = rows
    .map((row) => ({ word: row.word, lexeme: stem(row.word), apart: distance(word, row.word) }))
    // The word that was meant may be there in another inflection only; then the stems are what is near.
    .map((row) => ({ ...row, nearest: Math.min(row.apart, distance(lexeme, row.lexeme)) }))
    .filter(({ nearest }) => nearest <= most)
    .toSorted((a, b) => a.nearest - b.nearest || a.apart - b.apart);
  return near[0] && { word: near[0].word, lexeme: near[0].lexeme };
}

/** Letters to lose, add, change or swap with a neighbour (optimal string alignment). */
export function distance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
