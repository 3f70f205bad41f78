import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { auditClosedRead } from "#identity/audit-closed-read.ts";
import { asAttachment, mayRead, mayReadDispatched } from "./policy.ts";
import { findPaper, isId } from "./queries.ts";

export type AttachmentFile = { fileName: string; mediaType: string; size: number; content: Buffer };

/**
 * The bytes of an attachment for whoever may read it: those who work on the paper, and those to whom it was sent with an
 * agenda that names it. Undefined for everybody else. That somebody reads a closed one is noted first.
 */
export async function openAttachment(
  db: Database,
  actor: Actor,
  municipalityId: number,
  paperId: number,
  attachmentId: number,
): Promise<AttachmentFile | undefined> {
  const paper = await findPaper(db, municipalityId, paperId, actor.userId);
  if (!paper || !isId(attachmentId)) return undefined;
  const file = await db
    .selectFrom("paper_attachment as file")
    .select(["file.sha256", "file.closed", "file.file_name as fileName"])
    .where("file.municipality_id", "=", municipalityId)
    .where("file.paper_id", "=", paperId)
    .where("file.id", "=", attachmentId)
    .executeTakeFirst();
  if (!file) return undefined;
  const facts = asAttachment(paper.facts, file.closed);
  if (!mayRead(actor, facts)) {
    const sent = await listDispatched(db, municipalityId, paperId, attachmentId);
    const isSent = paper.facts.dispatchedTo.some((to) => {
      const as = sent.filter(({ itemId }) => itemId === to.itemId);
      const attachment = { closed: file.closed || as.some(({ closed }) => closed) };
      return as.length > 0 && mayReadDispatched(actor, { ...paper.facts, dispatchedTo: [to] }, attachment);
    });
    if (!isSent) return undefined;
  }
  if (facts.closed || facts.dispatchedTo.some(({ closed }) => closed))
    await auditClosedRead(db, actor, municipalityId, [`paper:${paperId}/attachment:${attachmentId}`]);
  return db
    .selectFrom("stored_file")
    .select([sql<string>`${file.fileName}`.as("fileName"), "media_type as mediaType", "size", "content"])
    .where("municipality_id", "=", municipalityId)
    .where("sha256", "=", file.sha256)
    .executeTakeFirstOrThrow();
}

/** The items of agendas that were sent out with the attachment, and whether it was closed there. */
async function listDispatched(
  db: Database,
  municipalityId: number,
  paperId: number,
  attachmentId: number,
): Promise<{ itemId: number; closed: boolean }[]> {
  const names = JSON.stringify({ items: [{ attachments: [{ paperId, id: attachmentId }] }] });
  const { rows } = await sql<{ itemId: number; closed: boolean }>`
    select (item ->> 'id')::bigint as "itemId", bool_or((file ->> 'closed')::boolean) as closed
    from dispatch,
      jsonb_array_elements(dispatch.content -> 'items') item,
      jsonb_array_elements(item -> 'attachments') file
    where dispatch.municipality_id = ${municipalityId}
      and dispatch.planned_meeting_id in (select planned_meeting_id from agenda_item
        where municipality_id = ${municipalityId} and paper_id = ${paperId})
      and dispatch.content @> ${names}::jsonb
      and (file ->> 'paperId')::bigint = ${paperId} and (file ->> 'id')::bigint = ${attachmentId}
    group by 1`.execute(db);
  return rows;
}
