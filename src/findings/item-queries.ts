import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Check, Verdict } from "#factcheck/model.ts";

/** How the sums of something came out. */
export type SumCounts = { ok: number; errors: number; warnings: number };

/** "waiting": not checked yet in its newest revision. "failed": the checks gave up on the document. */
export type CheckState = "checked" | "waiting" | "failed";

const stateOf = sql<CheckState>`case when dc.failed and dc.revision = d.revision then 'failed'
  when dc.revision = d.revision then 'checked' else 'waiting' end`;

const verdictCounts = sql`count(*) filter (where f.verdict = 'ok') as ok,
  count(*) filter (where f.verdict = 'error') as errors, count(*) filter (where f.verdict = 'warning') as warnings`;

export async function countItemSums(
  db: Database,
  municipalityId: number,
  itemId: number,
): Promise<SumCounts & { state: CheckState }> {
  const { rows } = await sql<SumCounts & { state: CheckState }>`
    select ${stateOf} as state, counts.ok, counts.errors, counts.warnings
    from item i
    join document d on d.municipality_id = i.municipality_id and d.id = i.document_id
    left join document_check dc on dc.municipality_id = d.municipality_id and dc.document_id = d.id
    cross join lateral (select ${verdictCounts} from finding f
      where f.municipality_id = i.municipality_id and f.item_id = i.id) as counts
    where i.municipality_id = ${municipalityId} and i.id = ${itemId}`.execute(db);
  return rows[0] ?? { state: "waiting", ok: 0, errors: 0, warnings: 0 };
}

export type MeetingSums = SumCounts & {
  state: CheckState;
  /** How many of the errors and warnings stand outside the items. */
  outside: number;
  /** Items where something does not add up or should be looked at, by their slug. */
  items: Record<string, { errors: number; warnings: number }>;
};

type MeetingSumRow = SumCounts & { slug: string | null; state: CheckState };

/** A JSON array of `MeetingSumRow` for the meeting that stands as `m` in the statement around it. */
export const meetingSumRows = sql<MeetingSumRow[]>`(
  select coalesce(json_agg(sums), '[]') from (
    select i.slug, ${stateOf} as state, ${verdictCounts}
    from document d
    left join document_check dc on dc.municipality_id = d.municipality_id and dc.document_id = d.id
    left join finding f on f.municipality_id = d.municipality_id and f.document_id = d.id
      and (f.item_id is not null or dc.revision = d.revision)
    left join item i on i.municipality_id = f.municipality_id and i.id = f.item_id
    where d.municipality_id = m.municipality_id and d.meeting_id = m.id
    group by i.slug, dc.failed, dc.revision, d.revision) as sums)`;

/** What stands outside the items (the list of participants, the table of contents) counts for the meeting. */
export function meetingSums(rows: MeetingSumRow[]): MeetingSums {
  const sum = (field: keyof SumCounts) => rows.reduce((total, row) => total + row[field], 0);
  const states = rows.map(({ state }) => state);
  return {
    state: states.includes("failed")
      ? "failed"
      : rows.length === 0 || states.includes("waiting")
        ? "waiting"
        : "checked",
    ok: sum("ok"),
    errors: sum("errors"),
    warnings: sum("warnings"),
    outside: rows.reduce((total, row) => total + (row.slug === null ? row.errors + row.warnings : 0), 0),
    items: Object.fromEntries(
      rows.flatMap(({ slug, errors, warnings }) =>
        slug !== null && errors + warnings > 0 ? [[slug, { errors, warnings }]] : [],
      ),
    ),
  };
}

/** Where a piece of evidence stands when it is not in the item itself. */
type Elsewhere = { committee: string; committeeName: string; date: string; sitting: number; item: string | null };

export type ItemFinding = {
  /** Unique in its document. */
  position: number;
  kind: Check;
  verdict: Verdict;
  span: { start: number; end: number };
  claim: string;
  stated: string;
  computed: string | null;
  explanation: string;
  evidence: { start: number; end: number; text: string; elsewhere: Elsewhere | null }[];
};

/** Everything that was recomputed in an item, in the order of its text. */
export async function listItemFindings(db: Database, municipalityId: number, itemId: number): Promise<ItemFinding[]> {
  const { rows } = await sql<ItemFinding>`
    select f.position, f.kind, f.verdict, json_build_object('start', f.span_start, 'end', f.span_end) as span,
      f.claim, f.stated, f.computed, f.explanation, (
        select coalesce(json_agg(json_build_object('start', e.start, 'end', e."end", 'text', e.text, 'elsewhere',
          case when e.document = f.document_id and own.span_start <= e.start and e.start < own.span_end then null
          else (
            select json_build_object('committee', c.slug, 'committeeName', c.name, 'date', m.held_on,
              'sitting', m.sitting, 'item', (
                select i.slug from item i where i.municipality_id = d.municipality_id and i.document_id = d.id
                  and i.span_start <= e.start and e.start < i.span_end order by i.span_start desc limit 1))
            from document d
            join meeting m on m.municipality_id = d.municipality_id and m.id = d.meeting_id
            join committee c on c.municipality_id = m.municipality_id and c.id = m.committee_id
            where d.municipality_id = f.municipality_id and d.id = e.document
          ) end) order by e.number), '[]')
        from rows from (jsonb_to_recordset(f.evidence) as (document bigint, start integer, "end" integer, text text))
          with ordinality as e(document, start, "end", text, number)
      ) as evidence
    from finding f
    join item own on own.municipality_id = f.municipality_id and own.id = f.item_id
    where f.municipality_id = ${municipalityId} and f.item_id = ${itemId}
    order by f.span_start, f.position`.execute(db);
  return rows;
}

/** What does not add up outside a meeting's items: in its list of participants, its table of contents, its date. */
export async function listOutsideFindings(
  db: Database,
  at: { municipality: string; committee: string; date: string; sitting: number },
): Promise<ItemFinding[]> {
  const { rows } = await sql<ItemFinding>`
    select f.position, f.kind, f.verdict, json_build_object('start', f.span_start, 'end', f.span_end) as span,
      f.claim, f.stated, f.computed, f.explanation, '[]'::json as evidence
    from municipality town
    join committee c on c.municipality_id = town.id and c.slug = ${at.committee}
    join meeting m on m.municipality_id = c.municipality_id and m.committee_id = c.id
      and m.held_on = ${at.date} and m.sitting = ${at.sitting}
    join document d on d.municipality_id = m.municipality_id and d.meeting_id = m.id
    join document_check dc on dc.municipality_id = d.municipality_id and dc.document_id = d.id and dc.revision = d.revision
    join finding f on f.municipality_id = d.municipality_id and f.document_id = d.id
    where town.slug = ${at.municipality} and f.item_id is null and f.verdict <> 'ok'
    order by f.document_id, f.span_start, f.position`.execute(db);
  return rows;
}

/** The text that an item's findings point into. */
export async function getDocumentText(db: Database, municipalityId: number, documentId: number): Promise<string> {
  const row = await db
    .selectFrom("document_revision as r")
    .innerJoin("document as d", (join) =>
      join
        .onRef("d.municipality_id", "=", "r.municipality_id")
        .onRef("d.id", "=", "r.document_id")
        .onRef("d.revision", "=", "r.revision"),
    )
    .select("r.text")
    .where("d.municipality_id", "=", municipalityId)
    .where("d.id", "=", documentId)
    .executeTakeFirst();
  return row?.text ?? "";
}

/** The places of an item's sections in the document's text, by their position. */
export async function listSectionSpans(
  db: Database,
  municipalityId: number,
  itemId: number,
): Promise<Map<number, { start: number; end: number }>> {
  const rows = await db
    .selectFrom("section")
    .select(["position", "span_start as start", "span_end as end"])
    .where("municipality_id", "=", municipalityId)
    .where("item_id", "=", itemId)
    .execute();
  return new Map(rows.map(({ position, start, end }) => [position, { start, end }]));
}
