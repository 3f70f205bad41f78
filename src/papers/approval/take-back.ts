import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { type ApprovalResult, changePaper, noteApproval, type PaperPlace, setState } from "./change-paper.ts";
import { dropRest } from "./decide.ts";
import { mayTakeBack } from "./policy.ts";

/**
 * Makes a paper that was sent to approval, or is ready, a draft again, so that it can be changed; it must then be approved
 * anew. Whoever had the turn need not do more. Taking back what was taken back already changes nothing.
 */
export async function takeBackPaper(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  round: number,
  reason: string,
): Promise<ApprovalResult> {
  return changePaper(db, actor, place, async (tx, paper) => {
    const { facts, rounds } = paper;
    const newest = rounds[0];
    const last = newest?.steps.at(-1);
    const taken = newest?.steps.find(({ state, decided }) => state === "dropped" && decided);
    if (newest?.number === round && taken?.decided) {
      if (taken.decided.by === actor.userId) return { ok: true };
      return { ok: false, reason: "decided", by: taken.decided.byName, at: taken.decided.at, state: "dropped" };
    }
    if (facts.state !== "in-approval" && facts.state !== "ready") return { ok: false, reason: "state" };
    if (!newest || !last || newest.number !== round) return { ok: false, reason: "changed" };
    if (!mayTakeBack(actor, facts)) return { ok: false, reason: "forbidden" };
    await dropRest(tx, paper);
    await tx
      .insertInto("approval")
      .values({
        municipality_id: facts.municipalityId,
        paper_id: facts.id,
        round,
        position: last.position + 1,
        role: "writer",
        person_id: null,
        person_name: null,
        state: "dropped",
        comment: reason,
        decided_at: new Date(),
        decided_by: actor.userId,
        decided_by_name: actor.name,
        deputy_for: null,
        snapshot: null,
      })
      .execute();
    await setState(tx, facts, "draft");
    await noteApproval(tx, actor, facts, "paper.taken-back", { round, from: facts.state });
    return { ok: true };
  });
}
