import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { mediaTypeOf } from "../media-type.ts";
import type { ItemPlan } from "./plan-items.ts";
import { writeKey } from "./overlap.ts";
import type { PreparedDocument } from "./prepare.ts";

export type Target = {
  municipalityId: number;
  committeeId: number;
  meetingId: number;
  documentId: number;
  revision: number;
  date: string;
  /** Beside the document's lists of people, cases and items; null for an item that is left out. */
  people: number[];
  cases: number[];
  itemIds: (number | null)[];
  slugs: ItemPlan["slugs"];
  /** False where the meeting keeps the list of participants it has. */
  writeAttendance: boolean;
};

/** The original, the revision, its items and all that hangs on them, in one statement. */
export async function writeDocument(db: Database, to: Target, document: PreparedDocument, bytes: Uint8Array) {
  const { rows } = document;
  const items = document.items.map(({ caseIndex, ...item }, index) => ({
    ...item,
    i: index,
    slug: to.slugs[index],
    case: caseIndex === null ? null : to.cases[caseIndex],
  }));
  const keys = document.items.map(writeKey);
  const attendance = to.writeAttendance ? rows.attendance : "[]";
  await sql`
    with given as materialized (
      select ${to.municipalityId}::integer as m, ${to.documentId}::bigint as d, ${to.meetingId}::bigint as meeting,
        ${to.itemIds}::bigint[] as items, ${to.people}::bigint[] as people
    ), original as (
      insert into original (municipality_id, sha256, file_name, media_type, size, content)
      select m, ${document.sha256}, ${document.fileName}, ${mediaTypeOf(document.format)}, ${bytes.length}::integer, ${asBuffer(bytes)}::bytea
      from given on conflict do nothing
    ), document as (
      insert into document (municipality_id, id, meeting_id, kind, revision)
      select m, d, meeting, ${document.kind}, ${to.revision}::integer from given
      on conflict (municipality_id, id) do update set revision = excluded.revision
    ), revision as (
      insert into document_revision (municipality_id, document_id, revision, sha256, file_name, format, pages, text,
        table_of_contents, warnings, item_keys)
      select m, d, ${to.revision}::integer, ${document.sha256}, ${document.fileName}, ${document.format}, pages, text, contents,
        warnings, ${keys}::text[]
      from given, json_to_recordset(${rows.revision}::json) as row(pages integer, text text, contents jsonb, warnings jsonb)
    ), attendance as (
      insert into attendance (municipality_id, meeting_id, position, person_id, name, party, attendance, substitute_for)
      select m, meeting, p, people[who + 1], name, party, attendance, for_
      from given, json_to_recordset(${attendance}::json)
        as row(p smallint, who integer, name text, party text, attendance text, for_ text)
    ), item as (
      insert into item (municipality_id, id, meeting_id, document_id, committee_id, held_on, position, slug, number,
        number_value, title, case_id, closed, outcome, span_start, span_end)
      select m, items[i + 1], meeting, d, ${to.committeeId}::bigint, ${to.date}::date, i + 1, slug, number,
        "numberValue", title, "case", closed, outcome, "spanStart", "spanEnd"
      from given, json_to_recordset(${JSON.stringify(items)}::json) as row(i integer, slug text, number text,
        "numberValue" integer, title text, "case" bigint, closed boolean, outcome text, "spanStart" integer, "spanEnd" integer)
      where items[i + 1] is not null
    ), section as (
      insert into section (municipality_id, item_id, position, parent_position, heading, role, text, span_start, span_end)
      select m, items[i + 1], p, parent, heading, role, text, start, "end"
      from given, json_to_recordset(${rows.sections}::json)
        as row(i integer, p smallint, parent smallint, heading text, role text, text text, start integer, "end" integer)
      where items[i + 1] is not null
    ), section_table as (
      insert into section_table (municipality_id, item_id, section_position, position, rows, header_rows, notes)
      select m, items[i + 1], section, p, rows, header, notes
      from given, json_to_recordset(${rows.tables}::json)
        as row(i integer, section smallint, p smallint, rows jsonb, header smallint, notes text[])
      where items[i + 1] is not null
    ), treatment as (
      insert into treatment (municipality_id, item_id, position, committee_name, committee_key, roles, treated_on)
      select m, items[i + 1], p, name, key, roles, "on"
      from given, json_to_recordset(${rows.treatments}::json)
        as row(i integer, p smallint, name text, key text, roles text[], "on" date)
      where items[i + 1] is not null
    ), recommendation as (
      insert into recommendation (municipality_id, item_id, position, number, text, made_by)
      select m, items[i + 1], p, number, text, by
      from given, json_to_recordset(${rows.recommendations}::json)
        as row(i integer, p smallint, number integer, text text, by text)
      where items[i + 1] is not null
    ), decision as (
      insert into decision (municipality_id, item_id, position, is_own, committee_name, committee_key, decided_on, outcome, text)
      select m, items[i + 1], p, own, name, key, "on", outcome, text
      from given, json_to_recordset(${rows.decisions}::json)
        as row(i integer, p smallint, own boolean, name text, key text, "on" date, outcome text, text text)
      where items[i + 1] is not null
    ), decision_part as (
      insert into decision_part (municipality_id, item_id, decision_position, position, number, text, outcome)
      select m, items[i + 1], row.d, p, number, text, outcome
      from given, json_to_recordset(${rows.parts}::json)
        as row(i integer, d smallint, p smallint, number integer, text text, outcome text)
      where items[i + 1] is not null
    ), decision_attendance as (
      insert into decision_attendance (municipality_id, item_id, decision_position, position, person_id, name, party, attendance, substitute_for)
      select m, items[i + 1], row.d, p, people[who + 1], name, party, attendance, for_
      from given, json_to_recordset(${rows.decisionAttendance}::json)
        as row(i integer, d smallint, p smallint, who integer, name text, party text, attendance text, for_ text)
      where items[i + 1] is not null
    ), dissent as (
      insert into dissent (municipality_id, item_id, decision_position, position, text)
      select m, items[i + 1], row.d, p, text
      from given, json_to_recordset(${rows.dissents}::json) as row(i integer, d smallint, p smallint, text text)
      where items[i + 1] is not null
    ), dissent_by as (
      insert into dissent_by (municipality_id, item_id, decision_position, dissent_position, position, name, person_id, party)
      select m, items[i + 1], row.d, s, p, name, people[who + 1], party
      from given, json_to_recordset(${rows.dissentBy}::json)
        as row(i integer, d smallint, s smallint, p smallint, name text, who integer, party text)
      where items[i + 1] is not null
    ), attachment as (
      insert into attachment (municipality_id, item_id, position, name)
      select m, items[i + 1], p, name
      from given, json_to_recordset(${rows.attachments}::json) as row(i integer, p smallint, name text)
      where items[i + 1] is not null
    ), reference as (
      insert into reference (municipality_id, item_id, position, text, number_value, referred_on, committee_name, committee_key)
      select m, items[i + 1], p, text, number, "on", name, key
      from given, json_to_recordset(${rows.references}::json)
        as row(i integer, p smallint, text text, number integer, "on" date, name text, key text)
      where items[i + 1] is not null
    )
    insert into commitment (municipality_id, item_id, position, text, due, due_on, recurs)
    select m, items[i + 1], p, text, due, "on", recurs
    from given, json_to_recordset(${rows.commitments}::json)
      as row(i integer, p smallint, text text, due text, "on" date, recurs text)
    where items[i + 1] is not null
  `.execute(db);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
