import { fullDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";

/** How many days ahead one thinks in days. */
const SOON = 31;

/** The last day for sending an agenda, and, when it is near or gone, how far it is from today in words. */
export function DeadlineText({ deadline, today }: { deadline: string; today: string }) {
  const { t, language } = useLanguage(buildingMessages);
  const left = (Date.parse(deadline) - Date.parse(today)) / 86_400_000;
  const say = left < 0 ? t.overdue : t.sendBy;
  return (
    <span className={left < 0 ? "agenda-late" : undefined}>
      {say(fullDate(deadline, language), left > SOON ? null : t.daysLeft(left))}
    </span>
  );
}
