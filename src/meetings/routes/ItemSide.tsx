import { Icon } from "../../web/components/Icon.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ItemData } from "./item.tsx";
import type { TextPart } from "./ItemText.tsx";
import { meetingMessages } from "./messages.ts";

/** Beside the paper on a wide screen: its sections, its case, its source. */
export function ItemSide({ item, parts }: { item: ItemData; parts: TextPart[] }) {
  const { t, to, language } = useLanguage(meetingMessages);
  const { head, date, sitting } = item;
  const address = { committee: head.committee.slug, date, sitting, item: item.slug };
  const sections = [
    { id: "beslutning", text: t.decision },
    ...(item.path.length > 1 ? [{ id: "sagens-vej", text: t.path }] : []),
    ...(item.recommendations.length > 0 ? [{ id: "indstilling", text: t.recommendation }] : []),
    ...parts.map(({ id, heading }) => ({ id, text: heading || t.untitledSection, fromMinutes: heading !== "" })),
    ...(item.attachments.length > 0 ? [{ id: "bilag", text: `${t.attachments} (${item.attachments.length})` }] : []),
    ...(item.commitments.length > 0 ? [{ id: "loefter", text: `${t.commitments} (${item.commitments.length})` }] : []),
    ...(item.references.length > 0 ? [{ id: "henvisninger", text: t.references }] : []),
    ...(item.mentions.length > 0 ? [{ id: "omtalt-i", text: `${t.mentions} (${item.mentions.length})` }] : []),
  ];
  return (
    <aside className="side">
      {sections.length > 2 && (
        <nav className="side__contents" aria-labelledby="paa-siden">
          <h2 id="paa-siden">{t.onThisPage}</h2>
          <ul>
            {sections.map(({ id, text, ...section }) => (
              <li key={id}>
                <a href={`#${id}`} {...("fromMinutes" in section && section.fromMinutes && langOfMinutes(language))}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="side__about">
        {head.case && (
          <section>
            <h2>{t.theCase}</h2>
            <p>
              <Icon name="folder" />
              <a href={to.case(head.municipality.slug, head.case.key)}>{t.seeCase(head.case.reference)}</a>
            </p>
            <p className="quiet">{t.caseTreatments(head.case.treatments)}</p>
          </section>
        )}
        <section>
          <h2>{t.source}</h2>
          {head.document && (
            <p>
              <Icon name="download" />
              <a href={to.original(head.municipality.slug, head.document.sha256)}>{t.original}</a>
            </p>
          )}
          <p>
            <Icon name="document" />
            <a href={to.wording(head.municipality.slug, address)}>{t.wording}</a>
          </p>
        </section>
      </div>
    </aside>
  );
}
