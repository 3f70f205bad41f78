export const WEEKDAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"] as const;
export const MONTHS = [
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
] as const;

/** 0 (Sunday) to 6 for a date as YYYY-MM-DD. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

/** "tirsdag" */
export function weekdayName(iso: string): string {
  return WEEKDAYS[weekdayOf(iso)] as string;
}

/** "14. maj 2024" */
export function danishDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day}. ${MONTHS[(month as number) - 1]} ${year}`;
}

/** Days from one date to a later; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The date some days later; earlier for negative days. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days a month has. */
export function daysInMonth(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The name of a Danish public holiday; null on other days. Store bededag is none from 2024 (lov om konsekvenser ved
 * afskaffelsen af store bededag som helligdag, nr. 214 of 2023).
 *
 *     holidayOf("2023-05-05") // "store bededag"
 */
export function holidayOf(iso: string): string | null {
  const fixed = FIXED[iso.slice(5)];
  if (fixed) return fixed;
  const year = Number(iso.slice(0, 4));
  const name = MOVABLE[daysBetween(easterOf(year), iso)];
  return name === "store bededag" && year >= 2024 ? null : (name ?? null);
}

const FIXED: Record<string, string> = {
  "01-01": "nytårsdag",
  "12-24": "juleaftensdag",
  "12-25": "juledag",
  "12-26": "2. juledag",
  "12-31": "nytårsaftensdag",
};
const MOVABLE: Record<number, string> = {
  [-3]: "skærtorsdag",
  [-2]: "langfredag",
  0: "påskedag",
  1: "2. påskedag",
  26: "store bededag",
  39: "Kristi himmelfartsdag",
  49: "pinsedag",
  50: "2. pinsedag",
};

/** Easter Sunday, by the rule of Butcher and Meeus. */
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leaps = century - Math.floor(century / 4);
  const moon = (19 * golden + leaps - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)).toISOString().slice(0, 10);
}
