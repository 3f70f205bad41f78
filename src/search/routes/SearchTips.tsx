import { useLanguage } from "../../web/use-language.ts";
import { searchMessages } from "./messages.ts";

/** What can be written in the box, with examples that are links. */
export function SearchTips({ href }: { href: (query: string) => string }) {
  const { t } = useLanguage(searchMessages);
  return (
    <>
      <p className="lead">{t.emptyLead}</p>
      <ul className="search-tips">
        {t.tips.map(({ what, why }) => (
          <li key={what}>
            <a href={href(what)} lang="da">
              {what}
            </a>{" "}
            {why}
          </li>
        ))}
      </ul>
    </>
  );
}
