import type { Span } from "#minutes/model.ts";
import type { Reading } from "../reading.ts";
import { isPlain } from "./lexicon.ts";
import type { Scope } from "./mention.ts";
import { isCertain, periodsIn, yearOf } from "./periods.ts";
import { isDay } from "./times.ts";
import { wordsIn } from "./words.ts";

/** The matters of a text, in order. */
export function scopesOf(reading: Reading): Scope[] {
  const { minutes, text } = reading.source;
  const own = new Set(
    wordsIn(`${minutes?.municipality ?? ""} ${minutes?.committee ?? ""} Kommune`).map(({ root }) => root),
  );
  const whole: Scope = {
    reading,
    item: null,
    span: { start: 0, end: text.length },
    title: new Set(),
    year: null,
    period: null,
    own,
  };
  const items = minutes?.items ?? [];
  if (items.length === 0) return [whole];
  return items.map((item) => ({
    ...whole,
    item,
    span: item.span,
    title: meaningOf(item.title),
    year: onlyYear(item.title),
    period: onlyPeriod(item.title),
  }));
}

/** The roots that mean something in a stretch of text. */
export function meaningOf(text: string, from = 0, to = text.length): Set<string> {
  const roots = new Set<string>();
  for (const { root } of wordsIn(text, from, to)) if (!isPlain(root)) roots.add(root);
  return roots;
}

/** The year a text is about; null when it names none or several. */
export function onlyYear(text: string): string | null {
  const years = new Set(
    periodsIn(text)
      .filter(({ key }) => isCertain(key))
      .map(({ key }) => yearOf(key)),
  );
  const [year] = years;
  return years.size === 1 ? (year ?? null) : null;
}

/** The time a title is about: its one time, or the year of a day. */
function onlyPeriod(title: string): string | null {
  const [key, ...others] = new Set(periodsIn(title).map((period) => period.key));
  return key && others.length === 0 && isCertain(key) && !isDay(key) ? key : onlyYear(title);
}

/** Finds the scope of places that come in order: linear over a text. */
export function scopeFinder(scopes: Scope[]): (at: Span) => Scope | null {
  let index = 0;
  return (at) => {
    if (index > 0 && (scopes[index]?.span.start ?? 0) > at.start) index = 0;
    while (index < scopes.length && (scopes[index]?.span.end ?? 0) <= at.start) index++;
    const scope = scopes[index];
    return scope && scope.span.start <= at.start ? scope : null;
  };
}
