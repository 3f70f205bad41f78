import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Check } from "#factcheck/model.ts";
import type { FindingCount } from "./facets.ts";
import type { FindingFilters } from "./filters.ts";

/** Of an older revision only what stands outside the items is still there; it is shown no more. */
const isShown = sql<boolean>`(f.item_id is not null or exists (
  select from document_check dc
  join document d on d.municipality_id = dc.municipality_id and d.id = dc.document_id and d.revision = dc.revision
  where dc.municipality_id = f.municipality_id and dc.document_id = f.document_id))`;

/** The municipality's findings that are worth a look, counted by all that they can be filtered by. */
export async function countFindings(db: Database, municipalityId: number): Promise<FindingCount[]> {
  const { rows } = await sql<FindingCount>`
    select f.kind, f.verdict as certainty, extract(year from f.held_on)::integer as year, c.slug as committee,
      count(*) as count
    from finding f
    join committee c on c.municipality_id = f.municipality_id and c.id = f.committee_id
    where f.municipality_id = ${municipalityId} and f.verdict <> 'ok' and ${isShown}
    group by f.kind, f.verdict, year, c.slug`.execute(db);
  return rows;
}

export type ListedFinding = {
  position: number;
  document: number;
  kind: Check;
  verdict: "error" | "warning";
  claim: string;
  explanation: string;
  committee: string;
  committeeName: string;
  date: string;
  sitting: number;
  /** Null: outside the meeting's items. */
  item: string | null;
  number: string | null;
  title: string | null;
};

/** One page of findings: newest meeting first, in a meeting those that are certain first. */
export async function listFindings(
  db: Database,
  municipalityId: number,
  { kind, certainty, year, committee }: FindingFilters,
  page: { offset: number; limit: number },
): Promise<ListedFinding[]> {
  const { rows } = await sql<ListedFinding>`
    select f.position, f.document_id as document, f.kind, f.verdict, f.claim, f.explanation, c.slug as committee, c.name as "committeeName",
      m.held_on as date, m.sitting, i.slug as item, i.number, i.title
    from finding f
    join committee c on c.municipality_id = f.municipality_id and c.id = f.committee_id
    join document d on d.municipality_id = f.municipality_id and d.id = f.document_id
    join meeting m on m.municipality_id = d.municipality_id and m.id = d.meeting_id
    left join item i on i.municipality_id = f.municipality_id and i.id = f.item_id
    where f.municipality_id = ${municipalityId} and f.verdict <> 'ok' and ${isShown}
      ${kind ? sql`and f.kind = ${kind}` : sql``}
      ${certainty ? sql`and f.verdict = ${certainty}` : sql``}
      ${year ? sql`and f.held_on between ${`${year}-01-01`} and ${`${year}-12-31`}` : sql``}
      ${committee ? sql`and c.slug = ${committee}` : sql``}
    order by f.held_on desc, f.document_id, f.verdict, f.span_start, f.position
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** How far the recomputation of a municipality's documents is, or of one committee's; `ok` counts sums that hold. */
export async function countProgress(
  db: Database,
  municipalityId: number,
  committee?: string,
): Promise<{ documents: number; waiting: number; failed: number; ok: number }> {
  const of = committee ? sql`and c.slug = ${committee}` : sql``;
  const { rows } = await sql<{ documents: number; waiting: number; failed: number; ok: number }>`
    select count(*) as documents, count(*) filter (where dc.revision is distinct from d.revision) as waiting,
      count(*) filter (where dc.failed) as failed, coalesce(sum((
        select count(*) from finding f where f.municipality_id = d.municipality_id and f.document_id = d.id
          and f.verdict = 'ok')), 0)::integer as ok
    from document d
    join meeting m on m.municipality_id = d.municipality_id and m.id = d.meeting_id
    join committee c on c.municipality_id = m.municipality_id and c.id = m.committee_id
    left join document_check dc on dc.municipality_id = d.municipality_id and dc.document_id = d.id
    where d.municipality_id = ${municipalityId} ${of}`.execute(db);
  return rows[0] ?? { documents: 0, waiting: 0, failed: 0, ok: 0 };
}
