import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { maySubmit } from "../policy.ts";
import { keepSnapshot } from "../snapshots.ts";
import { listApprovers } from "./approval-queries.ts";
import { type ApprovalResult, changePaper, noteApproval, type PaperPlace, setState } from "./change-paper.ts";
import { dropRest } from "./decide.ts";
import { findFlow } from "./flow-queries.ts";
import { remindOfPaper } from "./reminders.ts";

/**
 * `seen`: the paper's mark on the page the form stood on. `persons`: whom each step is sent to, by the step's place in the
 * flow from 0; null or left out: whoever has the role. `remark`: a word to those who approve.
 */
export type Submission = { seen: string; persons: (string | null)[]; remark: string | null };

/**
 * Sends a draft to approval: a new round of steps by the committee's flow, and a snapshot of what was sent. A person who
 * does not hold the step's role is left out, so that the step waits for whoever does. Sending twice is sending once.
 */
export async function submitPaper(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  { seen, persons, remark }: Submission,
): Promise<ApprovalResult> {
  return changePaper(db, actor, place, async (tx, paper) => {
    const { facts, mark, rounds } = paper;
    const sent = rounds[0]?.steps[0];
    if (facts.state === "in-approval" && sent?.decided?.by === actor.userId) return { ok: true };
    if (facts.state !== "draft") return { ok: false, reason: "state" };
    if (!maySubmit(actor, facts)) return { ok: false, reason: "forbidden" };
    if (seen !== mark) return { ok: false, reason: "changed" };

    const { municipalityId, committeeId } = facts;
    const flow = await findFlow(tx, municipalityId, committeeId);
    const approvers = await listApprovers(tx, municipalityId, committeeId);
    const round = (rounds[0]?.number ?? 0) + 1;
    await dropRest(tx, paper);
    const snapshot = await keepSnapshot(tx, actor, place.municipalityId, place.paperId, "submitted");
    const ofRound = { municipality_id: municipalityId, paper_id: facts.id, round };
    await tx
      .insertInto("approval")
      .values([
        {
          ...ofRound,
          position: 0,
          role: "writer",
          person_id: null,
          person_name: null,
          state: "approved",
          comment: remark || null,
          decided_at: new Date(),
          decided_by: actor.userId,
          decided_by_name: actor.name,
          deputy_for: null,
          snapshot,
        },
        ...flow.steps.map(({ role, days }, index) => {
          const person = approvers.find((one) => one.role === role && one.userId === persons[index]);
          return {
            ...ofRound,
            position: index + 1,
            role,
            days,
            person_id: person?.userId ?? null,
            person_name: person?.name ?? null,
            state: "waiting" as const,
            comment: null,
            decided_at: null,
            decided_by: null,
            decided_by_name: null,
            deputy_for: null,
            snapshot: null,
          };
        }),
      ])
      .execute();
    await setState(tx, facts, "in-approval");
    await noteApproval(tx, actor, facts, "paper.submitted", { round, snapshot });
    await remindOfPaper(tx, place);
    return { ok: true };
  });
}
