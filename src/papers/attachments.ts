import { createHash } from "node:crypto";
import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { attachmentKind, type KindFault, nameOfFile } from "./attachment-kind.ts";
import { type EditRefusal, type EditResult, editPaper, type PaperPlace, type SeenPaper } from "./edit-paper.ts";
import { mayEdit } from "./policy.ts";
import { isId, listAttachments } from "./queries.ts";

export const MOST_ATTACHMENTS = 100;

export type AddResult =
  | { ok: true; id: number; name: string }
  | EditRefusal
  | { ok: false; reason: KindFault | "too-many" };

/**
 * Adds a file at the end of a paper's attachments. It needs no version: what others do meanwhile is not in its way. The
 * same file under the same name is there once, however often it is sent.
 */
export async function addAttachment(
  db: Database,
  actor: Actor,
  { municipalityId, id: paperId }: PaperPlace,
  file: { name: string; bytes: Uint8Array; closed: boolean },
): Promise<AddResult> {
  if (!isId(paperId)) return { ok: false, reason: "unknown" };
  const kind = await attachmentKind(file.name, file.bytes);
  if (!kind.ok) return kind;
  const { mediaType, fileName } = kind;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  let added = { id: 0, name: nameOfFile(fileName) };
  const result = await editPaper<"too-many">(
    db,
    actor,
    { municipalityId, id: paperId },
    {
      may: mayEdit,
      async isSame(tx) {
        const there = await listAttachments(tx, municipalityId, paperId);
        const same = there.find((one) => one.sha256 === sha256 && one.fileName === fileName);
        if (same) added = same;
        return same !== undefined;
      },
      async write(tx) {
        const last = await tx
          .selectFrom("paper_attachment")
          .select(({ fn }) => [
            fn.max("id").as("id"),
            fn.max("position").as("position"),
            fn.countAll<number>().filterWhere("removed_at", "is", null).as("count"),
          ])
          .where("municipality_id", "=", municipalityId)
          .where("paper_id", "=", paperId)
          .executeTakeFirstOrThrow();
        if (last.count >= MOST_ATTACHMENTS) return { reason: "too-many" };
        await tx
          .insertInto("stored_file")
          .values({
            municipality_id: municipalityId,
            sha256,
            media_type: mediaType,
            size: file.bytes.length,
            content: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        added.id = (last.id ?? 0) + 1;
        await tx
          .insertInto("paper_attachment")
          .values({
            municipality_id: municipalityId,
            paper_id: paperId,
            id: added.id,
            position: (last.position ?? 0) + 1,
            name: added.name,
            file_name: fileName,
            sha256,
            closed: file.closed,
            added_by: actor.userId,
            removed_at: null,
          })
          .execute();
        return { action: "paper.attachment-added", details: { attachment: added.id, sha256, closed: file.closed } };
      },
    },
  );
  return result.ok ? { ok: true, id: added.id, name: added.name } : result;
}

/** How the attachments are to stand: in this order, with these names, open or closed. */
export const arrangementShape = z
  .array(
    z.object({
      id: z.number().int().positive(),
      name: z.string().trim().min(1).max(200),
      closed: z.boolean(),
    }),
  )
  .max(MOST_ATTACHMENTS);

export type Arrangement = z.infer<typeof arrangementShape>;

/** Puts attachments in order, names them, opens or closes them. Those the form does not name come after those it names. */
export async function arrangeAttachments(
  db: Database,
  actor: Actor,
  seen: SeenPaper,
  arrangement: Arrangement,
): Promise<EditResult> {
  const { municipalityId, id: paperId } = seen;
  const wanted = async (tx: Database) => {
    const there = await listAttachments(tx, municipalityId, paperId);
    const named = arrangement.flatMap((one) => (there.some(({ id }) => id === one.id) ? [one] : []));
    const rest = there.filter(({ id }) => !named.some((one) => one.id === id));
    return { there, order: [...named, ...rest.map(({ id, name, closed }) => ({ id, name, closed }))] };
  };
  return editPaper(db, actor, seen, {
    may: mayEdit,
    async isSame(tx) {
      const { there, order } = await wanted(tx);
      return there.every(({ id, name, closed }, index) => {
        const other = order[index];
        return other?.id === id && other.name === name && other.closed === closed;
      });
    },
    async write(tx) {
      const { there, order } = await wanted(tx);
      for (const [index, { id, name, closed }] of order.entries())
        await tx
          .updateTable("paper_attachment")
          .set({ position: index + 1, name, closed })
          .where("municipality_id", "=", municipalityId)
          .where("paper_id", "=", paperId)
          .where("id", "=", id)
          .execute();
      const closedNow = order.filter(({ id, closed }) => closed !== there.find((one) => one.id === id)?.closed);
      return {
        action: "paper.attachments-arranged",
        details: { order: order.map(({ id }) => id), closed: closedNow.map(({ id, closed }) => ({ id, closed })) },
      };
    },
  });
}

/** Takes an attachment off the paper. What was sent out or kept with it stays readable there. Twice is as once. */
export async function removeAttachment(
  db: Database,
  actor: Actor,
  { municipalityId, id: paperId }: PaperPlace,
  attachmentId: number,
): Promise<EditResult> {
  return editPaper(
    db,
    actor,
    { municipalityId, id: paperId },
    {
      may: mayEdit,
      isSame: async (tx) => (await listAttachments(tx, municipalityId, paperId)).every(({ id }) => id !== attachmentId),
      async write(tx) {
        await tx
          .updateTable("paper_attachment")
          .set({ removed_at: new Date() })
          .where("municipality_id", "=", municipalityId)
          .where("paper_id", "=", paperId)
          .where("id", "=", attachmentId)
          .execute();
        return { action: "paper.attachment-removed", details: { attachment: attachmentId } };
      },
    },
  );
}
