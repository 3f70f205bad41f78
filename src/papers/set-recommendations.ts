import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { type EditResult, editPaper, type SeenPaper } from "./edit-paper.ts";
import { mayEdit } from "./policy.ts";
import { listRecommendations } from "./queries.ts";

/** The points of an Indstilling in order; `committeeId` null: for every body on the path. */
export const recommendationsShape = z
  .array(z.object({ text: z.string().trim().min(3).max(2000), committeeId: z.int32().positive().nullable() }))
  .max(40);

export type RecommendationInput = z.infer<typeof recommendationsShape>[number];

/** Writes the numbered points anew. `not-on-path`: one of them is for a body that does not treat the paper. */
export async function setRecommendations(
  db: Database,
  actor: Actor,
  seen: SeenPaper,
  points: RecommendationInput[],
): Promise<EditResult<"not-on-path">> {
  return editPaper<"not-on-path">(db, actor, seen, {
    may: mayEdit,
    async isSame(tx) {
      const there = await listRecommendations(tx, seen.municipalityId, seen.id);
      return isDeepStrictEqual(
        there.map(({ text, committeeId }) => ({ text, committeeId })),
        points.map(({ text, committeeId }) => ({ text, committeeId })),
      );
    },
    async write(tx, { pathCommittees }) {
      if (points.some(({ committeeId }) => committeeId !== null && !pathCommittees.includes(committeeId)))
        return { reason: "not-on-path" };
      await tx
        .deleteFrom("paper_recommendation")
        .where("municipality_id", "=", seen.municipalityId)
        .where("paper_id", "=", seen.id)
        .execute();
      if (points.length > 0)
        await tx
          .insertInto("paper_recommendation")
          .values(
            points.map(({ text, committeeId }, index) => ({
              municipality_id: seen.municipalityId,
              paper_id: seen.id,
              position: index + 1,
              text,
              committee_id: committeeId,
            })),
          )
          .execute();
      return { action: "paper.recommendations-set", details: { points: points.length } };
    },
  });
}
