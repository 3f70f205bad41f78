const day = new Intl.DateTimeFormat("da-DK", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "2024-05-14" -> "tirsdag den 14. maj 2024". */
export const longDay = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));

/** "2024-05-14" -> "14. maj 2024". */
export const shortDay = (date: string): string => longDay(date).replace(/^.* den /, "");

/** "13:00" and "15:30" -> "kl. 13.00-15.30". */
export function timeSpan(from: string | null, until: string | null): string {
  const [start, end] = [from?.replace(":", "."), until?.replace(":", ".")];
  if (!start) return end ? `til kl. ${end}` : "";
  return `kl. ${start}${end ? `–${end}` : ""}`;
}

const moment = new Intl.DateTimeFormat("da-DK", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/Copenhagen",
});

/** An instant -> "10. maj 2024 kl. 14.05", in Danish time. */
export const momentInWords = (instant: string): string => moment.format(new Date(instant));
