/** Times of day as HH:MM. */
export type TimeRange = { start: string | null; end: string | null };

const TIME = "([01]?\\d|2[0-4])[:.]([0-5]\\d)(?::[0-5]\\d)?";
const RANGE = new RegExp(
  `(?:kl(?:okken)?\\.?:? ?)?(?<![\\d.:-])${TIME}(?:\\s*(?:-|–|til)\\s*(?:kl\\.?:? ?)?${TIME})?(?![\\d]|[-.:]\\d)`,
  "i",
);
const WHOLE_HOUR = /kl(?:okken)?\.?:? ?([01]?\d|2[0-4])(?:\s*(?:-|–|til)\s*(?:kl\.? ?)?([01]?\d|2[0-4]))?(?![\d.:])/i;
const BARE_HOURS = /^([01]?\d|2[0-4])\s*(?:-|–)\s*([01]?\d|2[0-4])$/;

/**
 * The first time, or range of times, in a text. A date before it is not mistaken for one.
 *
 *     parseTimeRange("Tirsdag d. 13. juni 2023 kl. 13:00") // { start: "13:00", end: null }
 *     parseTimeRange("kl. 16.00-18.30")                    // { start: "16:00", end: "18:30" }
 *     parseTimeRange("19-11-2019 16:45:00")                // { start: "16:45", end: null }
 */
export function parseTimeRange(text: string): TimeRange {
  const match = RANGE.exec(text);
  if (match) return { start: time(match[1], match[2]), end: time(match[3], match[4]) };
  const hours = WHOLE_HOUR.exec(text) ?? BARE_HOURS.exec(text.trim());
  return { start: time(hours?.[1], "00"), end: time(hours?.[2], "00") };
}

function time(hour: string | undefined, minute: string | undefined): string | null {
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}
