import { attendanceByYear } from "#people/attendance-by-year.ts";
import { listWords, type PersonList, readPersonList } from "#people/lists.ts";
import { partySpans } from "#people/party-spans.ts";
import {
  countAttendance,
  countOfPerson,
  findPerson,
  listDissents,
  listMentions,
  listPartyObservations,
  listSeats,
  listSubstitutions,
} from "#people/queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { count } from "../../web/formats.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/person";
import { personMessages } from "./messages.ts";
import { PersonAttendance } from "./PersonAttendance.tsx";
import { PersonHeader } from "./PersonHeader.tsx";
import { DissentList, MentionList, SubstitutionList } from "./PersonLists.tsx";
import { PersonSeats } from "./PersonSeats.tsx";

const PAGE_SIZE = 40;
const PREVIEW = 5;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const person = await findPerson(db, found.id, params.person);
  if (!person) throw notFound({ municipality });
  const query = new URL(request.url).searchParams;
  const only = readPersonList(query);
  const page = only ? pageOf(query) : 1;
  const rows = { offset: (page - 1) * PAGE_SIZE, limit: only ? PAGE_SIZE : PREVIEW };
  const wanted = <T,>(list: PersonList, find: () => Promise<T[]>) => (!only || only === list ? find() : []);
  const [observations, attendance, seats, totals, dissents, mentions, substitutions] = await Promise.all([
    listPartyObservations(db, found.id, person.id),
    only ? [] : countAttendance(db, found.id, person.id),
    only ? [] : listSeats(db, found.id, person.id),
    countOfPerson(db, found.id, person),
    wanted("dissents", () => listDissents(db, found.id, person.id, rows)),
    wanted("mentions", () => listMentions(db, found.id, person, rows)),
    wanted("substitutions", () => listSubstitutions(db, found.id, person.id, rows)),
  ]);
  const lists = { dissents, mentions, substitutions };
  if (only && page > 1 && lists[only].length === 0) throw notFound({ municipality });
  return {
    municipality,
    person: { slug: person.slug, name: person.name },
    parties: partySpans(observations),
    attendance: attendanceByYear(attendance),
    seats,
    totals,
    only,
    page,
    ...lists,
  };
}

export default function Person({ loaderData }: Route.ComponentProps) {
  const { municipality, person, parties, attendance, seats, totals, only, page, dissents, mentions, substitutions } =
    loaderData;
  const { t, to, language } = useLanguage(personMessages);
  const level = only ? 2 : 3;
  const lists = [
    {
      list: "dissents" as const,
      lead: t.dissentsLead,
      shown: dissents.length,
      rows: <DissentList municipality={municipality.slug} rows={dissents} headingLevel={level} />,
    },
    {
      list: "mentions" as const,
      lead: t.mentionsLead,
      shown: mentions.length,
      rows: <MentionList municipality={municipality.slug} name={person.name} rows={mentions} headingLevel={level} />,
    },
    {
      list: "substitutions" as const,
      lead: null,
      shown: substitutions.length,
      rows: <SubstitutionList municipality={municipality.slug} rows={substitutions} />,
    },
  ].filter(({ shown }) => shown > 0);
  const href = (list: PersonList, side?: number) =>
    to.person(municipality.slug, person.slug, { vis: listWords[list], side });

  if (only)
    return (
      <Page
        title={`${person.name}: ${t[only]}`}
        municipality={municipality}
        trail={[
          { text: t.people, href: to.people(municipality.slug) },
          { text: person.name, href: to.person(municipality.slug, person.slug) },
          { text: t[only] },
        ]}
      >
        <h1>
          {person.name}: {t[only]}
        </h1>
        {lists.map(({ list, lead, shown, rows }) => (
          <div key={list}>
            {lead && <p className="lead">{lead}</p>}
            <ListCount from={(page - 1) * PAGE_SIZE + 1} shown={shown} total={totals[list]} what={t.found} />
            {rows}
            <Pagination
              page={page}
              pages={Math.ceil(totals[list] / PAGE_SIZE)}
              href={(page) => href(list, page > 1 ? page : undefined)}
            />
          </div>
        ))}
      </Page>
    );

  return (
    <Page
      title={person.name}
      municipality={municipality}
      trail={[{ text: t.people, href: to.people(municipality.slug) }, { text: person.name }]}
    >
      <PersonHeader name={person.name} parties={parties} />
      <div className="columns">
        <div>
          <PersonAttendance name={person.name} attendance={attendance} />
          {lists.map(({ list, lead, shown, rows }) => (
            <section key={list}>
              <h2>
                {t[list]} <span className="quiet">({count(totals[list], language)})</span>
              </h2>
              {lead && <p className="quiet">{lead}</p>}
              {rows}
              {totals[list] > shown && (
                <p>
                  <a href={href(list)}>{t.seeAll(count(totals[list], language))}</a>
                </p>
              )}
            </section>
          ))}
        </div>
        <PersonSeats municipality={municipality.slug} name={person.name} seats={seats} />
      </div>
    </Page>
  );
}
