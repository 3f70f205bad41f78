import { findMunicipality } from "#meetings/municipality-queries.ts";
import { countPeople, listPeople } from "#people/queries.ts";
import { appOf } from "#web/context.ts";
import { DateText } from "../../web/components/DateText.tsx";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { Table } from "../../web/components/Table.tsx";
import { count } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/people";
import { personMessages } from "./messages.ts";

const PAGE_SIZE = 100;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const page = pageOf(new URL(request.url).searchParams);
  const [total, people] = await Promise.all([
    countPeople(db, found.id),
    listPeople(db, found.id, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  ]);
  if (page > 1 && people.length === 0) throw notFound({ municipality });
  return { municipality, page, total, people };
}

export default function People({ loaderData: { municipality, page, total, people } }: Route.ComponentProps) {
  const { t, to, language } = useLanguage(personMessages);
  return (
    <Page title={t.people} municipality={municipality} trail={[{ text: t.people }]}>
      <h1>{t.people}</h1>
      <p className="lead">{t.peopleLead(municipality.name)}</p>
      {people.length === 0 ? (
        <EmptyState title={t.noPeople}>
          <p>{t.noPeopleHelp}</p>
        </EmptyState>
      ) : (
        <>
          <ListCount
            from={(page - 1) * PAGE_SIZE + 1}
            shown={people.length}
            total={total}
            what={t.peopleCount(total)}
          />
          <Table caption={t.people} hideCaption>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.party}</th>
                <th scope="col" className="number">
                  {t.meetingsListed}
                </th>
                <th scope="col">{t.lastSeen}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ slug, name, party, meetings, last }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={to.person(municipality.slug, slug)}>{name}</a>
                  </th>
                  <td {...langOfMinutes(language)}>{party}</td>
                  <td className="number">{count(meetings, language)}</td>
                  <td>{last && <DateText date={last} form="short" />}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        href={(page) => to.people(municipality.slug, { side: page > 1 ? page : undefined })}
      />
    </Page>
  );
}
