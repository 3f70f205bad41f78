import type { Language, Translated } from "./language.ts";

const weekdays: Translated<string[]> = {
  da: ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

const months: Translated<string[]> = {
  da: "januar februar marts april maj juni juli august september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

const shortMonths: Translated<string[]> = {
  da: "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

type Day = { year: string; month: number; day: number };

function parts(date: string): Day {
  return { year: date.slice(0, 4), month: Number(date.slice(5, 7)) - 1, day: Number(date.slice(8, 10)) };
}

/** "2024-05-14" -> "tirsdag". */
function weekday(date: string, language: Language): string {
  return weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
}

/** "2024-05-14" -> "14. maj 2024" or "14 May 2024". */
export function longDate(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  return `${day}${language === "da" ? "." : ""} ${months[language][month]} ${year}`;
}

/** "2024-05-14" -> "tirsdag 14. maj 2024" or "Tuesday 14 May 2024". */
export function fullDate(date: string, language: Language): string {
  return `${weekday(date, language)} ${longDate(date, language)}`;
}

/** "2024-05-14" -> "14. maj 2024" with the month in short where it has a short form: for tables. */
export function shortDate(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  return `${day}${language === "da" ? "." : ""} ${shortMonths[language][month]} ${year}`;
}

/** The pieces of a date for a calendar leaf: `{ day: "14", month: "maj", year: "2024", weekday: "tir" }`. */
export function dateLeaf(date: string, language: Language) {
  const { year, month, day } = parts(date);
  return {
    day: String(day),
    month: shortMonths[language][month] ?? "",
    year,
    weekday: weekday(date, language).slice(0, 3),
  };
}

/**
 * When something is due, as exactly as it was said.
 *
 *     dueDate("2025-Q4", "da") // "4. kvartal 2025"
 *     dueDate("2025-05", "da") // "maj 2025"
 */
export function dueDate(due: string, language: Language): string {
  const year = due.slice(0, 4);
  const rest = due.slice(5);
  if (rest === "") return year;
  const n = Number(rest.replace(/\D/g, ""));
  if (rest.startsWith("Q")) return language === "da" ? `${n}. kvartal ${year}` : `quarter ${n} of ${year}`;
  if (rest.startsWith("H")) return language === "da" ? `${n}. halvår ${year}` : `half ${n} of ${year}`;
  return rest.length === 2 ? `${months[language][n - 1]} ${year}` : longDate(due, language);
}

const intervals: Record<string, { da: string; en: string }> = {
  P1M: { da: "hver måned", en: "every month" },
  P3M: { da: "hvert kvartal", en: "every quarter" },
  P6M: { da: "hvert halve år", en: "every half-year" },
  P1Y: { da: "hvert år", en: "every year" },
  P2Y: { da: "hvert andet år", en: "every two years" },
  P4Y: { da: "hvert fjerde år", en: "every four years" },
};

/** How often something comes back, from an ISO 8601 duration: "P6M" -> "hvert halve år". What is not known stands as it is. */
export function interval(recurs: string, language: Language): string {
  return intervals[recurs]?.[language] ?? recurs;
}

/** "13:00:00" -> "13.00" as Danes write it, "13:00" in English. */
export function clock(time: string, language: Language): string {
  return language === "da" ? time.slice(0, 5).replace(":", ".") : time.slice(0, 5);
}

const moments = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant as a clock in Denmark shows it: "14. maj 2024 kl. 13.05" or "14 May 2024 at 13:05". */
export function moment(at: Date, language: Language): string {
  const [day = "", time = ""] = moments.format(at).split(" ");
  return `${longDate(day, language)} ${language === "da" ? "kl." : "at"} ${clock(time, language)}`;
}

const numberFormat: Translated<Intl.NumberFormat> = {
  da: new Intl.NumberFormat("da-DK"),
  en: new Intl.NumberFormat("en-GB"),
};

/** 1234 -> "1.234" or "1,234". */
export function count(value: number, language: Language): string {
  return value < 1000 ? String(value) : numberFormat[language].format(value);
}

const listFormat: Translated<Intl.ListFormat> = { da: new Intl.ListFormat("da"), en: new Intl.ListFormat("en-GB") };

/** ["A", "B", "C"] -> "A, B og C". */
export function listing(words: string[], language: Language): string {
  return words.length < 2 ? (words[0] ?? "") : listFormat[language].format(words);
}
