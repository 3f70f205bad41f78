/** Bytes that count as one more form. */
const SHARE = 64 * 1024;

/**
 * How much each person may send in: so many forms in a row, and then as many a minute. A long text counts as several, for
 * every version of it is kept. Nobody who works by hand meets the limit; a program that runs wild does.
 */
export class WriteBudget {
  readonly perMinute: number;
  #left = new Map<string, { forms: number; at: number }>();

  constructor(perMinute: number) {
    this.perMinute = perMinute;
  }

  /** Takes a form off what somebody has left; false when there is nothing left. `now`: in milliseconds. */
  take(who: string, bytes: number, now = Date.now()): boolean {
    const { forms, at } = this.#left.get(who) ?? { forms: this.perMinute, at: now };
    const have = Math.min(this.perMinute, forms + ((now - at) * this.perMinute) / 60_000);
    const isEnough = have >= 1;
    const left = isEnough ? have - 1 - Math.floor(bytes / SHARE) : have;
    this.#left.set(who, { forms: left, at: now });
    return isEnough;
  }
}

/** The limit that operators set by `SAGSGANG_FORMS_A_MINUTE`. */
export const writeBudget = new WriteBudget(Number(process.env["SAGSGANG_FORMS_A_MINUTE"]) || 300);
