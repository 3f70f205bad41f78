import type { PartySpan } from "#people/party-spans.ts";
import { shortDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { personMessages } from "./messages.ts";

/** Who, and for which parties in which years. */
export function PersonHeader({ name, parties }: { name: string; parties: PartySpan[] }) {
  const { t, language } = useLanguage(personMessages);
  return (
    <>
      <h1>{name}</h1>
      {parties.length === 0 ? (
        <p className="quiet">{t.noParty}</p>
      ) : (
        <>
          <p className="sr-only" id="parties">
            {t.parties}
          </p>
          <ol className="parties" aria-labelledby="parties">
            {parties.map(({ party, from, to }) => (
              <li key={`${party} ${from}`}>
                <span className="party" {...langOfMinutes(language)}>
                  {party}
                </span>
                <span className="quiet small">{t.span(shortDate(from, language), shortDate(to, language))}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
