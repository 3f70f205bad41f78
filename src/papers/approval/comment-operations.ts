import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { isId } from "../queries.ts";
import { type ApprovalResult, changePaper, noteApproval, type PaperPlace } from "./change-paper.ts";

/** `sectionId` null: about the paper as a whole. */
export const commentShape = z.object({
  sectionId: z.number().int().positive().nullable(),
  text: z.string().trim().min(1).max(4000),
});

/**
 * Adds a comment to a paper that has not been sent out: for everybody who may read it as it is being written, and for
 * nobody else; it is no part of the paper. The same words again while the first stand open are one comment.
 */
export async function addComment(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  { sectionId, text }: z.infer<typeof commentShape>,
): Promise<ApprovalResult> {
  return changePaper(db, actor, place, async (tx, { facts }) => {
    if (!["draft", "in-approval", "ready"].includes(facts.state)) return { ok: false, reason: "state" };
    const ofPaper = { municipality_id: facts.municipalityId, paper_id: facts.id };
    if (sectionId !== null) {
      const section = await tx
        .selectFrom("paper_section")
        .select("id")
        .where("municipality_id", "=", facts.municipalityId)
        .where("paper_id", "=", facts.id)
        .where("id", "=", sectionId)
        .executeTakeFirst();
      if (!section) return { ok: false, reason: "unknown" };
    }
    const there = await tx
      .selectFrom("paper_comment")
      .select(["id", "written_by", "text", "section_id", "settled_at"])
      .where("municipality_id", "=", facts.municipalityId)
      .where("paper_id", "=", facts.id)
      .execute();
    const isTwice = there.some(
      (one) => one.written_by === actor.userId && one.text === text && one.section_id === sectionId && !one.settled_at,
    );
    if (isTwice) return { ok: true };
    const id = Math.max(0, ...there.map((one) => one.id)) + 1;
    await tx
      .insertInto("paper_comment")
      .values({
        ...ofPaper,
        id,
        section_id: sectionId,
        text,
        written_by: actor.userId,
        written_by_name: actor.name,
        settled_at: null,
        settled_by_name: null,
      })
      .execute();
    await noteApproval(tx, actor, facts, "comment.written", { comment: id, section: sectionId });
    return { ok: true };
  });
}

/** Marks a comment as dealt with; anybody who may read the paper can. Twice is once, whoever was first. */
export async function settleComment(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  id: number,
): Promise<ApprovalResult> {
  if (!isId(id)) return { ok: false, reason: "unknown" };
  return changePaper(db, actor, place, async (tx, { facts }) => {
    const comment = await tx
      .selectFrom("paper_comment")
      .select("settled_at")
      .where("municipality_id", "=", facts.municipalityId)
      .where("paper_id", "=", facts.id)
      .where("id", "=", id)
      .executeTakeFirst();
    if (!comment) return { ok: false, reason: "unknown" };
    if (comment.settled_at) return { ok: true };
    await tx
      .updateTable("paper_comment")
      .set({ settled_at: new Date(), settled_by_name: actor.name })
      .where("municipality_id", "=", facts.municipalityId)
      .where("paper_id", "=", facts.id)
      .where("id", "=", id)
      .execute();
    await noteApproval(tx, actor, facts, "comment.settled", { comment: id });
    return { ok: true };
  });
}
