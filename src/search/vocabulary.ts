import type { Database } from "#database/connect.ts";

/** Every word of the index, by length: some 10 MB for 150,000, read when a word must first be mended. */
export class Vocabulary {
  #byLength: { words: string[]; letters: number[] }[] = [];
  #read = 0;
  /** Numbers read lately. */
  #recent = new Set<number>();
  #revision = 0;
  #reading: Promise<void> | undefined;

  /**
   * Reads the words that came with this revision of the archive, and a few before them again: numbers are taken before they
   * are committed.
   */
  async refresh(db: Database, revision: number): Promise<void> {
    if (this.#revision === revision) return;
    await (this.#reading ??= this.#readOn(db).finally(() => (this.#reading = undefined)));
    this.#revision = revision;
  }

  /** Words that are at most `most` letters longer or shorter, and differ in at most so many letters. */
  near(word: string, most: number): string[] {
    const own = lettersOf(word);
    const found: string[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      const { words, letters } = this.#byLength[length] ?? NONE;
      for (let at = 0; at < words.length; at++)
        if (bits(own & ~(letters[at] as number)) <= most && bits((letters[at] as number) & ~own) <= most)
          found.push(words[at] as string);
    }
    return found;
  }

  async #readOn(db: Database): Promise<void> {
    let from = Math.max(0, this.#read - OVERLAP);
    for (;;) {
      const rows = await db
        .selectFrom("search_word")
        .select(["word", "number"])
        .where("number", ">", from)
        .orderBy("number")
        .limit(AT_ONCE)
        .execute();
      for (const { word, number } of rows) this.#add(word, number);
      from = rows.at(-1)?.number ?? from;
      this.#read = Math.max(this.#read, from);
      if (rows.length < AT_ONCE) return;
    }
  }

  #add(word: string, number: number): void {
    if (this.#recent.has(number)) return;
    if (this.#recent.size > 2 * AT_ONCE) this.#recent.clear();
    this.#recent.add(number);
    const there = (this.#byLength[word.length] ??= { words: [], letters: [] });
    there.words.push(word);
    there.letters.push(lettersOf(word));
  }
}

const OVERLAP = 500;
const AT_ONCE = 20_000;
const NONE: { words: string[]; letters: number[] } = { words: [], letters: [] };

/** A bit for each letter of the alphabet that is in the word. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
