import { countItemSums, getDocumentText, listItemFindings, listSectionSpans } from "#findings/item-queries.ts";
import { markItem, noteKey } from "#findings/marked-item.ts";
import { findItem, listSections } from "#meetings/item-queries.ts";
import { appOf } from "#web/context.ts";
import { movedOrNotFound } from "../../meetings/routes/moved-or-not-found.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Icon } from "../../web/components/Icon.tsx";
import { Page } from "../../web/components/Page.tsx";
import { fullDate, longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { parseMeetingDay } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/item-sums";
import { Holding } from "./Holding.tsx";
import { MarkedText } from "./MarkedText.tsx";
import { findingMessages } from "./messages.ts";
import { SumNote } from "./SumNote.tsx";
import { SumsWords } from "./SumsLine.tsx";
import { VerdictTag } from "./VerdictTag.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const db = appOf(context).db;
  const day = parseMeetingDay(params.day);
  const { municipality, committee } = params;
  const head = day && (await findItem(db, { ...day, municipality, committee, item: params.item }));
  if (!day || !head?.document) throw await movedOrNotFound(db, params, request);
  const { municipalityId, id } = head;
  const [sums, found, sections, spans, text] = await Promise.all([
    countItemSums(db, municipalityId, id),
    listItemFindings(db, municipalityId, id),
    listSections(db, head),
    listSectionSpans(db, municipalityId, id),
    getDocumentText(db, municipalityId, head.document.id),
  ]);
  const placed = sections.map((section) => ({ ...section, span: spans.get(section.position) ?? head.span }));
  return { head, ...day, slug: params.item, sums, ...markItem(text, placed, found) };
}

export default function ItemSums({ loaderData }: Route.ComponentProps) {
  const { head, date, sitting, slug, sums, sections, findings, unplaced } = loaderData;
  const { municipality, committee } = head;
  const { t, to, language } = useLanguage(findingMessages);
  const minutesLang = langOfMinutes(language);
  const address = { committee: committee.slug, date, sitting };
  const item = to.item(municipality.slug, { ...address, item: slug });
  const number = head.number ? t.number(head.number) : t.unnumbered;
  const worthALook = findings.filter(({ verdict }) => verdict !== "ok");
  return (
    <Page
      title={`${t.itemTitle(head.title)} (${committee.name}, ${longDate(date, language)})`}
      municipality={municipality}
      trail={[
        { text: committee.name, href: to.committee(municipality.slug, committee.slug), fromMinutes: true },
        { text: longDate(date, language), href: to.meeting(municipality.slug, address) },
        { text: number, href: item },
        { text: t.sums },
      ]}
    >
      <p className="overline">
        {t.sums} · {number} ·{" "}
        <span>
          <span {...minutesLang}>{committee.name}</span> {fullDate(date, language)}
        </span>
      </p>
      <h1 {...minutesLang}>{head.title}</h1>
      {sums.state === "checked" && findings.length > 0 && (
        <>
          <p className="lead">
            <SumsWords {...sums} />.
          </p>
          <p>{t.itemLead}</p>
        </>
      )}
      <p className="quiet small">
        {t.fair} <a href={to.aboutFindings()}>{t.how}</a>.
      </p>
      <ul className="facts">
        <li>
          <Icon name="arrow-back" />
          <a href={item}>{t.backToItem}</a>
        </li>
        {head.document && (
          <li>
            <Icon name="download" />
            <a href={to.original(municipality.slug, head.document.sha256)}>{t.original}</a>
          </li>
        )}
      </ul>
      {sums.state === "waiting" && (
        <EmptyState title={t.waitingTitle}>
          <p>{t.waitingHelp}</p>
        </EmptyState>
      )}
      {sums.state === "failed" && (
        <EmptyState title={t.failedTitle}>
          <p>{t.failedHelp}</p>
        </EmptyState>
      )}
      {sums.state === "checked" && findings.length === 0 && (
        <EmptyState title={t.noSums}>
          <p>{t.noSumsHelp}</p>
        </EmptyState>
      )}
      {worthALook.length > 0 && (
        <nav className="sums-places" aria-labelledby="se-efter">
          <h2 id="se-efter">
            {t.places} <span className="count">{worthALook.length}</span>
          </h2>
          <ol>
            {worthALook.map((finding) => (
              <li key={finding.position}>
                <VerdictTag verdict={finding.verdict} />{" "}
                <a href={`#${noteKey(finding)}`}>
                  {t.kinds[finding.kind]}: <span {...minutesLang}>{finding.stated}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {unplaced.length > 0 && (
        <section className="sums-section">
          <h2>{t.unplaced}</h2>
          <p className="quiet small">{t.unplacedHelp}</p>
          {unplaced
            .filter(({ verdict }) => verdict !== "ok")
            .map((finding) => (
              <SumNote key={finding.position} finding={finding} municipality={municipality.slug} isPlaced={false} />
            ))}
          <Holding findings={unplaced.filter(({ verdict }) => verdict === "ok")} isPlaced={false} />
        </section>
      )}
      {findings.length > 0 && <MarkedText sections={sections} findings={findings} municipality={municipality.slug} />}
    </Page>
  );
}
