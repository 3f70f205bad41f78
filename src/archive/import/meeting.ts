import type { Database } from "#database/connect.ts";
import { type Correction, sumOf } from "../corrections/correction.ts";
import type { Ids } from "./ids.ts";
import { itemNumber } from "./overlap.ts";
import { choosePlace, findDocuments, lockSittings, makeSittings } from "./place.ts";
import { planItems } from "./plan-items.ts";
import type { PreparedDocument } from "./prepare.ts";
import { findStoredItems, orderItems, removeAttendance, removeItems, updateMeeting } from "./stored-items.ts";

/** A document with whom and what it names; `people` and `cases` stand beside its own lists. */
export type Named = {
  document: PreparedDocument & { date: string };
  bytes: Uint8Array;
  corrections?: Correction[];
  committeeId: number;
  people: number[];
  cases: number[];
};

/** Where a document is to be written. */
export type Settled = {
  meetingId: number;
  documentId: number;
  revision: number;
  /** Beside the document's items; null for one that the meeting's minutes already tell. */
  itemIds: (number | null)[];
  slugs: string[];
  writeAttendance: boolean;
  /** To be called when the items are written. */
  afterwards?: () => Promise<void>;
};

/** Makes the meetings that nobody has made yet; null beside a document whose meeting is known. */
export async function settleNewMeetings(
  db: Database,
  municipalityId: number,
  ids: Ids,
  named: Named[],
): Promise<(Settled | null)[]> {
  const made = await makeSittings(db, municipalityId, ids, named);
  return Promise.all(
    named.map(async ({ document }, at) => {
      const meetingId = made[at] ?? null;
      if (meetingId === null) return null;
      const items = keysOf(document);
      const [documentId, ...itemIds] = (await ids.take(1 + items.length)) as [number, ...number[]];
      const { slugs } = planItems({ kind: document.kind, documentId: null, items }, []);
      return { meetingId, documentId, revision: 1, itemIds, slugs, writeAttendance: true };
    }),
  );
}

/** Finds or makes the meetings, and clears the place of what the documents replace; one after the other. */
export async function settleMeetings(
  db: Database,
  municipalityId: number,
  ids: Ids,
  named: Named[],
): Promise<(Settled | "unchanged")[]> {
  const settled: (Settled | "unchanged")[] = [];
  const fresh = await settleNewMeetings(db, municipalityId, ids, named);
  for (const [at, one] of named.entries()) settled.push(fresh[at] ?? (await settleKnown(db, municipalityId, ids, one)));
  return settled;
}

async function settleKnown(
  db: Database,
  municipalityId: number,
  ids: Ids,
  { document, committeeId, corrections }: Named,
): Promise<Settled | "unchanged"> {
  const keys = keysOf(document);
  const sittings = await lockSittings(db, municipalityId, committeeId, document.date);
  const documents = await findDocuments(
    db,
    municipalityId,
    sittings.map(({ id }) => id),
  );
  const incoming = {
    kind: document.kind,
    sha256: document.sha256,
    startTime: document.startTime,
    items: keys,
    ...(corrections && { corrections: sumOf(corrections) }),
  };
  const place = choosePlace(incoming, sittings, documents);
  if (place.unchanged) return "unchanged";
  const next = Math.max(...sittings.map(({ sitting }) => sitting)) + 1;
  const meetingId =
    place.meetingId ?? ((await makeSittings(db, municipalityId, ids, [{ document, committeeId }], next))[0] as number);

  const stored = await findStoredItems(db, municipalityId, meetingId);
  const plan = planItems({ kind: document.kind, documentId: place.document?.id ?? null, items: keys }, stored);
  await removeItems(db, municipalityId, plan.remove);
  const fresh = await ids.take(plan.ids.filter((id) => id === "new").length);
  const { listKept } = await updateMeeting(db, municipalityId, meetingId, document);
  const others = documents.filter((other) => other.meetingId === meetingId && other.id !== place.document?.id);
  const writeAttendance = !listKept && document.hasParticipants;
  if (writeAttendance) await removeAttendance(db, municipalityId, meetingId);
  return {
    meetingId,
    documentId: place.document?.id ?? ((await ids.take(1))[0] as number),
    revision: (place.document?.revision ?? 0) + 1,
    itemIds: plan.ids.map((id) => (id === "new" ? (fresh.shift() as number) : id)),
    slugs: plan.slugs,
    writeAttendance,
    ...(others.length > 0 && { afterwards: () => orderItems(db, municipalityId, meetingId) }),
  };
}

function keysOf({ items }: PreparedDocument) {
  return items.map(({ number, titleKey, slug }) => ({ number: itemNumber(number), titleKey, slug }));
}
