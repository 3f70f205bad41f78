import { listGaps } from "#archive/gap-queries.ts";
import { membersOf } from "#committee/members.ts";
import { findCommittee, listMemberRows } from "#committee/queries.ts";
import { countOutcomesByYear } from "#decisions/year-queries.ts";
import { countMeetingsByYear, listMeetings } from "#meetings/meeting-list.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { attendanceByYear } from "#people/attendance-by-year.ts";
import { countCommitteeAttendance } from "#people/queries.ts";
import { appOf } from "#web/context.ts";
import { OutcomesByYear } from "../../decisions/routes/OutcomesByYear.tsx";
import { MeetingList } from "../../meetings/routes/MeetingList.tsx";
import { CommitteeAttendance } from "../../people/routes/CommitteeAttendance.tsx";
import { FindingsLink } from "../../findings/routes/FindingsLink.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { YearChips } from "../../web/components/YearChips.tsx";
import { listing } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { pageOf, yearOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/committee";
import { Gaps } from "./Gaps.tsx";
import { Members } from "./Members.tsx";
import { committeeMessages } from "./messages.ts";

const PAGE_SIZE = 24;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const committee = await findCommittee(db, params.municipality, params.committee);
  if (!committee) throw notFound({ municipality: await findMunicipality(db, params.municipality) });
  const { municipality, municipalityId, id } = committee;
  const query = new URL(request.url).searchParams;
  const year = yearOf(query);
  const page = pageOf(query);
  const filter = { municipalityId, committeeId: id };
  const [years, meetings, outcomes, memberRows, attendanceRows, gaps] = await Promise.all([
    countMeetingsByYear(db, filter),
    listMeetings(db, { ...filter, year }, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    countOutcomesByYear(db, municipalityId, committee.slug),
    listMemberRows(db, committee),
    countCommitteeAttendance(db, municipalityId, id),
    listGaps(db, filter),
  ]);
  if (page > 1 && meetings.length === 0) throw notFound({ municipality });
  const attendance = attendanceByYear(attendanceRows);
  return {
    committee,
    years,
    year,
    page,
    meetings,
    outcomes,
    attendance,
    ...membersOf(memberRows),
    gaps: gaps[0]?.years ?? [],
  };
}

export default function Committee({ loaderData }: Route.ComponentProps) {
  const { committee, years, year, page, meetings, outcomes, attendance, members, substitutes, gaps } = loaderData;
  const { municipality } = committee;
  const { t, to, language } = useLanguage(committeeMessages);
  const minutesLang = langOfMinutes(language);
  const total = years.reduce((sum, counted) => sum + (!year || counted.year === year ? counted.meetings : 0), 0);
  const href = (page: number, of = year) =>
    to.committee(municipality.slug, committee.slug, { aar: of, side: page > 1 ? page : undefined });
  return (
    <Page
      title={year ? `${committee.name} ${year}` : committee.name}
      municipality={municipality}
      trail={[{ text: committee.name, fromMinutes: true }]}
    >
      <p className="overline">
        {committee.kind === "council" ? t.council : t.committee}
        {committee.terms.length > 0 && ` · ${t.terms(listing(committee.terms, language))}`}
      </p>
      <h1 {...minutesLang}>{committee.name}</h1>
      <p>
        <a href={to.plan(municipality.slug, committee.slug)}>{t.plan}</a>
      </p>
      {committee.predecessors.map(({ slug, name }) => (
        <p key={slug}>
          {t.tookOverFrom}{" "}
          <a href={to.committee(municipality.slug, slug)} {...minutesLang}>
            {name}
          </a>
        </p>
      ))}
      {committee.successor && (
        <p>
          {t.followedBy}{" "}
          <a href={to.committee(municipality.slug, committee.successor.slug)} {...minutesLang}>
            {committee.successor.name}
          </a>
        </p>
      )}
      <section>
        <h2>{year ? t.meetingsIn(year) : t.meetings}</h2>
        {total === 0 ? (
          <EmptyState title={t.noMeetings}>
            <p>{t.noMeetingsHelp}</p>
          </EmptyState>
        ) : (
          <>
            <YearChips
              years={years.map((counted) => counted.year)}
              current={year}
              href={(year) => to.committee(municipality.slug, committee.slug, { aar: year })}
            />
            <ListCount
              from={(page - 1) * PAGE_SIZE + 1}
              shown={meetings.length}
              total={total}
              what={t.meetingCount(total)}
            />
            {years.map(({ year, meetings: n }) => {
              const ofYear = meetings.filter(({ date }) => date.startsWith(year));
              return ofYear.length === 0 ? null : (
                <section key={year} aria-labelledby={`aar-${year}`}>
                  <h3 id={`aar-${year}`}>
                    {year}{" "}
                    <span className="count">
                      {n} {t.meetingCount(n)}
                    </span>
                  </h3>
                  <MeetingList meetings={ofYear} within="committee" headingLevel={4} />
                </section>
              );
            })}
            <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} href={href} />
          </>
        )}
      </section>
      <Members members={members} substitutes={substitutes} municipality={municipality.slug} />
      <CommitteeAttendance name={committee.name} attendance={attendance} />
      <OutcomesByYear years={outcomes} name={committee.name} href={(year) => href(1, String(year))} />
      <Gaps years={gaps} />
      <FindingsLink municipality={municipality.slug} committee={committee} />
    </Page>
  );
}
