import type { SectionRole } from "#minutes/model.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ItemSection } from "../item-queries.ts";
import type { TextLink } from "./InlineText.tsx";
import type { ItemData } from "./item.tsx";
import { meetingMessages } from "./messages.ts";
import { SectionText } from "./SectionText.tsx";

/** A section of the paper with those inside it. */
export type TextPart = ItemSection & { id: string; parts: TextPart[] };

/** The sections to show as text: those that the page does not already tell in a better form. */
export function partsOfText({ sections, own, path, recommendations, attachments }: ItemData): TextPart[] {
  const told: Partial<Record<SectionRole, boolean>> = {
    decision: own !== null || path.some((step) => step.decision),
    treatment: path.length > 0,
    recommendation: recommendations.length > 0,
    attachments: attachments.length > 0,
  };
  const below = (parent: number | null): TextPart[] =>
    sections
      .filter((section) => section.parent === parent && !told[section.role])
      .map((section) => ({ ...section, id: `afsnit-${section.position}`, parts: below(section.position) }))
      .filter((part) => part.text.trim() !== "" || part.parts.length > 0);
  return below(null);
}

/** The whole paper: headings, paragraphs, lists and tables, in the document's order. */
export function ItemText({ parts, links }: { parts: TextPart[]; links: TextLink[] }) {
  const { language } = useLanguage();
  return parts.map((part) => (
    <section key={part.id} className="text" {...langOfMinutes(language)}>
      <PartHeading part={part} />
      <PartText part={part} links={links} />
      {part.parts.map((inner) => (
        <div key={inner.id}>
          {inner.heading && <h3 id={inner.id}>{inner.heading}</h3>}
          <PartText part={inner} links={links} inner />
        </div>
      ))}
    </section>
  ));
}

function PartHeading({ part }: { part: TextPart }) {
  const { t } = useLanguage(meetingMessages);
  return part.heading ? (
    <h2 id={part.id}>{part.heading}</h2>
  ) : (
    <h2 id={part.id} className="sr-only">
      {t.untitledSection}
    </h2>
  );
}

function PartText({ part, links, inner = false }: { part: TextPart; links: TextLink[]; inner?: boolean }) {
  const { t } = useLanguage(meetingMessages);
  const heading = part.heading || t.untitledSection;
  return (
    <SectionText
      text={part.text}
      tables={part.tables}
      links={links}
      headingLevel={inner && part.heading ? 4 : 3}
      tableName={(n) => t.tableIn(n, heading, part.position)}
    />
  );
}
