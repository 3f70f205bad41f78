import type { ItemOnPage } from "#agendas/agenda-page-queries.ts";
import { clock } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";

/** Who is called in to an item, and when. */
export function GuestNames({ guests }: Pick<ItemOnPage, "guests">) {
  const { t, language } = useLanguage(buildingMessages);
  const names = guests.map(({ name, from, until }) => {
    const [begin, end] = [from && clock(from, language), until && clock(until, language)];
    if (begin && end) return `${name} (${t.between(begin, end)})`;
    if (begin) return `${name} (${t.from(begin)})`;
    return end ? `${name} (${t.until(end)})` : name;
  });
  return <p className="agenda-item__text">{t.guests(names.join(", "))}</p>;
}
