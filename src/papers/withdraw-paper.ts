import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { type EditResult, editPaper, type SeenPaper } from "./edit-paper.ts";
import { mayResume, mayWithdraw } from "./policy.ts";

/** Why a paper is taken back; those who work on it read it. */
export const withdrawalReasonShape = z.string().trim().min(3).max(500);

/**
 * Takes a paper back before it is sent out: what waits in its approval falls away. `on-agenda`: a meeting's agenda holds
 * it; it is taken off there first, so that nobody's agenda loses an item unseen.
 */
export async function withdrawPaper(
  db: Database,
  actor: Actor,
  seen: SeenPaper,
  reason: string,
): Promise<EditResult<"on-agenda">> {
  return editPaper<"on-agenda">(db, actor, seen, {
    may: (who, paper) => mayWithdraw(who, paper) || mayResume(who, paper),
    isSame: async (_tx, { state }) => state === "withdrawn",
    async write(tx) {
      const item = await tx
        .selectFrom("agenda_item")
        .select("id")
        .where("municipality_id", "=", seen.municipalityId)
        .where("paper_id", "=", seen.id)
        .where("came_with", "is", null)
        .executeTakeFirst();
      if (item) return { reason: "on-agenda" };
      await tx
        .updateTable("approval")
        .set({ state: "dropped" })
        .where("municipality_id", "=", seen.municipalityId)
        .where("paper_id", "=", seen.id)
        .where("state", "=", "waiting")
        .execute();
      await setState(tx, seen, "withdrawn");
      return { action: "paper.withdrawn", details: { reason } };
    },
  });
}

/** Takes up a withdrawn paper again, as a draft. */
export async function resumePaper(db: Database, actor: Actor, seen: SeenPaper): Promise<EditResult> {
  return editPaper(db, actor, seen, {
    may: mayResume,
    async write(tx) {
      await setState(tx, seen, "draft");
      return { action: "paper.resumed" };
    },
  });
}

async function setState(tx: Database, { municipalityId, id }: SeenPaper, state: "withdrawn" | "draft"): Promise<void> {
  await tx
    .updateTable("paper")
    .set({ state })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
}
