import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import { type ApproverRole, defaultFlow, type FlowStep } from "./steps.ts";

/** Who must approve a committee's papers. `own` is false while the committee follows the default. */
export async function findFlow(
  db: Database | Transaction<Schema>,
  municipalityId: number,
  committeeId: number,
): Promise<{ steps: FlowStep[]; own: boolean }> {
  const rows = await db
    .selectFrom("approval_flow_step")
    .select(["role", "days"])
    .where("municipality_id", "=", municipalityId)
    .where("committee_id", "=", committeeId)
    .orderBy("position")
    .execute();
  if (rows.length === 0) return { steps: defaultFlow, own: false };
  return { steps: rows.map(({ role, days }) => ({ role: role as ApproverRole, days })), own: true };
}
