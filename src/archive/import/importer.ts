import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { prepared } from "#database/prepared.ts";
import { wantCheck } from "#findings/neighbours.ts";
import { storeSearchRows } from "#search/store.ts";
import { findOrMakeCases } from "./cases.ts";
import { findOrMakeCommittee, isKnownTerm, noteTerm } from "./committees.ts";
import { type Ids, idsFrom } from "./ids.ts";
import { findOrMakeMunicipality, type Known, loadKnown } from "./known.ts";
import { settleMeeting } from "./meeting.ts";
import { knownPeople, makePeople } from "./people.ts";
import type { PreparedDocument } from "./prepare.ts";
import { writeDocument } from "./write-document.ts";

export type Imported =
  | {
      result: "new" | "revised" | "unchanged";
      municipalityId: number;
      items: number;
      decisions: number;
      warnings: number;
    }
  | { result: "failed"; message: string };

/** Writes documents into the archive, each in one transaction. Several may be on their way at once. */
export type Importer = {
  /** `municipality` is where the document belongs when it does not say so itself. */
  write(document: PreparedDocument, bytes: Uint8Array, municipality?: string): Promise<Imported>;
};

/** What PostgreSQL says when two transactions got in each other's way, or when what was known is there no more. */
const AGAIN = new Set(["40001", "40P01", "23505", "23503"]);
const ATTEMPTS = 5;

export function createImporter(db: Database): Importer {
  const connection = prepared(db);
  const ids = idsFrom(connection);
  const remembered = new Map<string, Known>();

  async function attempt(document: Placeable, bytes: Uint8Array): Promise<Imported> {
    const learnt: { known?: Known } = {};
    const imported = await connection
      .transaction()
      .execute((trx) => writeIn(trx, ids, document, bytes, remembered.get(document.municipality), learnt));
    // Only now is it true.
    if (learnt.known) remembered.set(document.municipality, learnt.known);
    return imported;
  }

  return {
    async write(document, bytes, municipality) {
      const placeable = toPlaceable(document, municipality);
      if ("message" in placeable) return { result: "failed", message: placeable.message };
      for (let attempts = 1; ; attempts++) {
        try {
          return await attempt(placeable, bytes);
        } catch (error) {
          if (attempts === ATTEMPTS || !AGAIN.has((error as { code?: string }).code ?? "")) throw error;
          remembered.delete(placeable.municipality);
        }
      }
    },
  };
}

type Placeable = PreparedDocument & { municipality: string; committee: string; committeeKey: string; date: string };

function toPlaceable(document: PreparedDocument, given: string | undefined): Placeable | { message: string } {
  const municipality = document.municipality ?? given;
  const { committee, committeeKey, date } = document;
  if (!date) return { message: "Dokumentet siger ikke, hvilken dag mødet var. Skriv mødedatoen øverst i det." };
  if (!committee || !committeeKey)
    return { message: "Dokumentet siger ikke, hvilket udvalg det er fra. Skriv udvalgets navn øverst i det." };
  if (!municipality)
    return { message: "Dokumentet siger ikke, hvilken kommune det er fra. Importér det igen med --municipality NAVN." };
  return { ...document, municipality, committee, committeeKey, date };
}

async function writeIn(
  trx: Database,
  ids: Ids,
  document: Placeable,
  bytes: Uint8Array,
  remembered: Known | undefined,
  learnt: { known?: Known },
): Promise<Imported> {
  const known = isEnough(remembered, document) ? remembered : (learnt.known = await learn(trx, ids, document));
  const { municipalityId } = known;
  const { items, decisions, warnings } = document;
  const committee = known.committees.get(document.committeeKey) as { id: number };
  const people = knownPeople(known, document.people) as number[];
  const cases = await findOrMakeCases(trx, municipalityId, ids, document.cases);
  const counts = { municipalityId, items: items.length, decisions, warnings };

  const meeting = await settleMeeting(trx, municipalityId, ids, committee.id, document);
  if (meeting === "unchanged") return { result: "unchanged", ...counts };
  const target = { municipalityId, committeeId: committee.id, date: document.date, people, cases, ...meeting };
  await writeDocument(trx, target, document, bytes);
  await meeting.afterwards();
  await storeSearchRows(
    trx,
    municipalityId,
    items.flatMap(({ outcome, closed }, index) => {
      const itemId = meeting.itemIds[index] ?? null;
      const row = document.search[index];
      return itemId === null || !row
        ? []
        : [{ itemId, committeeId: committee.id, heldOn: document.date, outcome, closed, row }];
    }),
  );
  // Last, for it holds up every other import until this one is committed.
  await sql`with raised as (update archive_state set revision = revision + 1 returning revision)
    select pg_notify('sagsgang_archive', revision::text) from raised`.execute(trx);
  await wantCheck(trx, municipalityId, meeting.documentId);
  return { result: meeting.revision > 1 ? "revised" : "new", ...counts };
}

function isEnough(known: Known | undefined, document: Placeable): known is Known {
  const committee = known?.committees.get(document.committeeKey);
  return (
    known !== undefined &&
    committee !== undefined &&
    isKnownTerm(known, committee.id, document.term) &&
    knownPeople(known, document.people) !== null
  );
}

/** Makes what the document names and nobody knew. One import at a time does so in a municipality, until it is committed. */
async function learn(trx: Database, ids: Ids, document: Placeable): Promise<Known> {
  const municipalityId = await findOrMakeMunicipality(trx, document.municipality);
  await sql`select pg_advisory_xact_lock(7274002, ${municipalityId})`.execute(trx);
  const known = await loadKnown(trx, municipalityId);
  const committee = await findOrMakeCommittee(trx, known, ids, document.committee);
  await noteTerm(trx, known, committee, document.term);
  await makePeople(trx, known, ids, document.people);
  return known;
}
