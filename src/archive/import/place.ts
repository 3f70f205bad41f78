import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { type Correction, sumOf } from "../corrections/correction.ts";
import type { Ids } from "./ids.ts";
import { type ItemKey, overlap, readKey } from "./overlap.ts";
import type { PreparedDocument } from "./prepare.ts";

/** A document that is in the archive already. `shas` are of all its revisions, the items those of the newest. */
export type StoredDocument = {
  id: number;
  meetingId: number;
  kind: "minutes" | "agenda";
  revision: number;
  shas: string[];
  items: ItemKey[];
  /** The newest revision's file, and the sum of what was set right by hand in it. */
  newest?: { sha256: string; corrections: string };
};

export type Sitting = { id: number; sitting: number; startTime: string | null };

type Incoming = {
  kind: "minutes" | "agenda";
  sha256: string;
  startTime: string | null;
  items: ItemKey[];
  /** The sum of what was set right by hand; undefined when nobody was asked. */
  corrections?: string;
};

/** Where a document belongs. `meetingId` null: a further sitting of that day; `document` null: a further document. */
export type Place = { meetingId: number | null; document: StoredDocument | null; unchanged: boolean };

/**
 * A document whose items overlap with those of one of the same kind is a new revision of it. One that shares no item is
 * a further document of the sitting that begins at the same hour (or says none), else a further sitting.
 */
export function choosePlace(incoming: Incoming, sittings: Sitting[], documents: StoredDocument[]): Place {
  const same = documents.find((document) => document.shas.includes(incoming.sha256));
  if (same) return { meetingId: same.meetingId, document: same, unchanged: !isCorrectedAnew(incoming, same) };
  const ranked = documents
    .map((document) => ({ document, share: overlap(incoming.items, document.items) }))
    .filter(({ share }) => share > 0)
    .sort((left, right) => right.share - left.share || left.document.id - right.document.id);
  const revised = ranked.find(({ document }) => document.kind === incoming.kind)?.document ?? null;
  const nearest = revised ?? ranked[0]?.document;
  if (nearest) return { meetingId: nearest.meetingId, document: revised, unchanged: false };
  const hour = (time: string | null) => time?.slice(0, 5) ?? null;
  const open = sittings.find(
    ({ startTime }) =>
      startTime === null || incoming.startTime === null || hour(startTime) === hour(incoming.startTime),
  );
  return { meetingId: open?.id ?? null, document: null, unchanged: false };
}

/** The newest revision's own file, with other corrections than it was written with. */
function isCorrectedAnew({ sha256, corrections }: Incoming, { newest }: StoredDocument): boolean {
  return corrections !== undefined && newest?.sha256 === sha256 && newest.corrections !== corrections;
}

type MeetingRow = Pick<PreparedDocument, "kind" | "startTime" | "endTime" | "place" | "term"> & { date: string };

/** The meetings' identifiers in their order; null for one that somebody has made already. */
export async function makeSittings(
  db: Database,
  municipalityId: number,
  ids: Ids,
  meetings: { committeeId: number; document: MeetingRow }[],
  sitting = 1,
): Promise<(number | null)[]> {
  const fresh = await ids.take(meetings.length);
  const given = meetings.map(({ committeeId, document: { startTime, endTime, date, place, term, kind } }, at) => {
    const when = { on: date, start: startTime, end: endTime };
    return { id: fresh[at], committee: committeeId, ...when, place, term, kind };
  });
  // In one order for everybody, so that two imports wait for each other and never in a ring.
  const { rows } = await sql<{ id: number }>`
    insert into meeting (municipality_id, id, committee_id, held_on, sitting, start_time, end_time, place, term, kind)
    select ${municipalityId}, id, committee, "on", ${sitting}, start, "end", place, term, kind
    from json_to_recordset(${JSON.stringify(given)}) as row(id bigint, committee bigint, "on" date, start time, "end" time,
      place text, term text, kind text)
    order by committee, "on"
    on conflict do nothing returning id`.execute(db);
  const made = new Set(rows.map(({ id }) => id));
  return fresh.map((id) => (made.has(id) ? id : null));
}

/** The day's sittings, locked so that two documents of one meeting come one after the other. */
export async function lockSittings(
  db: Database,
  municipalityId: number,
  committeeId: number,
  date: string,
): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`
    select id, sitting, start_time as "startTime" from meeting
    where municipality_id = ${municipalityId} and committee_id = ${committeeId} and held_on = ${date}
    order by sitting for update`.execute(db);
  return rows;
}

type Newest = { keys: string[]; newest: string; corrections: Correction[] | null };

export async function findDocuments(
  db: Database,
  municipalityId: number,
  meetings: number[],
): Promise<StoredDocument[]> {
  const { rows } = await sql<Omit<StoredDocument, "items" | "newest"> & Newest>`
    select document.id, document.meeting_id as "meetingId", document.kind, document.revision,
      array(select sha256 from document_revision as any_revision where any_revision.municipality_id = document.municipality_id
        and any_revision.document_id = document.id) as shas,
      newest.item_keys as keys, newest.sha256 as newest, corrected.corrections
    from document
    join document_revision as newest on newest.municipality_id = document.municipality_id
      and newest.document_id = document.id and newest.revision = document.revision
    left join corrected_revision as corrected on corrected.municipality_id = newest.municipality_id
      and corrected.document_id = newest.document_id and corrected.revision = newest.revision
    where document.municipality_id = ${municipalityId} and document.meeting_id = any(${meetings}::bigint[])
    order by document.id`.execute(db);
  return rows.map(({ keys, newest, corrections, ...document }) => ({
    ...document,
    items: keys.map(readKey),
    newest: { sha256: newest, corrections: corrections === null ? "" : sumOf(corrections) },
  }));
}
