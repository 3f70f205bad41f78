const START = 16;

/** Numbers that each are near the one before, in a byte or two each instead of four: the ordinals of a lexeme. */
export class PackedList {
  #bytes = new Uint8Array(START);
  #end = 0;
  #last = 0;
  count = 0;

  add(number: number): void {
    if (this.#end + MOST_BYTES > this.#bytes.length) this.#room(this.#bytes.length * 1.25 + MOST_BYTES);
    const step = number - this.#last;
    // A step back is rare and costs a bit of each: 0, -1, 1, -2, 2 ... as 0, 1, 2, 3, 4.
    let left = step < 0 ? -2 * step - 1 : 2 * step;
    for (; left >= 128; left = Math.floor(left / 128)) this.#bytes[this.#end++] = (left & 127) | 128;
    this.#bytes[this.#end++] = left;
    this.#last = number;
    this.count++;
  }

  /** Writes them into `into` from `at` on, in the order they were added. */
  unpack(into: Uint32Array, at: number): void {
    const bytes = this.#bytes;
    let number = 0;
    for (let from = 0; from < this.#end; at++) {
      let byte = bytes[from++] as number;
      let step = byte & 127;
      for (let worth = 128; byte >= 128; worth *= 128) {
        byte = bytes[from++] as number;
        step += (byte & 127) * worth;
      }
      number += step & 1 ? -(step + 1) / 2 : step / 2;
      into[at] = number;
    }
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#room(this.#end);
  }

  #room(length: number): void {
    const bytes = new Uint8Array(length);
    bytes.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = bytes;
  }
}

/** Of a step between numbers below 2^31. */
const MOST_BYTES = 5;
