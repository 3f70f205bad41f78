import { z } from "zod";
import type { ApprovalState } from "#database/schema-papers.ts";
import type { Role } from "#identity/actor.ts";

/** Roles that can say yes to a paper. */
export const approverRoles = ["head", "director", "mayor", "secretary"] as const satisfies Role[];

export type ApproverRole = (typeof approverRoles)[number];

/** A step of a committee's flow. `days`: hverdage before the agenda is sent out by which it should be done. */
export type FlowStep = { role: ApproverRole; days: number };

/** The flow of a committee that has not set its own. */
export const defaultFlow: FlowStep[] = [
  { role: "head", days: 5 },
  { role: "director", days: 3 },
  { role: "secretary", days: 1 },
];

export const MAX_STEPS = 8;
const MAX_DAYS = 60;

export const flowShape = z
  .array(z.object({ role: z.enum(approverRoles), days: z.number().int().min(0).max(MAX_DAYS) }))
  .max(MAX_STEPS);

/** A step of a paper's way through the flow. Position 0 is the writer's sending and is never waiting. */
export type ApprovalStep = {
  round: number;
  position: number;
  role: Role;
  days: number;
  /** Whom it was sent to; null: whoever has the role. */
  person: { id: string; name: string } | null;
  state: ApprovalState;
  comment: string | null;
  decided: { at: Date; by: string; byName: string; deputyFor: string | null } | null;
  /** The number of the snapshot that was made with the decision. */
  snapshot: number | null;
};

export type Round = { number: number; steps: ApprovalStep[] };

/** Steps in rounds, the newest first, each in its order. */
export function roundsOf(steps: ApprovalStep[]): Round[] {
  return [...Map.groupBy(steps, ({ round }) => round)]
    .map(([number, own]) => ({ number, steps: own.toSorted((a, b) => a.position - b.position) }))
    .sort((a, b) => b.number - a.number);
}

/** The step whose turn it is in the newest round; undefined when none waits. */
export function currentStep(rounds: Round[]): ApprovalStep | undefined {
  return rounds[0]?.steps.find(({ state }) => state === "waiting");
}

/** Why a paper came back, a step was sent on or a paper was taken back: the writer reads it. */
export const reasonShape = z.string().trim().min(3).max(2000);

/** What an approver may add to a yes, and a writer to a sending. */
export const remarkShape = z.string().trim().max(2000);
