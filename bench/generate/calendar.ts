const weekdays = ["Søndag", "Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag"];
const months = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];

/** A calendar day; months count from 1. */
export type Day = { year: number; month: number; day: number };

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** The nth weekday of a month (0 is Sunday), as meeting plans are made: "second Tuesday". */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = weekdayOf({ year, month, day: 1 });
  return { year, month, day: 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7 };
}

export const isoDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
export const dottedDay = ({ year, month, day }: Day): string => `${two(day)}.${two(month)}.${year}`;
export const dashedDay = ({ year, month, day }: Day): string => `${two(day)}-${two(month)}-${year}`;
/** "14. maj 2024" */
export const longDay = ({ year, month, day }: Day): string => `${day}. ${monthName(month)} ${year}`;
/** "Tirsdag" */
export const weekdayName = (day: Day): string => weekdays[weekdayOf(day)] as string;
/** "maj" */
export const monthName = (month: number): string => months[month - 1] as string;

/** The four-year election term a year belongs to, by its first year: 2022 for 2024. */
export function termOf(year: number): number {
  return year - ((year - 2006) % 4);
}
