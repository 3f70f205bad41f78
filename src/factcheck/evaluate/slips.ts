import { rounded } from "./danish.ts";
import type { Random } from "./random.ts";

/** A number as it comes out of a slip of the pen: digits swapped, one digit changed, one unit more or less. */
export function slipOf(random: Random, value: number): number {
  for (let tries = 0; tries < 20; tries++) {
    const digits = String(Math.abs(value));
    const at = random.between(0, digits.length - 1);
    const slip =
      digits.length > 1 && random.chance(0.5)
        ? swapped(digits, Math.min(at, digits.length - 2))
        : changed(random, digits, at);
    const wrong = Number(slip) * Math.sign(value || 1);
    if (wrong !== value && !(slip.startsWith("0") && digits.length > 1) && wrong !== 0) return wrong;
  }
  return value + random.between(1, 9);
}

function swapped(digits: string, at: number): string {
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
}

function changed(random: Random, digits: string, at: number): string {
  return digits.slice(0, at) + random.between(0, 9) + digits.slice(at + 1);
}

/** A percentage that no rounding of `value` gives: off by at least nine tenths of the last digit printed. */
export function wrongPercent(random: Random, value: number, decimals: number): number {
  const unit = 10 ** -decimals;
  for (;;) {
    const off = random.chance(0.3) ? unit * random.between(1, 4) : unit * random.between(3, 9) + random.between(0, 6);
    const wrong = rounded(value + (random.chance(0.5) ? off : -off), decimals);
    if (wrong > 0 && Math.abs(wrong - value) >= 0.9 * unit) return wrong;
  }
}
