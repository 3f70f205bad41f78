import { findItem, getWording } from "#meetings/item-queries.ts";
import { appOf } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Icon } from "../../web/components/Icon.tsx";
import { Page } from "../../web/components/Page.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { parseMeetingDay } from "../../web/links.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/wording";
import { movedOrNotFound } from "./moved-or-not-found.ts";
import { meetingMessages } from "./messages.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const db = appOf(context).db;
  const day = parseMeetingDay(params.day);
  const { municipality, committee } = params;
  const head = day && (await findItem(db, { ...day, municipality, committee, item: params.item }));
  if (!head) throw await movedOrNotFound(db, params, request);
  return { head, ...day, slug: params.item, wording: await getWording(db, head) };
}

export default function Wording({ loaderData }: Route.ComponentProps) {
  const { head, date, sitting, slug, wording } = loaderData;
  const { municipality, committee } = head;
  const { t, to, language } = useLanguage(meetingMessages);
  const address = { committee: committee.slug, date, sitting };
  const item = to.item(municipality.slug, { ...address, item: slug });
  return (
    <Page
      title={`${t.wording}: ${head.title} (${committee.name}, ${longDate(date, language)})`}
      municipality={municipality}
      trail={[
        { text: committee.name, href: to.committee(municipality.slug, committee.slug), fromMinutes: true },
        { text: longDate(date, language), href: to.meeting(municipality.slug, address) },
        { text: head.number ? t.number(head.number) : t.unnumbered, href: item },
        { text: t.wording },
      ]}
    >
      <p className="overline">{t.wording}</p>
      <h1 {...langOfMinutes(language)}>{head.title}</h1>
      <p>{t.wordingLead}</p>
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
      {wording.trim() === "" ? (
        <EmptyState title={t.noWording}>
          <p>{t.noWordingHelp}</p>
        </EmptyState>
      ) : (
        <ol className="wording" {...langOfMinutes(language)}>
          {wording
            .trimEnd()
            .split("\n")
            .map((line, index) => (
              <li key={index}>{line}</li>
            ))}
        </ol>
      )}
    </Page>
  );
}
