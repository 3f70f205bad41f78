import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { AgendaDocument, AgendaItem } from "#documents/model.ts";

type Place = { municipalityId: number; committeeId: number };
type Tx = Transaction<Schema>;

/** Ids of the meeting, and of the items by the ids they had in the documents. */
export type Stored = { meetingId: number; items: Map<number, number> };

const by = { name: "Eksempel", id: "example" };

/**
 * Puts an agenda and its addenda in as if they had been sent: for the example and for tests. Items and attachments carry ids
 * of the caller's choice; an attachment's `sha256` is the text that stands in its file.
 */
export async function storeSent(db: Database, place: Place, documents: AgendaDocument[]): Promise<Stored> {
  return db.transaction().execute(async (tx) => {
    const last = documents.at(-1);
    if (!last) throw new Error("nothing was sent");
    const meetingId = await storeMeeting(tx, place, last);
    const at = { municipality_id: place.municipalityId, planned_meeting_id: meetingId };
    const items = new Map<number, number>();
    const papers = new Map<number, number>();
    for (const [position, item] of last.items.entries()) {
      const paper = item.kind === "paper" ? await storePaper(tx, place, item) : null;
      if (paper !== null) papers.set(item.id, paper);
      items.set(item.id, await storeItem(tx, at, item, position, paper));
    }
    for (const document of documents) {
      const content = { ...document, items: document.items.map((item) => renamed(item, items, papers)) };
      await storeFiles(tx, place.municipalityId, document.items);
      await storeDispatch(tx, at, content);
    }
    return { meetingId, items };
  });
}

const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");

function renamed(item: AgendaItem, items: Map<number, number>, papers: Map<number, number>): AgendaItem {
  const attachments = item.attachments.map((attachment) => ({
    ...attachment,
    paperId: papers.get(item.id) ?? 0,
    sha256: sumOf(attachment.sha256),
  }));
  return { ...item, id: items.get(item.id) as number, attachments };
}

async function storeMeeting(tx: Tx, { municipalityId, committeeId }: Place, agenda: AgendaDocument): Promise<number> {
  const { id } = await tx
    .insertInto("planned_meeting")
    .values({
      municipality_id: municipalityId,
      committee_id: committeeId,
      held_on: agenda.date,
      start_time: agenda.start,
      end_time: agenda.end,
      place: agenda.place,
      extraordinary: agenda.extraordinary,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("agenda")
    .values({ municipality_id: municipalityId, planned_meeting_id: id, state: "dispatched" })
    .execute();
  return id;
}

async function storePaper(tx: Tx, { municipalityId, committeeId }: Place, item: AgendaItem): Promise<number> {
  const { id } = await tx
    .insertInto("paper")
    .values({
      municipality_id: municipalityId,
      committee_id: committeeId,
      reference: item.reference ?? "",
      reference_key: (item.reference ?? "").toLowerCase(),
      title: item.title,
      responsible_id: by.id,
      responsible_name: by.name,
      closed: item.closed,
      closed_ground: item.closedGround,
      state: "dispatched",
      created_by: by.id,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const of = { municipality_id: municipalityId, paper_id: id };
  const sections = item.sections.map(({ role, heading, body }, index) => {
    return { ...of, id: index + 1, position: index + 1, role, heading, body: JSON.stringify(body) };
  });
  if (sections.length > 0) await tx.insertInto("paper_section").values(sections).execute();
  const points = item.recommendations.map(({ number, text }) => ({
    ...of,
    position: number,
    text,
    committee_id: null,
  }));
  if (points.length > 0) await tx.insertInto("paper_recommendation").values(points).execute();
  await storeFiles(tx, municipalityId, [item]);
  const attachments = item.attachments.map(({ id, name, closed, sha256 }, index) => {
    const file = { file_name: `${name}.txt`, sha256: sumOf(sha256) };
    return { ...of, id, position: index + 1, name, ...file, closed, added_by: by.id };
  });
  if (attachments.length > 0) await tx.insertInto("paper_attachment").values(attachments).execute();
  return id;
}

async function storeItem(
  tx: Tx,
  at: { municipality_id: number; planned_meeting_id: number },
  item: AgendaItem,
  position: number,
  paper: number | null,
): Promise<number> {
  const { id } = await tx
    .insertInto("agenda_item")
    .values({
      ...at,
      position,
      kind: item.kind,
      paper_id: paper,
      title: item.title,
      text: item.text,
      number: item.number,
      closed: item.closed,
      closed_ground: item.closedGround,
      starts_at: item.startsAt,
      minutes: item.minutes,
      late_reason: item.lateReason,
      came_with: item.cameWith,
      withdrawn_with: item.withdrawn?.with ?? null,
      withdrawn_reason: item.withdrawn?.reason ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const guests = item.guests.map(({ name, from, until }, position) => {
    return {
      municipality_id: at.municipality_id,
      agenda_item_id: id,
      position,
      name,
      from_time: from,
      until_time: until,
    };
  });
  if (guests.length > 0) await tx.insertInto("agenda_guest").values(guests).execute();
  return id;
}

async function storeFiles(tx: Tx, municipalityId: number, items: AgendaItem[]): Promise<void> {
  const files = items.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256));
  if (files.length === 0) return;
  await tx
    .insertInto("stored_file")
    .values(
      files.map((text) => ({
        municipality_id: municipalityId,
        sha256: sumOf(text),
        media_type: "text/plain",
        size: Buffer.byteLength(text),
        content: Buffer.from(text),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function storeDispatch(
  tx: Tx,
  at: { municipality_id: number; planned_meeting_id: number },
  content: AgendaDocument,
): Promise<void> {
  await tx
    .insertInto("dispatch")
    .values({
      ...at,
      number: content.dispatchNumber,
      deadline_on: content.deadline,
      late: false,
      content: JSON.stringify(content),
      dispatched_by: by.id,
      dispatched_by_name: by.name,
      ...(content.dispatchedAt !== null && { dispatched_at: new Date(content.dispatchedAt) }),
    })
    .execute();
}
