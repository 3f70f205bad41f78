import { countMeetingsByYear, listMeetings } from "#meetings/meeting-list.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { YearChips } from "../../web/components/YearChips.tsx";
import { notFound } from "../../web/not-found.ts";
import { pageOf, yearOf } from "../../web/list-query.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/all-meetings";
import { MeetingList } from "./MeetingList.tsx";
import { meetingMessages } from "./messages.ts";

const PAGE_SIZE = 30;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const query = new URL(request.url).searchParams;
  const year = yearOf(query);
  const page = pageOf(query);
  const [years, meetings] = await Promise.all([
    countMeetingsByYear(db, { municipalityId: found.id }),
    listMeetings(db, { municipalityId: found.id, year }, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
  ]);
  if (page > 1 && meetings.length === 0) throw notFound({ municipality });
  return { municipality, years, year, page, meetings };
}

export default function AllMeetings({ loaderData }: Route.ComponentProps) {
  const { municipality, years, year, page, meetings } = loaderData;
  const { t, to } = useLanguage(meetingMessages);
  const total = years
    .filter((counted) => !year || counted.year === year)
    .reduce((sum, counted) => sum + counted.meetings, 0);
  const href = (page: number, of = year) =>
    to.meetings(municipality.slug, { aar: of, side: page > 1 ? page : undefined });
  const title = year ? `${t.allMeetings} ${year}` : t.allMeetings;
  return (
    <Page title={title} municipality={municipality} trail={[{ text: title }]}>
      <h1>{title}</h1>
      <YearChips years={years.map((counted) => counted.year)} current={year} href={(year) => href(1, year)} />
      <ListCount from={(page - 1) * PAGE_SIZE + 1} shown={meetings.length} total={total} what={t.meetings(total)} />
      {meetings.length > 0 ? (
        <MeetingList meetings={meetings} within="municipality" headingLevel={2} />
      ) : (
        <EmptyState title={t.emptyArchive}>
          <p>{t.emptyArchiveHelp}</p>
        </EmptyState>
      )}
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} href={href} />
    </Page>
  );
}
