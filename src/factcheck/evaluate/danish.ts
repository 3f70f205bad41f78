import type { Random } from "./random.ts";

const WORDS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];
const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");
const WEEKDAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

/** 12345 as "12.345". */
export function whole(value: number): string {
  return String(Math.abs(value))
    .replace(/\B(?=(\d{3})+$)/g, ".")
    .replace(/^/, value < 0 ? "-" : "");
}

/** Rounds half away from zero, on the decimal digits themselves. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor;
}

/** 1234.5 with two decimals as "1.234,50". */
export function decimal(value: number, decimals: number): string {
  const [digits = "0", rest] = Math.abs(rounded(value, decimals)).toFixed(decimals).split(".");
  return `${value < 0 ? "-" : ""}${whole(Number(digits))}${rest === undefined ? "" : `,${rest}`}`;
}

/** A count as papers write it: words up to twelve now and then, and four digits with or without a stop. */
export function count(random: Random, value: number): string {
  if (value <= 12 && value > 1 && random.chance(0.4)) return WORDS[value] as string;
  if (value >= 1000 && value < 10_000 && random.chance(0.1)) return String(value);
  return whole(value);
}

/** "12,5 procent", "12,5 pct.", "12,5 %". */
export function percent(random: Random, value: number, decimals: number): string {
  return decimal(value, decimals) + random.pick([" procent", " %", "%", " pct."]);
}

/** An amount in kroner as "4.733.000 kr.", "4,7 mio. kr." and so on; `decimals` null means in full. */
export function kroner(random: Random, value: number, decimals: number | null): string {
  if (decimals === null) return random.pick([`${whole(value)} kr.`, `${whole(value)} kroner`, `kr. ${whole(value)}`]);
  return `${decimal(value / 1e6, decimals)} ${random.pick(["mio. kr.", "mio. kr.", "millioner kroner", "mio. kroner"])}`;
}

export type Day = { year: number; month: number; day: number };

export function weekdayOf({ year, month, day }: Day): string {
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string;
}

export function anotherWeekday(random: Random, day: Day): string {
  return random.pick(WEEKDAYS.slice(1, 6).filter((name) => name !== weekdayOf(day)));
}

export function later(day: Day, days: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "14. maj 2024" */
export function longDate({ year, month, day }: Day): string {
  return `${day}. ${MONTHS[month - 1]} ${year}`;
}

/** "14.05.2024" */
export function shortDate({ year, month, day }: Day, between = "."): string {
  return [two(day), two(month), year].join(between);
}

export function isoDay({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** Public holidays and the days nobody works in town halls: no meeting is held on them. */
export function isHoliday(day: Day): boolean {
  const fixed = ["01-01", "06-05", "12-24", "12-25", "12-26", "12-31"];
  if (fixed.includes(isoDay(day).slice(5))) return true;
  const easter = easterOf(day.year);
  const prayerDay = day.year < 2024 ? [26] : [];
  return [-3, -2, 0, 1, 39, 49, 50, ...prayerDay].some((days) => isoDay(later(easter, days)) === isoDay(day));
}

/** Gauss's rule as Meeus and Jones wrote it, for the Gregorian calendar. */
function easterOf(year: number): Day {
  const [cycle, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * cycle + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((cycle + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  return { year, month: Math.floor(days / 31), day: (days % 31) + 1 };
}

/** Neither weekend nor holiday. */
export function isWorkday(day: Day): boolean {
  return !["lørdag", "søndag"].includes(weekdayOf(day)) && !isHoliday(day);
}
