import { excerptAround } from "#decisions/excerpt.ts";
import type { ListedDissent, Mention, Substitution } from "#people/queries.ts";
import { ItemLine } from "../../decisions/routes/ItemLine.tsx";
import { DateText } from "../../web/components/DateText.tsx";
import { listing } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { personMessages } from "./messages.ts";

type Props<T> = { municipality: string; rows: T[]; headingLevel: 2 | 3 };

/** Dissents in the minutes' own words, each with the item it is about. */
export function DissentList({ municipality, rows, headingLevel }: Props<ListedDissent>) {
  const { t, language } = useLanguage(personMessages);
  return (
    <ol className="rows">
      {rows.map((row) => (
        <li key={`${row.committee} ${row.date} ${row.item} ${row.text}`}>
          <ItemLine municipality={municipality} item={row} headingLevel={headingLevel}>
            <blockquote className="quote" {...langOfMinutes(language)}>
              {row.text}
            </blockquote>
            {row.others.length > 0 && <p className="small quiet">{t.together(listing(row.others, language))}</p>}
          </ItemLine>
        </li>
      ))}
    </ol>
  );
}

/** Items whose decision names the person. */
export function MentionList({ municipality, name, rows, headingLevel }: Props<Mention> & { name: string }) {
  const { language } = useLanguage(personMessages);
  return (
    <ol className="rows">
      {rows.map((row) => (
        <li key={`${row.committee} ${row.date} ${row.item} ${row.text}`}>
          <ItemLine municipality={municipality} item={row} headingLevel={headingLevel}>
            <p className="decision-words" {...langOfMinutes(language)}>
              {excerptAround(row.text, name, 280)}
            </p>
          </ItemLine>
        </li>
      ))}
    </ol>
  );
}

/** Meetings where the person stood in for somebody, or somebody for the person. */
export function SubstitutionList({ municipality, rows }: Omit<Props<Substitution>, "headingLevel">) {
  const { t, to, language } = useLanguage(personMessages);
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.committee} ${row.date} ${row.sitting} ${row.role} ${row.name}`}>
          {row.role === "for" ? t.stoodInFor : t.replacedBy}{" "}
          {row.slug ? <a href={to.person(municipality, row.slug)}>{row.name}</a> : row.name}
          <p className="row-facts">
            <a href={to.meeting(municipality, row)}>
              <span {...langOfMinutes(language)}>{row.committeeName}</span>, <DateText date={row.date} />
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
