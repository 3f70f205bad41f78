const START = 2 ** 12;

/**
 * What is known of words, found by where they stand in a text without cutting them out of it. A word is known by 64 bits of
 * its letters: among 200,000 words two share them with a chance of 1 in 10^9.
 */
export class WordTable<T> {
  #hashes = new Int32Array(2 * START);
  #values: (T | undefined)[] = new Array(START);
  /** Of the word asked for last. */
  #low = 0;
  #high = 0;
  size = 0;

  /** Undefined for a word that is not there. */
  get(text: string, start: number, end: number): T | undefined {
    this.#hash(text, start, end);
    return this.#values[this.#slot()];
  }

  /** `value` is not undefined. */
  set(text: string, start: number, end: number, value: T): void {
    if (this.size * 2 >= this.#values.length) this.#grow();
    this.#hash(text, start, end);
    this.#put(value);
  }

  clear(): void {
    this.#hashes = new Int32Array(2 * START);
    this.#values = new Array(START);
    this.size = 0;
  }

  #put(value: T): void {
    const slot = this.#slot();
    if (this.#values[slot] === undefined) this.size++;
    this.#values[slot] = value;
    this.#hashes[2 * slot] = this.#low;
    this.#hashes[2 * slot + 1] = this.#high;
  }

  #hash(text: string, start: number, end: number): void {
    let low = 0x811c9dc5 | 0;
    let high = 0x9747b28c | 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 13);
    }
    this.#low = low;
    this.#high = high;
  }

  /** Where the word is, or where it would go. */
  #slot(): number {
    const [hashes, values, low, high] = [this.#hashes, this.#values, this.#low, this.#high];
    const mask = values.length - 1;
    let slot = (low ^ (low >>> 15) ^ high) & mask;
    while (values[slot] !== undefined && (hashes[2 * slot] !== low || hashes[2 * slot + 1] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    this.#hashes = new Int32Array(4 * values.length);
    this.#values = new Array(2 * values.length);
    this.size = 0;
    for (const [slot, value] of values.entries()) {
      if (value === undefined) continue;
      this.#low = hashes[2 * slot] as number;
      this.#high = hashes[2 * slot + 1] as number;
      this.#put(value);
    }
  }
}
