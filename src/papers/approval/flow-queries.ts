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

export type CommitteeFlow = {
  committeeId: number;
  committee: { slug: string; name: string };
  steps: FlowStep[];
  own: boolean;
};

/** The flow of every committee that still meets, by name. */
export async function listFlows(db: Database, municipalityId: number): Promise<CommitteeFlow[]> {
  const rows = await db
    .selectFrom("committee")
    .leftJoin("approval_flow_step as step", (join) =>
      join
        .onRef("step.municipality_id", "=", "committee.municipality_id")
        .onRef("step.committee_id", "=", "committee.id"),
    )
    .select(["committee.id", "committee.slug", "committee.name", "step.role", "step.days"])
    .where("committee.municipality_id", "=", municipalityId)
    .where("committee.successor_id", "is", null)
    .orderBy("committee.name")
    .orderBy("step.position")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].map(([committeeId, own]) => {
    const steps = own.flatMap(({ role, days }) =>
      role === null || days === null ? [] : [{ role: role as ApproverRole, days }],
    );
    const { slug = "", name = "" } = own[0] ?? {};
    return {
      committeeId,
      committee: { slug, name },
      steps: steps.length > 0 ? steps : defaultFlow,
      own: steps.length > 0,
    };
  });
}
