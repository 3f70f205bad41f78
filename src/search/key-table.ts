const START = 1024;

/**
 * Keys of `termKey`, numbered from 0 in the order they were added. As halves of 32 bits, which are integers to the machine: a Map
 * of numbers of 53 bits takes several times as long.
 */
export class KeyTable {
  #highs = new Int32Array(START);
  #lows = new Int32Array(START);
  #numbers = new Int32Array(START).fill(-1);
  #size = 0;

  /** `key` is not in the table yet. */
  add(key: number): void {
    if (2 * this.#size >= this.#numbers.length) this.#grow();
    this.#put(Math.floor(key / 2 ** 32), key | 0, this.#size++);
  }

  /** The number of a key, given as its upper and its lower half and with any place in its lowest bits; -1 for one that is not there. */
  find(high: number, low: number): number {
    return this.#numbers[this.#slot(high, low & ~7)] as number;
  }

  #put(high: number, low: number, number: number): void {
    const slot = this.#slot(high, low);
    this.#highs[slot] = high;
    this.#lows[slot] = low;
    this.#numbers[slot] = number;
  }

  /** Where the key is, or where it would go. */
  #slot(high: number, low: number): number {
    const highs = this.#highs;
    const lows = this.#lows;
    const numbers = this.#numbers;
    const mask = numbers.length - 1;
    let slot = ((low >>> 3) ^ (low >>> 17) ^ high) & mask;
    while (numbers[slot] !== -1 && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [highs, lows, numbers] = [this.#highs, this.#lows, this.#numbers];
    const length = 2 * numbers.length;
    [this.#highs, this.#lows] = [new Int32Array(length), new Int32Array(length)];
    this.#numbers = new Int32Array(length).fill(-1);
    for (const [slot, number] of numbers.entries())
      if (number >= 0) this.#put(highs[slot] as number, lows[slot] as number, number);
  }
}
