import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { findFlow } from "./flow-queries.ts";
import { mayKeepFlow } from "./policy.ts";
import type { FlowStep } from "./steps.ts";

type Place = { municipalityId: number; committeeId: number };

/** A flow in few letters, for a form to say which one it was made from: "head:5 director:3". */
export const flowMark = (steps: FlowStep[]): string => steps.map(({ role, days }) => `${role}:${days}`).join(" ");

/**
 * Sets who must approve a committee's papers; no step at all: the default flow. Papers that are on their way keep the
 * steps they were sent with. `seen`: the mark of the flow that the form was made from; `changed`: somebody else set
 * another meanwhile.
 */
export async function setFlow(
  db: Database,
  actor: Actor,
  { municipalityId, committeeId }: Place,
  steps: FlowStep[],
  seen: string,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "changed" }> {
  if (!mayKeepFlow(actor, { municipalityId, committeeId })) return { ok: false, reason: "forbidden" };
  return db.transaction().execute(async (tx) => {
    await tx
      .selectFrom("committee")
      .select("id")
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", committeeId)
      .forNoKeyUpdate()
      .execute();
    const now = await findFlow(tx, municipalityId, committeeId);
    if (flowMark(now.steps) === flowMark(steps) && now.own) return { ok: true } as const;
    if (flowMark(now.steps) !== seen) return { ok: false, reason: "changed" } as const;
    await tx
      .deleteFrom("approval_flow_step")
      .where("municipality_id", "=", municipalityId)
      .where("committee_id", "=", committeeId)
      .execute();
    if (steps.length > 0)
      await tx
        .insertInto("approval_flow_step")
        .values(
          steps.map(({ role, days }, index) => ({
            municipality_id: municipalityId,
            committee_id: committeeId,
            position: index + 1,
            role,
            days,
          })),
        )
        .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "flow.set",
      subject: `committee:${committeeId}`,
      details: { steps: flowMark(steps) },
    });
    return { ok: true } as const;
  });
}
