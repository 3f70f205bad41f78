import { sql } from "kysely";
import { binaryArray } from "#database/binary-array.ts";
import type { Database } from "#database/connect.ts";
import { mediaTypeOf } from "../media-type.ts";
import type { Named, Settled } from "./meeting.ts";
import type { RowsAsJson } from "./rows.ts";

/** A document, and where it is to be written. */
export type Placed = Named & Settled;

const NO_ROWS = new TextEncoder().encode("[]");

/**
 * Documents of one municipality, each with its original, its revision, its items and all that hangs on them: in one
 * statement, for a good part of what a small statement costs is its beginning.
 */
export async function writeDocuments(db: Database, municipalityId: number, placed: readonly Placed[]): Promise<void> {
  const documents = placed.map(({ document }) => document);
  const rows = (table: keyof RowsAsJson) => rowsOf(documents.map((document) => document.rows[table]));
  const attendance = placed.map(({ document, writeAttendance }) =>
    writeAttendance ? document.rows.attendance : NO_ROWS,
  );
  await sql`
    with given as materialized (
      -- The documents' people and items one after the other, 0 for an item that is left out, and where those of each begin.
      select ${municipalityId}::integer as m, ${placed.map((to) => to.documentId)}::bigint[] as documents,
        ${placed.map((to) => to.meetingId)}::bigint[] as meetings, ${placed.map((to) => to.revision)}::integer[] as revisions,
        ${placed.flatMap((to) => to.itemIds.map((id) => id ?? 0))}::bigint[] as items,
        ${starts(placed.map((to) => to.itemIds.length))}::integer[] as first_items,
        ${placed.flatMap((to) => to.people)}::bigint[] as people,
        ${starts(placed.map((to) => to.people.length))}::integer[] as first_people
    ), original as (
      insert into original (municipality_id, sha256, file_name, media_type, size, content)
      select m, sha256, file_name, media_type, length(content), content
      from given, unnest(${documents.map(({ sha256 }) => sha256)}::text[], ${documents.map(({ fileName }) => fileName)}::text[],
        ${documents.map(({ format }) => mediaTypeOf(format))}::text[],
        ${binaryArray(
          "bytea",
          placed.map(({ bytes }) => bytes),
        )}::bytea[]) as own(sha256, file_name, media_type, content)
      on conflict do nothing
    ), document as (
      insert into document (municipality_id, id, meeting_id, kind, revision)
      select m, d, meeting, kind, revision
      from given, unnest(documents, meetings, revisions, ${documents.map(({ kind }) => kind)}::text[])
        as own(d, meeting, revision, kind)
      on conflict (municipality_id, id) do update set revision = excluded.revision
    ), revision as (
      insert into document_revision (municipality_id, document_id, revision, sha256, file_name, format, pages, text,
        table_of_contents, warnings, item_keys)
      select m, d, revision, sha256, file_name, format, pages, text, contents, warnings, keys
      from given, unnest(${rows("revision")}::json[], documents, revisions,
          ${binaryArray(
            "text",
            documents.map(({ text }) => text),
          )}::text[]) as own(rows, d, revision, text),
        json_to_recordset(rows) as row(sha256 text, file_name text, format text, pages integer, contents jsonb,
          warnings jsonb, keys text[])
    ), attendance as (
      insert into attendance (municipality_id, meeting_id, position, person_id, name, party, attendance, substitute_for)
      select m, meeting, p, people[first + who], name, party, attendance, for_
      from given, unnest(${rowsOf(attendance)}::json[], meetings, first_people) as own(rows, meeting, first),
        json_to_recordset(rows) as row(p smallint, who integer, name text, party text, attendance text, for_ text)
    ), item as (
      insert into item (municipality_id, id, meeting_id, document_id, committee_id, held_on, position, slug, number,
        number_value, title, case_id, closed, outcome, span_start, span_end)
      select m, id, meeting, document, committee, "on", position, slug, number, "numberValue", title, "case", closed, outcome,
        "spanStart", "spanEnd"
      from given, json_to_recordset(${JSON.stringify(placed.flatMap(itemRows))}::json) as row(id bigint, meeting bigint,
        document bigint, committee bigint, "on" date, position smallint, slug text, number text, "numberValue" integer,
        title text, "case" bigint, closed boolean, outcome text, "spanStart" integer, "spanEnd" integer)
    ), section as (
      insert into section (municipality_id, item_id, position, parent_position, heading, role, text, span_start, span_end)
      select m, items[first + i], p, parent, heading, role, text, start, "end"
      from given, unnest(${rows("sections")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, p smallint, parent smallint, heading text, role text, text text, start integer, "end" integer)
      where items[first + i] > 0
    ), section_table as (
      insert into section_table (municipality_id, item_id, section_position, position, rows, header_rows, notes)
      select m, items[first + i], section, p, row.rows, header, notes
      from given, unnest(${rows("tables")}::json[], first_items) as own(rows, first), json_to_recordset(own.rows)
        as row(i integer, section smallint, p smallint, rows jsonb, header smallint, notes text[])
      where items[first + i] > 0
    ), treatment as (
      insert into treatment (municipality_id, item_id, position, committee_name, committee_key, roles, treated_on)
      select m, items[first + i], p, name, key, roles, "on"
      from given, unnest(${rows("treatments")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, p smallint, name text, key text, roles text[], "on" date)
      where items[first + i] > 0
    ), recommendation as (
      insert into recommendation (municipality_id, item_id, position, number, text, made_by)
      select m, items[first + i], p, number, text, by
      from given, unnest(${rows("recommendations")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, p smallint, number integer, text text, by text)
      where items[first + i] > 0
    ), decision as (
      insert into decision (municipality_id, item_id, position, is_own, committee_name, committee_key, decided_on, outcome, text)
      select m, items[first + i], p, own_, name, key, "on", outcome, text
      from given, unnest(${rows("decisions")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, p smallint, own_ boolean, name text, key text, "on" date, outcome text, text text)
      where items[first + i] > 0
    ), decision_part as (
      insert into decision_part (municipality_id, item_id, decision_position, position, number, text, outcome)
      select m, items[first + i], d, p, number, text, outcome
      from given, unnest(${rows("parts")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, d smallint, p smallint, number integer, text text, outcome text)
      where items[first + i] > 0
    ), decision_attendance as (
      insert into decision_attendance (municipality_id, item_id, decision_position, position, person_id, name, party, attendance, substitute_for)
      select m, items[first + i], d, p, people[first_person + who], name, party, attendance, for_
      from given, unnest(${rows("decisionAttendance")}::json[], first_items, first_people) as own(rows, first, first_person),
        json_to_recordset(rows)
        as row(i integer, d smallint, p smallint, who integer, name text, party text, attendance text, for_ text)
      where items[first + i] > 0
    ), dissent as (
      insert into dissent (municipality_id, item_id, decision_position, position, text)
      select m, items[first + i], d, p, text
      from given, unnest(${rows("dissents")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, d smallint, p smallint, text text)
      where items[first + i] > 0
    ), dissent_by as (
      insert into dissent_by (municipality_id, item_id, decision_position, dissent_position, position, name, person_id, party)
      select m, items[first + i], d, s, p, name, people[first_person + who], party
      from given, unnest(${rows("dissentBy")}::json[], first_items, first_people) as own(rows, first, first_person),
        json_to_recordset(rows) as row(i integer, d smallint, s smallint, p smallint, name text, who integer, party text)
      where items[first + i] > 0
    ), attachment as (
      insert into attachment (municipality_id, item_id, position, name)
      select m, items[first + i], p, name
      from given, unnest(${rows("attachments")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, p smallint, name text)
      where items[first + i] > 0
    ), reference as (
      insert into reference (municipality_id, item_id, position, text, number_value, referred_on, committee_name, committee_key)
      select m, items[first + i], p, text, number, "on", name, key
      from given, unnest(${rows("references")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
        as row(i integer, p smallint, text text, number integer, "on" date, name text, key text)
      where items[first + i] > 0
    )
    insert into commitment (municipality_id, item_id, position, text, due, due_on, recurs)
    select m, items[first + i], p, text, due, "on", recurs
    from given, unnest(${rows("commitments")}::json[], first_items) as own(rows, first), json_to_recordset(rows)
      as row(i integer, p smallint, text text, due text, "on" date, recurs text)
    where items[first + i] > 0
  `.execute(db);
}

/** An array of JSON arrays, sent in binary. */
const rowsOf = (tables: Uint8Array[]) => binaryArray("json", tables);

/** Where each list begins when they stand one after the other, so that `first + i` is PostgreSQL's number of an element. */
function starts(lengths: number[]): number[] {
  let next = 1;
  return lengths.map((length) => {
    next += length;
    return next - length;
  });
}

function itemRows({ document, itemIds, slugs, cases, ...to }: Placed) {
  return document.items.flatMap(({ caseIndex, ...item }, index) => {
    const id = itemIds[index];
    if (id === null) return [];
    const place = { id, meeting: to.meetingId, document: to.documentId, committee: to.committeeId, on: document.date };
    const own = { position: index + 1, slug: slugs[index], case: caseIndex === null ? null : cases[caseIndex] };
    return [{ ...item, ...place, ...own }];
  });
}
