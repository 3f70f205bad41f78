import { dateLeaf } from "../formats.ts";
import { useLanguage } from "../use-language.ts";

/** A day as a calendar leaf, for the eye; the date stands in words beside it. */
export function DateLeaf({ date }: { date: string }) {
  const { language } = useLanguage();
  const { weekday, day, month, year } = dateLeaf(date, language);
  return (
    <span className="leaf" aria-hidden="true">
      <span className="leaf__weekday">{weekday}</span>
      <span className="leaf__day">{day}</span>
      <span className="leaf__month">
        {month} {year}
      </span>
    </span>
  );
}
