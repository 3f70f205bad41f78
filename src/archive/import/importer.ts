import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { wantChecks } from "#findings/neighbours.ts";
import { storeSearchRows, storeWords } from "#search/store.ts";
import type { Correction } from "../corrections/correction.ts";
import { raiseRevision } from "../raise-revision.ts";
import { findOrMakeCases } from "./cases.ts";
import { findOrMakeCommittee, isKnownTerm, noteTerm } from "./committees.ts";
import { type Ids, idsFrom } from "./ids.ts";
import { findOrMakeMunicipality, type Known, loadKnown } from "./known.ts";
import { type Named, type Settled, settleMeetings, settleNewMeetings } from "./meeting.ts";
import { knownPeople, makePeople } from "./people.ts";
import type { PreparedDocument } from "./prepare.ts";
import { writeDocuments } from "./write-documents.ts";

export type Imported =
  | {
      result: "new" | "revised" | "unchanged";
      municipalityId: number;
      items: number;
      decisions: number;
      warnings: number;
    }
  | { result: "failed"; message: string };

/** What became of a document in its transaction; `documentId` is null where nothing was written. */
export type Written = {
  result: "new" | "revised" | "unchanged";
  municipalityId: number;
  documentId: number | null;
};

export type Given = {
  document: PreparedDocument;
  bytes: Uint8Array;
  /** Where the document belongs when it does not say so itself. */
  municipality: string | undefined;
  /** What was set right by hand in the reading; the same file with other corrections is a new revision. */
  corrections?: Correction[];
  /** Called in the transaction the document is written in; what it throws leaves the archive as it was. */
  alongside?: (trx: Database, written: Written) => Promise<void>;
};

/** Writes documents into the archive, each whole or not at all. Several calls may be on their way at once. */
export type Importer = {
  /** One document in a transaction of its own. Throws what PostgreSQL has against it. */
  write(given: Given): Promise<Imported>;
  /**
   * Those documents that are the first of their meetings, the ones of a municipality in one transaction. Null beside a
   * document that `write` has yet to write: its meeting is known, or PostgreSQL refused it or one beside it.
   */
  writeTogether(given: Given[]): Promise<(Imported | null)[]>;
};

/** What PostgreSQL says when two transactions got in each other's way, or when what was known is there no more. */
const AGAIN = new Set(["40001", "40P01", "23505", "23503"]);
const ATTEMPTS = 5;
const MOST_WORDS = 500_000;

export function createImporter(db: Database): Importer {
  const ids = idsFrom(db);
  const remembered = new Map<string, Known>();
  /** Those in the index, as far as is known. */
  const words = new Set<string>();

  /** Of one municipality, in one transaction. What is learnt on the way is remembered when it is committed. */
  async function attempt(works: Work[], settle: Settle): Promise<(Imported | null)[]> {
    const municipality = (works[0] as Work).municipality;
    const newWords = [...new Set(works.flatMap(({ document }) => document.words))].filter((word) => !words.has(word));
    const { known, imported } = await db.transaction().execute(async (trx) => {
      const before = remembered.get(municipality);
      const known = isEnough(before, works) ? before : await learn(trx, ids, works);
      return { known, imported: await writeIn(trx, ids, known, works, settle, newWords) };
    });
    remembered.set(municipality, known);
    if (imported.every((one) => one === null)) return imported;
    if (words.size > MOST_WORDS) words.clear();
    for (const word of newWords) words.add(word);
    return imported;
  }

  return {
    async write(given) {
      const work = toWork(given);
      if (!("document" in work)) return work;
      for (let attempts = 1; ; attempts++) {
        try {
          const [imported] = await attempt([work], settleMeetings);
          return imported as Imported;
        } catch (error) {
          if (attempts === ATTEMPTS || !AGAIN.has(codeOf(error))) throw error;
          remembered.delete(work.municipality);
        }
      }
    },

    async writeTogether(given) {
      const works = given.map(toWork);
      const written = new Map<Work, Imported | null>();
      const placeable = works.filter((work) => "document" in work);
      for (const group of Map.groupBy(placeable, ({ municipality }) => municipality).values()) {
        try {
          for (const [at, imported] of (await attempt(group, settleNewMeetings)).entries())
            written.set(group[at] as Work, imported);
        } catch (error) {
          if (!isOfDocuments(error)) throw error;
          remembered.delete((group[0] as Work).municipality);
        }
      }
      return works.map((work) => ("document" in work ? (written.get(work) ?? null) : work));
    },
  };
}

/** Whether PostgreSQL speaks of the values it was given; all else (no connection, no room) meets every document. */
export function isOfDocuments(error: unknown): boolean {
  return /^(?:2[0-9]|42|54|P0|40)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? "";
}

type Placeable = PreparedDocument & { committee: string; committeeKey: string; date: string };
type Work = Omit<Given, "document" | "municipality"> & { document: Placeable; municipality: string };
type Settle = (
  db: Database,
  municipalityId: number,
  ids: Ids,
  documents: Named[],
) => Promise<(Settled | "unchanged" | null)[]>;

function toWork({ document, municipality: given, ...more }: Given): Work | { result: "failed"; message: string } {
  const fail = (message: string) => ({ result: "failed" as const, message });
  const municipality = document.municipality ?? given;
  const { committee, committeeKey, date } = document;
  if (!date) return fail("Dokumentet siger ikke, hvilken dag mødet var. Skriv mødedatoen øverst i det.");
  if (!committee || !committeeKey)
    return fail("Dokumentet siger ikke, hvilket udvalg det er fra. Skriv udvalgets navn øverst i det.");
  if (!municipality)
    return fail("Dokumentet siger ikke, hvilken kommune det er fra. Importér det igen med --municipality NAVN.");
  return { ...more, document: { ...document, committee, committeeKey, date }, municipality };
}

async function writeIn(
  trx: Database,
  ids: Ids,
  known: Known,
  works: Work[],
  settle: Settle,
  newWords: string[],
): Promise<(Imported | null)[]> {
  const { municipalityId } = known;
  const named = await findNamed(trx, ids, known, works);
  const settled = await settle(trx, municipalityId, ids, named);
  const placed = named.flatMap((one, at) => {
    const meeting = settled[at];
    return meeting === "unchanged" || !meeting ? [] : [{ ...one, ...meeting }];
  });
  if (placed.length > 0) {
    await writeDocuments(trx, municipalityId, placed);
    await noteCorrections(trx, municipalityId, placed);
    for (const { afterwards } of placed) await afterwards?.();
    await storeSearchRows(
      trx,
      municipalityId,
      placed.flatMap(({ document, committeeId, itemIds }) =>
        document.items.flatMap(({ outcome, closed }, at) => {
          const [itemId, row] = [itemIds[at] ?? null, document.search[at]];
          return itemId === null || !row ? [] : [{ itemId, committeeId, heldOn: document.date, outcome, closed, row }];
        }),
      ),
    );
    await storeWords(trx, newWords);
  }
  for (const [at, { alongside }] of works.entries()) {
    const meeting = settled[at];
    if (meeting) await alongside?.(trx, { municipalityId, ...writtenAs(meeting) });
  }
  if (placed.length > 0) {
    await raiseRevision(trx);
    const documents = placed.map(({ documentId }) => documentId);
    await wantChecks(trx, municipalityId, documents);
  }
  return named.map(({ document: { items, decisions, warnings } }, at) => {
    const meeting = settled[at];
    if (!meeting) return null;
    const { result } = writtenAs(meeting);
    return { result, municipalityId, items: items.length, decisions, warnings };
  });
}

function writtenAs(meeting: Settled | "unchanged"): Pick<Written, "result" | "documentId"> {
  if (meeting === "unchanged") return { result: meeting, documentId: null };
  return { result: meeting.revision > 1 ? "revised" : "new", documentId: meeting.documentId };
}

async function noteCorrections(trx: Database, municipalityId: number, placed: (Named & Settled)[]): Promise<void> {
  const rows = placed.flatMap(({ documentId, revision, corrections = [] }) =>
    corrections.length === 0
      ? []
      : [
          {
            municipality_id: municipalityId,
            document_id: documentId,
            revision,
            corrections: JSON.stringify(corrections),
          },
        ],
  );
  if (rows.length > 0) await trx.insertInto("corrected_revision").values(rows).execute();
}

async function findNamed(trx: Database, ids: Ids, known: Known, works: Work[]): Promise<Named[]> {
  const numbers = works.flatMap(({ document }) => document.cases);
  const cases = (await findOrMakeCases(trx, known.municipalityId, ids, numbers)).values();
  return works.map(({ document, bytes, corrections }) => ({
    document,
    bytes,
    ...(corrections && { corrections }),
    committeeId: (known.committees.get(document.committeeKey) as { id: number }).id,
    people: knownPeople(known, document.people) as number[],
    cases: document.cases.map(() => cases.next().value as number),
  }));
}

function isEnough(known: Known | undefined, works: Work[]): known is Known {
  return (
    known !== undefined &&
    works.every(({ document }) => {
      const committee = known.committees.get(document.committeeKey);
      return (
        committee !== undefined &&
        isKnownTerm(known, committee.id, document.term) &&
        knownPeople(known, document.people) !== null
      );
    })
  );
}

/** Makes what the documents name and nobody knew. One import at a time does so in a municipality, until it is committed. */
async function learn(trx: Database, ids: Ids, works: Work[]): Promise<Known> {
  const municipalityId = await findOrMakeMunicipality(trx, (works[0] as Work).municipality);
  await sql`select pg_advisory_xact_lock(7274002, ${municipalityId})`.execute(trx);
  const known = await loadKnown(trx, municipalityId);
  for (const { document } of works) {
    const committee = await findOrMakeCommittee(trx, known, ids, document.committee);
    await noteTerm(trx, known, committee, document.term);
    await makePeople(trx, known, ids, document.people);
  }
  return known;
}
