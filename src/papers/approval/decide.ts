import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { ApprovalState } from "#database/schema-papers.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { keepSnapshot } from "../snapshots.ts";
import {
  type ApprovalResult,
  changePaper,
  type LockedPaper,
  noteApproval,
  type PaperPlace,
  setState,
} from "./change-paper.ts";
import { decidesAs, mayMoveOn } from "./policy.ts";
import { remindOfPaper } from "./reminders.ts";
import { type ApprovalStep, currentStep } from "./steps.ts";

/** The step that the form's sender saw waiting. */
export type SeenStep = { round: number; position: number };

/**
 * Says yes to a paper as it was `seen`: the next step's turn, and after the last the paper is ready for an agenda. Of two
 * who say yes at once the other is told; a deputy's yes says for whom.
 */
export async function approveStep(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  step: SeenStep & { seen: string },
  remark: string | null,
): Promise<ApprovalResult> {
  return changePaper(db, actor, place, async (tx, paper) => {
    const turn = takeTurn(actor, paper, step, "approved");
    if (!("person" in turn)) return turn;
    if (step.seen !== paper.mark) return { ok: false, reason: "changed" };
    const snapshot = await keepSnapshot(tx, actor, place.municipalityId, place.paperId, "approved");
    await close(tx, actor, paper, turn, "approved", remark, snapshot);
    return passOn(tx, actor, paper, turn, "paper.approved");
  });
}

/** Sends a paper back to be written anew, with the reason; the steps after this one are dropped. */
export async function returnPaper(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  step: SeenStep,
  reason: string,
): Promise<ApprovalResult> {
  return changePaper(db, actor, place, async (tx, paper) => {
    const turn = takeTurn(actor, paper, step, "returned");
    if (!("person" in turn)) return turn;
    const snapshot = await keepSnapshot(tx, actor, place.municipalityId, place.paperId, "returned");
    await close(tx, actor, paper, turn, "returned", reason, snapshot);
    await dropRest(tx, paper);
    await setState(tx, paper.facts, "draft");
    await noteApproval(tx, actor, paper.facts, "paper.returned", detailsOf(turn));
    await remindOfPaper(tx, place);
    return { ok: true };
  });
}

/** Sends a step on without a yes because somebody is away: the secretary's, with a reason that stays with the paper. */
export async function moveOn(
  db: Database,
  actor: Actor,
  place: PaperPlace,
  step: SeenStep,
  reason: string,
): Promise<ApprovalResult> {
  return changePaper(db, actor, place, async (tx, paper) => {
    const waiting = findWaiting(actor, paper, step, "skipped");
    if (!("step" in waiting)) return waiting;
    if (!mayMoveOn(actor, paper.facts)) return { ok: false, reason: "forbidden" };
    const turn = { step: waiting.step, person: actor };
    await close(tx, actor, paper, turn, "skipped", reason, null);
    return passOn(tx, actor, paper, turn, "paper.sent-on");
  });
}

/** A step that the actor may decide. `person`: in whose place, themself or another. */
type Turn = { step: ApprovalStep; person: Actor };

function takeTurn(actor: Actor, paper: LockedPaper, seen: SeenStep, wanted: ApprovalState): Turn | ApprovalResult {
  const waiting = findWaiting(actor, paper, seen, wanted);
  if (!("step" in waiting)) return waiting;
  const person = decidesAs(paper.persons, paper.facts, waiting.step);
  return person ? { step: waiting.step, person } : { ok: false, reason: "forbidden" };
}

/** The step when it is still its turn; else what has come of it. The same form sent twice has had its way. */
function findWaiting(
  actor: Actor,
  { facts, rounds }: LockedPaper,
  seen: SeenStep,
  wanted: ApprovalState,
): { step: ApprovalStep } | ApprovalResult {
  const step = rounds.find(({ number }) => number === seen.round)?.steps.find((one) => one.position === seen.position);
  if (!step || step.position === 0) return { ok: false, reason: "changed" };
  if (step.decided) {
    if (step.decided.by === actor.userId && step.state === wanted) return { ok: true };
    return { ok: false, reason: "decided", by: step.decided.byName, at: step.decided.at, state: step.state };
  }
  if (facts.state !== "in-approval") return { ok: false, reason: "state" };
  return currentStep(rounds) === step ? { step } : { ok: false, reason: "changed" };
}

async function close(
  tx: Transaction<Schema>,
  actor: Actor,
  { facts }: LockedPaper,
  { step, person }: Turn,
  state: ApprovalState,
  comment: string | null,
  snapshot: number | null,
): Promise<void> {
  await tx
    .updateTable("approval")
    .set({
      state,
      comment: comment || null,
      decided_at: new Date(),
      decided_by: actor.userId,
      decided_by_name: actor.name,
      deputy_for: person.userId === actor.userId ? null : person.name,
      snapshot,
    })
    .where("municipality_id", "=", facts.municipalityId)
    .where("paper_id", "=", facts.id)
    .where("round", "=", step.round)
    .where("position", "=", step.position)
    .execute();
}

/** Gives the turn to the next step; after the last the paper is ready. */
async function passOn(
  tx: Transaction<Schema>,
  actor: Actor,
  { facts, rounds }: LockedPaper,
  turn: Turn,
  action: string,
): Promise<ApprovalResult> {
  const isLast = rounds[0]?.steps.at(-1) === turn.step;
  await setState(tx, facts, isLast ? "ready" : "in-approval");
  await noteApproval(tx, actor, facts, action, detailsOf(turn));
  if (!isLast) await remindOfPaper(tx, { municipalityId: facts.municipalityId, paperId: facts.id });
  return { ok: true };
}

/** Steps that nobody will be asked any more. */
export async function dropRest(tx: Transaction<Schema>, { facts }: LockedPaper): Promise<void> {
  await tx
    .updateTable("approval")
    .set({ state: "dropped" })
    .where("municipality_id", "=", facts.municipalityId)
    .where("paper_id", "=", facts.id)
    .where("state", "=", "waiting")
    .execute();
}

const detailsOf = ({ step, person }: Turn) => ({
  round: step.round,
  step: step.position,
  role: step.role,
  person: person.userId,
});
