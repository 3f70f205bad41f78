import type { Span } from "#minutes/model.ts";
import type { Block } from "./blocks.ts";
import type { Claim } from "./clauses.ts";
import type { Scope } from "./mention.ts";
import { isDay, isReference } from "./times.ts";
import { type Period, periodsIn, UNCLEAR, yearOf } from "./periods.ts";

const AS_OF = /(?:pr\.?|per|opgjort)\s*(?:den\s+)?$/iu;
/** "724 (2018)" */
const IN_BRACKETS = /^[^()\d]{0,3}\((?:i\s+)?((?:19|20)\d\d)\)/u;
const BESIDE = 40;

/** The time the sentence itself gives a claim's figure: the one right behind it, else the nearest before; null for none. */
export function ownPeriod(text: string, claim: Claim, periods: Period[], sentence: Span): string | null {
  const { region, number } = claim;
  const bracketed = IN_BRACKETS.exec(text.slice(number.span.end, number.span.end + 16))?.[1];
  if (bracketed) return bracketed;
  if (/^hvor\s/iu.test(text.slice(region.start, region.start + 6))) return periodBefore(periods, region.start);
  const usable = periods.filter(
    (period) =>
      !isReference(text, period, sentence.start) &&
      (!isDay(period.key) || AS_OF.test(text.slice(Math.max(0, period.start - 12), period.start))),
  );
  const inside = usable.filter(({ start, end }) => start >= region.start && end <= region.end);
  const behind = inside.find(({ start }) => start >= number.span.end);
  const ahead = inside.findLast(({ end }) => end <= number.span.start);
  const beside = behind && behind.start - number.span.end < BESIDE ? behind : null;
  const found = beside ?? ahead ?? behind;
  if (found) return endOf(found.key, text, claim);
  const before = usable.filter(({ end }) => end <= region.start);
  const keys = new Set((before.length > 0 ? before : usable).map(({ key }) => key));
  const [only] = keys;
  if (keys.size === 1 && only) return endOf(only, text, claim);
  if (keys.size > 1) return UNCLEAR;
  return periods.some((period) => period.end <= region.start && isReference(text, period, sentence.start))
    ? UNCLEAR
    : null;
}

/** "fra 2022, hvor der var 4.562 dage": the time right before. */
function periodBefore(periods: Period[], at: number): string {
  const last = periods.findLast(({ end }) => end <= at);
  return last && at - last.end <= 4 ? last.key : UNCLEAR;
}

/** "steg fra 398 til 415 fra 2022 til 2023": the first level is of the first year, the second of the last. */
function endOf(key: string, text: string, { region, number, repeats }: Claim): string {
  const years = /^(\d{4})\.\.(\d{4})$/.exec(key);
  if (!years) return key;
  if (repeats !== null) return years[2] ?? key;
  return /\bfra\s+$/iu.test(text.slice(region.start, number.span.start)) ? (years[1] ?? key) : key;
}

/** The time of what has none of its own: of the sentences before, the heading, the title. */
export function periodAround(heading: string, scope: Scope, block: Block): string | null {
  if (block.times.size > 0) return block.times.size === 1 ? ([...block.times][0] ?? null) : UNCLEAR;
  const named = new Set(periodsIn(heading).map(({ key }) => key));
  if (named.size === 1) return [...named][0] ?? null;
  return named.size > 1 ? UNCLEAR : scope.period;
}

/** The one year a sentence names up to the end of a claim; null when it names none or several. */
export function yearBefore(text: string, sentence: Span, { region }: Claim, periods: Period[]): string | null {
  const years = new Set(
    periods
      .filter((period) => period.end <= region.end && !isReference(text, period, sentence.start))
      .flatMap(({ key }) => yearOf(key) ?? []),
  );
  const [year] = years;
  return years.size === 1 ? (year ?? null) : null;
}
