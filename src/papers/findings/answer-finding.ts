import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { lockPaper } from "../edit-paper.ts";
import { mayEdit, mayRead } from "../policy.ts";
import { isId } from "../queries.ts";
import { listFindings } from "./findings.ts";

/** `gone`: no such paper, or not for this person. `settled`: the text says it no longer, or the figure has been changed. */
export type AnswerResult = { ok: true } | { ok: false; reason: "gone" | "forbidden" | "settled" | "reason-missing" };

type Answer = { municipalityId: number; paperId: number; key: string };

/** Leaves a finding as it stands, with the reason. A later answer takes the place of an earlier one. */
export async function answerFinding(
  db: Database,
  actor: Actor,
  { municipalityId, paperId, key, reason }: Answer & { reason: string },
): Promise<AnswerResult> {
  const said = reason.trim().slice(0, 2000);
  return change(db, actor, { municipalityId, paperId, key }, async (tx) => {
    if (said.length < 3) return { ok: false, reason: "reason-missing" };
    const finding = (await listFindings(tx, municipalityId, paperId)).find((finding) => finding.key === key);
    if (!finding) return { ok: false, reason: "settled" };
    // Sent twice: nothing new was said.
    if (finding.answer?.reason === said) return { ok: true };
    const values = { claim: finding.claim, reason: said, answered_by: actor.userId, answered_by_name: actor.name };
    await tx
      .insertInto("finding_answer")
      .values({ municipality_id: municipalityId, paper_id: paperId, finding_key: key, ...values })
      .onConflict((conflict) =>
        conflict
          .columns(["municipality_id", "paper_id", "finding_key"])
          .doUpdateSet({ ...values, answered_at: new Date() }),
      )
      .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "paper.finding-answered",
      subject: `paper:${paperId}`,
      details: { claim: finding.claim, reason: said },
    });
    return { ok: true };
  });
}

/** Takes an answer back: the finding is open again. */
export async function reopenFinding(db: Database, actor: Actor, answer: Answer): Promise<AnswerResult> {
  const { municipalityId, paperId, key } = answer;
  return change(db, actor, answer, async (tx) => {
    const gone = await tx
      .deleteFrom("finding_answer")
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", paperId)
      .where("finding_key", "=", key)
      .returning("claim")
      .executeTakeFirst();
    if (gone)
      await writeAudit(tx, actor, municipalityId, {
        action: "paper.finding-reopened",
        subject: `paper:${paperId}`,
        details: { claim: gone.claim },
      });
    return { ok: true };
  });
}

async function change(
  db: Database,
  actor: Actor,
  { municipalityId, paperId }: Answer,
  write: (tx: Transaction<Schema>) => Promise<AnswerResult>,
): Promise<AnswerResult> {
  if (!isId(paperId)) return { ok: false, reason: "gone" };
  return db.transaction().execute(async (tx): Promise<AnswerResult> => {
    const facts = await lockPaper(tx, municipalityId, paperId, actor.userId);
    if (!facts || !mayRead(actor, facts)) return { ok: false, reason: "gone" };
    if (!mayEdit(actor, facts)) return { ok: false, reason: "forbidden" };
    return write(tx);
  });
}
