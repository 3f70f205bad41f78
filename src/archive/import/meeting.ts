import type { Database } from "#database/connect.ts";
import type { Ids } from "./ids.ts";
import { itemNumber } from "./overlap.ts";
import { choosePlace, findDocuments, lockSittings, makeSitting } from "./place.ts";
import { planItems } from "./plan-items.ts";
import type { PreparedDocument } from "./prepare.ts";
import { findStoredItems, orderItems, removeAttendance, removeItems, updateMeeting } from "./stored-items.ts";

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
  afterwards(): Promise<void>;
};

/** Finds or makes the meeting, and clears the place of what the document replaces. */
export async function settleMeeting(
  db: Database,
  municipalityId: number,
  ids: Ids,
  committeeId: number,
  document: PreparedDocument & { date: string },
): Promise<Settled | "unchanged"> {
  const keys = document.items.map(({ number, titleKey, slug }) => ({ number: itemNumber(number), titleKey, slug }));
  const first = await makeSitting(db, municipalityId, ids, committeeId, document, 1);
  if (first !== null) {
    const [documentId, ...itemIds] = (await ids.take(1 + keys.length)) as [number, ...number[]];
    const { slugs } = planItems({ kind: document.kind, documentId: null, items: keys }, []);
    return { meetingId: first, documentId, revision: 1, itemIds, slugs, writeAttendance: true, afterwards: nothing };
  }

  const sittings = await lockSittings(db, municipalityId, committeeId, document.date);
  const documents = await findDocuments(
    db,
    municipalityId,
    sittings.map(({ id }) => id),
  );
  const incoming = { kind: document.kind, sha256: document.sha256, startTime: document.startTime, items: keys };
  const place = choosePlace(incoming, sittings, documents);
  if (place.unchanged) return "unchanged";
  const next = Math.max(...sittings.map(({ sitting }) => sitting)) + 1;
  const meetingId =
    place.meetingId ?? ((await makeSitting(db, municipalityId, ids, committeeId, document, next)) as number);

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
    afterwards: others.length > 0 ? () => orderItems(db, municipalityId, meetingId) : nothing,
  };
}

async function nothing(): Promise<void> {}
