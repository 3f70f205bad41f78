import type { Seat } from "#people/queries.ts";
import { shortDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { personMessages } from "./messages.ts";

/** The committees a person sits or sat in, and the way to every text with the name. */
export function PersonSeats({ municipality, name, seats }: { municipality: string; name: string; seats: Seat[] }) {
  const { t, to, language } = useLanguage(personMessages);
  return (
    <div>
      <section>
        <h2>{t.seats}</h2>
        {seats.length === 0 ? (
          <p>{t.noSeats}</p>
        ) : (
          <ul className="rows">
            {seats.map(({ slug, name, meetings, first, last }) => (
              <li key={slug}>
                <a href={to.committee(municipality, slug)} {...langOfMinutes(language)}>
                  {name}
                </a>
                <p className="row-facts">
                  {t.seatFacts(meetings, shortDate(first, language), shortDate(last, language))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className="small">
        <a href={to.search(municipality, { q: `"${name}"` })}>{t.searchFor(name)}</a>
      </p>
    </div>
  );
}
