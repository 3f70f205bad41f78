type Waiting = { who: string; size: number; enter: () => void };

/**
 * Room for so many bytes at once. Each person has one thing in it at a time, and whoever does not fit in waits for those
 * before them.
 */
export class Room {
  readonly bytes: number;
  #free: number;
  #inside = new Set<string>();
  #waiting: Waiting[] = [];

  constructor(bytes: number) {
    this.bytes = bytes;
    this.#free = bytes;
  }

  /** Resolves with what to call on the way out; with null when `signal` came first. */
  async enter(who: string, bytes: number, signal: AbortSignal): Promise<(() => void) | null> {
    if (signal.aborted) return null;
    const size = Math.min(bytes, this.bytes);
    const isIn = await new Promise<boolean>((resolve) => {
      const waiting = { who, size, enter: () => resolve(true) };
      this.#waiting.push(waiting);
      signal.addEventListener("abort", () => {
        const at = this.#waiting.indexOf(waiting);
        if (at < 0) return;
        this.#waiting.splice(at, 1);
        resolve(false);
        this.#admit();
      });
      this.#admit();
    });
    if (!isIn) return null;
    return () => {
      this.#free += size;
      this.#inside.delete(who);
      this.#admit();
    };
  }

  #admit(): void {
    for (const next of this.#waiting.slice()) {
      if (this.#inside.has(next.who)) continue;
      // Nobody smaller slips past, or the large would wait for ever.
      if (next.size > this.#free) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#free -= next.size;
      this.#inside.add(next.who);
      next.enter();
    }
  }
}
