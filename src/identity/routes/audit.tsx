import { z } from "zod";
import { listAuditActors, nameSubjects } from "#identity/audit-names-queries.ts";
import { listAudit } from "#identity/audit-queries.ts";
import { mayReadAudit } from "#identity/policy.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { FilterChoice, FilterDay, FilterPanel } from "../../web/components/FilterPanel.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/audit";
import { auditRecord, auditWords } from "./audit-words.ts";
import { auditMessages } from "./messages-audit.ts";

const PAGE_SIZE = 50;
const day = z.iso.date();

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality || !mayReadAudit(actor, municipality.id)) throw notFound({ municipality });
  const query = new URL(request.url).searchParams;
  const page = pageOf(query);
  const filter = {
    actor: query.get("person") || undefined,
    subject: query.get("genstand") || undefined,
    reference: query.get("sag")?.trim() || undefined,
    from: day.safeParse(query.get("fra")).data,
    to: day.safeParse(query.get("til")).data,
  };
  const [listed, people] = await Promise.all([
    listAudit(db, municipality.id, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    listAuditActors(db, municipality.id),
  ]);
  const names = await nameSubjects(
    db,
    municipality.id,
    listed.entries.map(({ subject }) => subject),
  );
  return { municipality: { slug: municipality.slug, name: municipality.name }, filter, page, people, names, ...listed };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { municipality, filter, page, people, names, entries, total } = loaderData;
  const { t, to, language } = useLanguage(auditMessages);
  const time = new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Copenhagen",
  });
  const query = {
    person: filter.actor,
    sag: filter.reference,
    genstand: filter.subject,
    fra: filter.from,
    til: filter.to,
  };
  const subjectText = (subject: string) => {
    const [whole = "", part] = subject.split("/");
    const kind = t.things[whole.split(":")[0] ?? ""];
    const name = names[whole];
    const said = kind && name ? `${kind} ${name}` : whole;
    return part?.startsWith("attachment:") ? `${said}, ${t.attachment(part.slice("attachment:".length))}` : said;
  };
  return (
    <Page
      title={t.auditTitle}
      municipality={municipality}
      trail={[
        { text: t.work, href: to.work() },
        { text: t.accessTitle, href: to.access(municipality.slug) },
        { text: t.auditTitle },
      ]}
    >
      <h1>{t.auditTitle}</h1>
      <p>{t.auditLead}</p>
      <div className="filtered">
        <FilterPanel action={to.audit(municipality.slug)} active={Object.values(filter).filter(Boolean).length}>
          <FilterChoice
            label={t.person}
            name="person"
            value={filter.actor}
            any={t.anyPerson}
            choices={people.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <label className="filters__field">
            <span className="form-label">{t.reference}</span>
            <input className="form-input" name="sag" defaultValue={filter.reference} />
          </label>
          <FilterDay label={useLanguage().t.from} name="fra" value={filter.from} />
          <FilterDay label={useLanguage().t.to} name="til" value={filter.to} />
        </FilterPanel>
        <div>
          {filter.subject && (
            <p>
              {t.onlyAbout(subjectText(filter.subject))} <a href={to.audit(municipality.slug)}>{t.everything}</a>
            </p>
          )}
          {total === 0 ? (
            <EmptyState title={t.noEntries}>
              <p>{t.noEntriesLead}</p>
            </EmptyState>
          ) : (
            <>
              <ListCount
                from={(page - 1) * PAGE_SIZE + 1}
                shown={entries.length}
                total={total}
                what={t.entries(total)}
              />
              <ol className="rows rows--small" reversed>
                {entries.map((entry) => (
                  <li key={entry.number}>
                    <p>
                      <b>{entry.actorName}</b> {t.actions[entry.action] ?? entry.action}
                    </p>
                    <p className="row-facts">
                      <time dateTime={new Date(entry.at).toISOString()}>{time.format(new Date(entry.at))}</time>
                      <a href={to.audit(municipality.slug, { genstand: entry.subject })}>
                        {subjectText(entry.subject)}
                      </a>
                      <span className="audit-details">
                        {auditWords(withoutName(entry.details, names[entry.subject]), language)}
                      </span>
                    </p>
                    {Object.keys(entry.details).length > 0 && (
                      <details className="audit-record">
                        <summary>{t.wholeRecord}</summary>
                        <p>{auditRecord(entry.details)}</p>
                      </details>
                    )}
                  </li>
                ))}
              </ol>
              <Pagination
                page={page}
                pages={Math.ceil(total / PAGE_SIZE)}
                href={(page) => to.audit(municipality.slug, { ...query, side: page > 1 ? page : undefined })}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The number of a case that the entry is about is not said twice. */
const withoutName = (details: Record<string, unknown>, name: string | undefined): Record<string, unknown> =>
  name !== undefined && details["reference"] === name ? { ...details, reference: null } : details;
