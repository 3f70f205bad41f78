import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { hasRole } from "#identity/actor.ts";
import type { PaperFacts } from "./paper.ts";
import { type EditResult, editPaper, type SeenPaper } from "./edit-paper.ts";

/** What a body decided, in its own words. */
export const treatmentResultShape = z.string().trim().min(3).max(4000);

/** The step that the paper has come to: the first that no body has treated. */
export const nextStep = <S extends { treatedAt: Date | null }>(path: readonly S[]): S | undefined =>
  path.find(({ treatedAt }) => treatedAt === null);

/** Writes in what a body decided on a paper that was sent to it: that body's secretary. */
export const mayDecideHere = (actor: Actor, paper: PaperFacts, committeeId: number): boolean =>
  paper.state === "dispatched" &&
  paper.dispatchedTo.some((sent) => sent.committeeId === committeeId) &&
  hasRole(actor, { municipalityId: paper.municipalityId, committeeId }, ["secretary"]);

/**
 * Notes what the next body on the path decided: the bodies after it read it with the paper. The paper is ready for the
 * next body then, and finished where the path ends. `not-sent`: it has not been sent out with that body's agenda.
 */
export async function recordTreatment(
  db: Database,
  actor: Actor,
  seen: SeenPaper,
  position: number,
  result: string,
): Promise<EditResult<"not-sent">> {
  const { municipalityId, id } = seen;
  const steps = (tx: Database) =>
    tx
      .selectFrom("consultation")
      .select(["position", "committee_id as committeeId", "treated_at as treatedAt", "result"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", id)
      .orderBy("position")
      .execute();
  return editPaper<"not-sent">(db, actor, seen, {
    // Asked of the step's body below; here only of those who can at all.
    may: (actor, { state, committeeId, pathCommittees }) =>
      state === "dispatched" &&
      [committeeId, ...pathCommittees].some((committeeId) =>
        hasRole(actor, { municipalityId, committeeId }, ["secretary"]),
      ),
    isSame: async (tx) => (await steps(tx)).some((step) => step.position === position && step.result === result),
    async write(tx, facts) {
      const path = await steps(tx);
      const next = nextStep(path);
      if (next?.position !== position || !mayDecideHere(actor, facts, next.committeeId)) return { reason: "not-sent" };
      await tx
        .updateTable("consultation")
        .set({ treated_at: new Date(), result })
        .where("municipality_id", "=", municipalityId)
        .where("paper_id", "=", id)
        .where("position", "=", position)
        .execute();
      const isLast = next === path.at(-1);
      await tx
        .updateTable("paper")
        .set({ state: isLast ? "finished" : "ready" })
        .where("municipality_id", "=", municipalityId)
        .where("id", "=", id)
        .execute();
      return { action: "paper.treated", details: { committee: next.committeeId, finished: isLast } };
    },
  });
}
