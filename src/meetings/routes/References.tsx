import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import type { Links } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ItemLink, Reference } from "../trail-queries.ts";
import type { TextLink } from "./InlineText.tsx";
import { meetingMessages } from "./messages.ts";

type Props = { references: Reference[]; mentions: ItemLink[]; municipality: string };

/** Where the item points, and who points at it. */
export function References({ references, mentions, municipality }: Props) {
  const { t, language } = useLanguage(meetingMessages);
  const named = references.filter(({ item, date, number }) => item || date || number !== null);
  return (
    <>
      {named.length > 0 && (
        <section id="henvisninger">
          <h2>
            {t.references} <span className="count">{named.length}</span>
          </h2>
          <ul className="rows rows--small">
            {named.map((reference, index) => (
              <li key={index}>
                {reference.item ? (
                  <LinkedItem item={reference.item} municipality={municipality} />
                ) : (
                  <p className="row-facts">
                    <span>
                      <span {...langOfMinutes(language)}>{reference.committeeName}</span>{" "}
                      {reference.date && longDate(reference.date, language)}
                      {reference.number !== null && `, ${t.number(String(reference.number)).toLowerCase()}`} (
                      {t.notInArchive})
                    </span>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mentions.length > 0 && (
        <section id="omtalt-i">
          <h2>
            {t.mentions} <span className="count">{mentions.length}</span>
          </h2>
          <ul className="rows rows--small">
            {mentions.map((item) => (
              <li key={`${item.committee}${item.date}${item.item}`}>
                <LinkedItem item={item} municipality={municipality} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function LinkedItem({ item, municipality }: { item: ItemLink; municipality: string }) {
  const { t, to, language } = useLanguage(meetingMessages);
  const minutesLang = langOfMinutes(language);
  return (
    <>
      <a href={to.item(municipality, item)} {...minutesLang}>
        {item.title}
      </a>
      <p className="row-facts">
        <span>
          <span {...minutesLang}>{item.committeeName}</span> {longDate(item.date, language)}
          {item.number && `, ${t.number(item.number).toLowerCase()}`}
        </span>
        <OutcomeTag outcome={item.outcome} />
      </p>
    </>
  );
}

/** The references that the text itself can carry: those whose words point at one item only. */
export function textLinks(references: Reference[], municipality: string, to: Links): TextLink[] {
  return references.flatMap(({ text, item }) => {
    const alone = references.every((other) => other.text !== text || other.item?.item === item?.item);
    return item && alone ? [{ text, href: to.item(municipality, item), title: item.title }] : [];
  });
}
