import { fullDate, longDate, shortDate } from "../formats.ts";
import { useLanguage } from "../use-language.ts";

const forms = { full: fullDate, long: longDate, short: shortDate };

/** A day: "tirsdag 14. maj 2024" (full), "14. maj 2024" (long, the usual) or with the month in short. */
export function DateText({ date, form = "long" }: { date: string; form?: keyof typeof forms }) {
  const { language } = useLanguage();
  return <time dateTime={date}>{forms[form](date, language)}</time>;
}
