import { fullDate, longDate, shortDate } from "../formats.ts";
import { useLanguage } from "../use-language.ts";

const styles = { full: fullDate, long: longDate, short: shortDate };

/** A day: "tirsdag 14. maj 2024" (full), "14. maj 2024" (long, the usual) or with the month in short. */
export function DateText({ date, style = "long" }: { date: string; style?: keyof typeof styles }) {
  const { language } = useLanguage();
  return <time dateTime={date}>{styles[style](date, language)}</time>;
}
