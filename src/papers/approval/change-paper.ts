import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { ApprovalState, PaperState } from "#database/schema-papers.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { lockPaper } from "../edit-paper.ts";
import type { PaperFacts } from "../paper.ts";
import { mayRead } from "../policy.ts";
import { isId } from "../queries.ts";
import { listRounds, paperMark } from "./approval-queries.ts";
import { listPersonsActedFor } from "./deputy-queries.ts";
import type { Round } from "./steps.ts";

export type PaperPlace = { municipalityId: number; paperId: number };

/**
 * `unknown`: not there, or not for the actor to know of. `changed`: the paper is not as the form's sender saw it.
 * `state`: it is not where this can be done. `decided`: somebody else was first.
 */
export type ApprovalResult =
  | { ok: true }
  | { ok: false; reason: "unknown" | "forbidden" | "changed" | "state" }
  | { ok: false; reason: "decided"; by: string; at: Date; state: ApprovalState };

/** A paper that nobody else can change meanwhile. `persons`: the actor, and those they act for today. */
export type LockedPaper = { facts: PaperFacts; mark: string; rounds: Round[]; persons: Actor[] };

/** One transaction around a change of a paper's way through approval; `unknown` to whoever may not read the paper. */
export async function changePaper(
  db: Database,
  actor: Actor,
  { municipalityId, paperId }: PaperPlace,
  change: (tx: Transaction<Schema>, paper: LockedPaper) => Promise<ApprovalResult>,
): Promise<ApprovalResult> {
  if (!isId(paperId)) return { ok: false, reason: "unknown" };
  return db.transaction().execute(async (tx) => {
    const facts = await lockPaper(tx, municipalityId, paperId, actor.userId);
    if (!facts || !mayRead(actor, facts)) return { ok: false, reason: "unknown" };
    const { mark } = await tx
      .selectFrom("paper")
      .select(paperMark.as("mark"))
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", paperId)
      .executeTakeFirstOrThrow();
    const rounds = await listRounds(tx, municipalityId, paperId);
    const persons = await listPersonsActedFor(tx, actor, municipalityId);
    return change(tx, { facts, mark, rounds, persons });
  });
}

/** Gives a paper its next state and raises its version. */
export async function setState(tx: Transaction<Schema>, facts: PaperFacts, state: PaperState): Promise<void> {
  await tx
    .updateTable("paper")
    .set({ state, version: sql`version + 1`, updated_at: sql`current_timestamp` })
    .where("municipality_id", "=", facts.municipalityId)
    .where("id", "=", facts.id)
    .execute();
}

/** What happened on the way through approval, in the protocol of actions. */
export async function noteApproval(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, id }: PaperFacts,
  action: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await writeAudit(tx, actor, municipalityId, { action, subject: `paper:${id}`, details });
}
