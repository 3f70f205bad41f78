import { type RawBuilder, sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** One row in each table of the work up to a meeting, for the first committee, planned meeting and municipality there are. */
export async function fillWork(db: Database): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}

const who = sql`'u', 'Ulla Uldal'`;
const m = sql`(select min(municipality_id) from planned_meeting)`;
const c = sql`(select min(committee_id) from planned_meeting)`;
const meeting = sql`(select min(id) from planned_meeting)`;
const paper = sql`(select min(id) from paper)`;
const body = sql`'{"type": "doc"}'`;

const into = (table: string, columns: string, values: RawBuilder<unknown>) =>
  sql`insert into ${sql.table(table)} (municipality_id, ${sql.raw(columns)}) select ${m}, ${values}`;

const statements = [
  into(
    "meeting_of_plan",
    "planned_meeting_id, meeting_id, plan_version, earlier_days",
    sql`${meeting}, (select min(id) from meeting where municipality_id = ${m}), 1, '{2026-05-01}'`,
  ),
  into("case_number_series", "year, last", sql`2026, 41`),
  into("paper_template", "committee_id, name, sections", sql`${c}, 'Sag', '[]'`),
  into(
    "paper",
    "committee_id, reference, reference_key, title, responsible_id, responsible_name, created_by",
    sql`${c}, '26-000041', '26-000041', 'Ny legeplads', ${who}, 'u'`,
  ),
  into(
    "paper_section",
    "paper_id, id, position, role, heading, body",
    sql`${paper}, 1, 1, 'summary', 'Resumé', ${body}`,
  ),
  into(
    "paper_section_version",
    "paper_id, section_id, version, body, saved_by, saved_by_name",
    sql`${paper}, 1, 1, ${body}, ${who}`,
  ),
  into(
    "paper_snapshot",
    "paper_id, number, occasion, content, made_by, made_by_name",
    sql`${paper}, 1, 'kept', '{}', ${who}`,
  ),
  into("paper_recommendation", "paper_id, position, text, committee_id", sql`${paper}, 1, 'at godkende', ${c}`),
  into(
    "consultation",
    "paper_id, position, committee_id, role, planned_meeting_id",
    sql`${paper}, 1, ${c}, 'decides', ${meeting}`,
  ),
  into("stored_file", "sha256, media_type, size, content", sql`'00ff', 'application/pdf', 2, '\\x00ff'`),
  into(
    "paper_attachment",
    "paper_id, id, position, name, file_name, sha256, closed, added_by",
    sql`${paper}, 1, 1, 'Tegning', 'tegning.pdf', '00ff', true, 'u'`,
  ),
  into("approval_flow_step", "committee_id, position, role, days", sql`${c}, 1, 'head', 3`),
  into("approval", "paper_id, round, position, role, state", sql`${paper}, 1, 1, 'head', 'waiting'`),
  into("deputy", "user_id, deputy_id, from_on, until_on", sql`'u', 'v', '2026-07-01', '2026-07-21'`),
  into("paper_comment", "paper_id, id, text, written_by, written_by_name", sql`${paper}, 1, 'Se tallene', ${who}`),
  into("reminder", "subject, user_id, kind", sql`'paper:1/1/1', 'u', 'waiting'`),
  into(
    "finding_answer",
    "paper_id, finding_key, claim, reason, answered_by, answered_by_name",
    sql`${paper}, 'k', '41', 'Afrundet', ${who}`,
  ),
  into("standing_item", "committee_id, position, title, place", sql`${c}, 1, 'Meddelelser', 'last'`),
  into("agenda", "planned_meeting_id", meeting),
  into(
    "agenda_item",
    "planned_meeting_id, position, kind, paper_id, title",
    sql`${meeting}, 1, 'paper', ${paper}, 'x'`,
  ),
  into("agenda_guest", "agenda_item_id, position, name", sql`(select min(id) from agenda_item), 1, 'Gæst Gram'`),
  into(
    "dispatch",
    "planned_meeting_id, number, deadline_on, late, content, dispatched_by, dispatched_by_name",
    sql`${meeting}, 0, '2027-01-27', false, '{}', ${who}`,
  ),
  into(
    "dispatch_recipient",
    "planned_meeting_id, number, position, user_id, name, email, role",
    sql`${meeting}, 0, 1, ${who}, 'u@eksempel.example', 'member'`,
  ),
  into("import_batch", "begun_by, begun_by_name", who),
  into(
    "import_file",
    "batch_id, name, size, sha256, content, corrections",
    sql`(select min(id) from import_batch), 'referat.txt', 2, '00ff', '\\x00ff', '[]'`,
  ),
  into(
    "document_correction",
    "document_id, corrections, read_item_keys, changed_by, changed_by_name",
    sql`(select min(id) from document where document.municipality_id = ${m}), '[]', '{"- x"}', ${who}`,
  ),
  into(
    "corrected_revision",
    "document_id, revision, corrections",
    sql`(select min(id) from document where document.municipality_id = ${m}), 1, '[]'`,
  ),
];
