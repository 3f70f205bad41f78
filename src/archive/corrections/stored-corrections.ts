import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { type ItemKey, overlap, readKey } from "../import/overlap.ts";
import { type Correction, correctionsShape } from "./correction.ts";

/** What is known of a document that was just read, without any corrections. */
export type ReadKeys = {
  sha256: string;
  kind: "minutes" | "agenda";
  committeeKey: string | null;
  date: string | null;
  items: ItemKey[];
};

/** The corrections of a document in the archive, with all that a new reading of it is known by. */
export type StoredCorrections = {
  documentId: number;
  municipality: string;
  kind: "minutes" | "agenda";
  shas: string[];
  committeeKey: string;
  date: string;
  readCommitteeKey: string | null;
  readOn: string | null;
  readItems: ItemKey[];
  corrections: Correction[];
};

/** Of one municipality, by its slug; of all when none is given. */
export async function listCorrections(db: Database, municipality?: string): Promise<StoredCorrections[]> {
  const { rows } = await sql<
    Omit<StoredCorrections, "readItems" | "corrections"> & { keys: string[]; patches: unknown }
  >`
    select document.id as "documentId", municipality.slug as municipality, document.kind,
      array(select sha256 from document_revision as any_revision where any_revision.municipality_id = document.municipality_id
        and any_revision.document_id = document.id) as shas,
      committee.name_key as "committeeKey", meeting.held_on as date, read_committee_key as "readCommitteeKey",
      read_on as "readOn", read_item_keys as keys, corrections as patches
    from document_correction
    join document on document.municipality_id = document_correction.municipality_id and document.id = document_id
    join meeting on meeting.municipality_id = document.municipality_id and meeting.id = document.meeting_id
    join committee on committee.municipality_id = meeting.municipality_id and committee.id = meeting.committee_id
    join municipality on municipality.id = document.municipality_id
    ${municipality === undefined ? sql`` : sql`where municipality.slug = ${municipality}`}
    order by document.municipality_id, document.id`.execute(db);
  return rows.map(({ keys, patches, ...row }) => ({
    ...row,
    readItems: keys.map(readKey),
    corrections: correctionsShape.parse(patches),
  }));
}

/** Less of the items in common, and a document of the same body and day is another one. */
const ENOUGH = 0.3;

/**
 * The corrections that were made in this document: in this very file, or in an earlier revision of it, known by its
 * body, day and items. `municipality` is a slug; undefined when nobody knows it yet, and then only the file itself counts.
 */
export function correctionsFor(
  stored: StoredCorrections[],
  read: ReadKeys,
  municipality: string | undefined,
): Correction[] {
  const among = stored.filter((one) => municipality === undefined || one.municipality === municipality);
  const same = among.find(({ shas }) => shas.includes(read.sha256));
  if (same) return same.corrections;
  if (municipality === undefined) return [];
  const ranked = among
    .filter((one) => one.kind === read.kind && isSameMeeting(one, read))
    .map((one) => ({ one, share: overlap(one.readItems, read.items) }))
    .filter(({ share }) => share >= ENOUGH)
    .sort((left, right) => right.share - left.share);
  return ranked[0]?.one.corrections ?? [];
}

function isSameMeeting(one: StoredCorrections, { committeeKey, date }: ReadKeys): boolean {
  return (
    (committeeKey === one.committeeKey && date === one.date) ||
    ((committeeKey !== null || date !== null) && committeeKey === one.readCommitteeKey && date === one.readOn)
  );
}

type Changed = { documentId: number; read: ReadKeys; corrections: Correction[]; by: { userId: string; name: string } };

/** Keeps what a document's corrections are now, for the next time it is read. In the caller's transaction. */
export async function storeCorrections(
  db: Database,
  municipalityId: number,
  { documentId, read, corrections, by }: Changed,
): Promise<void> {
  const values = {
    corrections: JSON.stringify(corrections),
    read_committee_key: read.committeeKey,
    read_on: read.date,
    read_item_keys: read.items.map(({ number, titleKey }) => `${number ?? "-"} ${titleKey}`),
    changed_at: new Date(),
    changed_by: by.userId,
    changed_by_name: by.name,
  };
  if (corrections.length === 0)
    await db
      .deleteFrom("document_correction")
      .where("municipality_id", "=", municipalityId)
      .where("document_id", "=", documentId)
      .execute();
  else
    await db
      .insertInto("document_correction")
      .values({ municipality_id: municipalityId, document_id: documentId, ...values })
      .onConflict((conflict) => conflict.columns(["municipality_id", "document_id"]).doUpdateSet(values))
      .execute();
}
