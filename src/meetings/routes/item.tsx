import { countItemSums } from "#findings/item-queries.ts";
import { findItem, getItemLists, listDecisions, listSections } from "#meetings/item-queries.ts";
import { pathOf } from "#meetings/path.ts";
import { listMentions, listReferences, listTreatments } from "#meetings/trail-queries.ts";
import { appOf } from "#web/context.ts";
import { SumsLine } from "../../findings/routes/SumsLine.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { Page } from "../../web/components/Page.tsx";
import { fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { parseMeetingDay } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/item";
import { Attachments, Commitments } from "./ItemLists.tsx";
import { ChangeNotice } from "./ChangeNotice.tsx";
import { DecisionBox } from "./DecisionBox.tsx";
import { ItemPath } from "./ItemPath.tsx";
import { ItemSide } from "./ItemSide.tsx";
import { ItemText, partsOfText } from "./ItemText.tsx";
import { Neighbours } from "./Neighbours.tsx";
import { Recommendations } from "./Recommendations.tsx";
import { References, textLinks } from "./References.tsx";
import { movedOrNotFound } from "./moved-or-not-found.ts";
import { meetingMessages } from "./messages.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const db = appOf(context).db;
  const day = parseMeetingDay(params.day);
  const { municipality, committee } = params;
  const head = day && (await findItem(db, { ...day, municipality, committee, item: params.item }));
  if (!head) throw await movedOrNotFound(db, params, request);
  const [sections, decisions, lists, treatments, references, mentions, sums] = await Promise.all([
    listSections(db, head),
    listDecisions(db, head),
    getItemLists(db, head),
    listTreatments(db, head),
    listReferences(db, head),
    listMentions(db, head),
    countItemSums(db, head.municipalityId, head.id),
  ]);
  const path = pathOf(treatments, decisions, { committee: head.committee, date: day.date });
  const own = decisions.find((decision) => decision.isOwn) ?? null;
  return { head, ...day, slug: params.item, sections, path, own, ...lists, references, mentions, sums };
}

export type ItemData = Route.ComponentProps["loaderData"];

export default function Item({ loaderData: item }: Route.ComponentProps) {
  const { head, date, sitting } = item;
  const { municipality, committee } = head;
  const { t, to, language } = useLanguage(meetingMessages);
  const minutesLang = langOfMinutes(language);
  const meeting = to.meeting(municipality.slug, { committee: committee.slug, date, sitting });
  const numbered = head.number ? t.number(head.number) : t.unnumbered;
  const parts = partsOfText(item);
  const neighbour = (other: typeof head.next, kind: string) =>
    other && {
      href: to.item(municipality.slug, { committee: committee.slug, date, sitting, item: other.slug }),
      kind,
      title: other.number ? `${other.number}. ${other.title}` : other.title,
      fromMinutes: minutesLang,
    };
  return (
    <Page
      title={`${head.title} (${committee.name}, ${longDate(date, language)})`}
      description={item.own?.text.replace(/\s+/g, " ").slice(0, 200)}
      municipality={municipality}
      trail={[
        { text: committee.name, href: to.committee(municipality.slug, committee.slug), fromMinutes: true },
        { text: longDate(date, language), href: meeting },
        { text: numbered },
      ]}
    >
      <div className="item">
        <div className="item__head">
          <p className="overline">
            {numbered} ·{" "}
            <a href={meeting}>
              <span {...minutesLang}>{committee.name}</span> {fullDate(date, language)}
            </a>
            {head.case && (
              <>
                {" "}
                · {t.caseLabel} <a href={to.case(municipality.slug, head.case.key)}>{head.case.reference}</a>
              </>
            )}
          </p>
          <h1 {...minutesLang}>{head.title}</h1>
          <ChangeNotice change={head.change} />
          {head.closed && (
            <p className="closed-note">
              <OutcomeTag outcome={null} closed /> {t.closedNoText}
            </p>
          )}
        </div>
        <div className="item__main">
          <DecisionBox
            decision={item.own}
            isAgenda={head.meetingKind === "agenda"}
            municipality={municipality.slug}
            withParts={item.recommendations.length === 0}
          />
          <ItemPath steps={item.path} municipality={municipality.slug} date={date} />
          <Recommendations recommendations={item.recommendations} decision={item.own} />
          <SumsLine
            sums={item.sums}
            href={to.itemSums(municipality.slug, { committee: committee.slug, date, sitting, item: item.slug })}
          />
          <ItemText parts={parts} links={textLinks(item.references, municipality.slug, to)} />
          <Attachments names={item.attachments} />
          <Commitments commitments={item.commitments} />
          <References references={item.references} mentions={item.mentions} municipality={municipality.slug} />
        </div>
        <ItemSide item={item} parts={parts} />
      </div>
      <Neighbours
        label={t.neighbouringItems}
        previous={neighbour(head.previous, t.previousItem)}
        next={neighbour(head.next, t.nextItem)}
      />
    </Page>
  );
}
