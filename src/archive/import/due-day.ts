/**
 * The last day of the period that a due time names: "2024-Q2" -> "2024-06-30". Null for none and for what is no
 * calendar time.
 */
export function dueDay(due: string | null): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4])|-H([12]))?$/.exec(due ?? "");
  if (!match) return null;
  const [, year, month, day, quarter, half] = match;
  if (month && day) return isDay(`${year}-${month}-${day}`) ? `${year}-${month}-${day}` : null;
  const last = month ? Number(month) : quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : 12;
  if (last < 1 || last > 12) return null;
  return new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10);
}

/** True for a day of the calendar, written YYYY-MM-DD. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day, or null when the document names one that is not in the calendar. */
export function dayOrNull(text: string | null): string | null {
  return text !== null && isDay(text) ? text : null;
}

/** The time of day, or null when the clock knows none such. */
export function timeOrNull(text: string | null): string | null {
  return text !== null && /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text) ? text : null;
}
