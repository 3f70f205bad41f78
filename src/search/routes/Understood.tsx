import type { SearchAddress } from "./address.ts";
import type { SearchResult } from "#search/operations.ts";
import { listing } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { searchMessages } from "./messages.ts";

type Props = {
  understood: SearchResult["understood"];
  people: SearchResult["people"];
  address: SearchAddress;
  href: (changed: Partial<SearchAddress>) => string;
};

/** What the words were taken to mean, and people and a case that go by them. */
export function Understood({ understood, people, address, href }: Props) {
  const { t, to, language } = useLanguage(searchMessages);
  const { mode, alsoShows, corrected, excluded, caseNumber, cut } = understood;
  const quoted = (words: string[]) => listing(words, language);
  return (
    <>
      {corrected.length > 0 && (
        <div className="notice">
          <p>
            {corrected.map(({ from, to }) => `${t.corrected(from, to)} `)}
            <a href={href({ exact: true })}>{t.exactly(address.query)}</a>
          </p>
        </div>
      )}
      {mode === "any" && (
        <div className="notice">
          <p>{t.any}</p>
        </div>
      )}
      {cut && (
        <div className="notice">
          <p>{t.cut}</p>
        </div>
      )}
      {caseNumber && (
        <p className="search-box">
          <a href={to.case(caseNumber.municipality, caseNumber.key)}>{t.caseFound(caseNumber.reference)}</a>
        </p>
      )}
      {people.length > 0 && (
        <section className="search-box" aria-labelledby="people">
          <h2 id="people">{t.people}</h2>
          <ul>
            {people.map(({ municipality, slug, name, party }) => (
              <li key={`${municipality} ${slug}`}>
                <a href={to.person(municipality, slug)}>{name}</a>
                {party && ` (${party})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(alsoShows.length > 0 || excluded.length > 0) && (
        <p className="small quiet">
          {alsoShows.length > 0 && `${t.alsoShows(quoted(alsoShows))} `}
          {excluded.length > 0 && t.without(quoted(excluded))}
        </p>
      )}
    </>
  );
}
