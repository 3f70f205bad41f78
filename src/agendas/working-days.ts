import { createRequire } from "node:module";
import type Holidays from "date-holidays";

let loaded: Holidays | undefined;

/** Loaded when a day is first asked for: it brings the holidays of the whole world, and the public asks for none. */
function denmark(): Holidays {
  if (!loaded) {
    const Calendar = createRequire(import.meta.url)("date-holidays") as new (country: string) => Holidays;
    loaded = new Calendar("DK");
  }
  return loaded;
}

const holidays = new Map<number, Set<string>>();

/** Denmark's public holidays of a year as "YYYY-MM-DD"; store bededag until 2023. */
function holidaysOf(year: number): Set<string> {
  let days = holidays.get(year);
  if (!days) {
    days = new Set(
      denmark()
        .getHolidays(year)
        .filter(({ type }) => type === "public")
        .map(({ date }) => date.slice(0, 10)),
    );
    holidays.set(year, days);
  }
  return days;
}

/** A hverdag: neither Sunday nor public holiday. Whether Saturday is one, each committee's rules of procedure say. */
export function isWorkingDay(day: string, { saturdayCounts }: { saturdayCounts: boolean }): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && (weekday !== 6 || saturdayCounts) && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The holiday that a day is, in Danish; null for other days. */
export function holidayName(day: string): string | null {
  const found = denmark()
    .getHolidays(Number(day.slice(0, 4)))
    .find(({ type, date }) => type === "public" && date.startsWith(day));
  return found?.name ?? null;
}
