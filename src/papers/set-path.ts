import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor } from "#identity/actor.ts";
import { type EditRefusal, editPaper, type SeenPaper } from "./edit-paper.ts";
import { type PathFault, pathFaults, type PathMeeting, type PathStep, sameStep } from "./path.ts";
import { mayEdit } from "./policy.ts";

export type PathResult =
  | { ok: true; version: number }
  | EditRefusal
  | { ok: false; reason: "faults"; faults: PathFault[] };

/**
 * Writes the political path anew. What has been sent out with an agenda or treated stays. Points of the Indstilling for a
 * body that leaves the path are then for all bodies.
 */
export async function setPath(db: Database, actor: Actor, seen: SeenPaper, steps: PathStep[]): Promise<PathResult> {
  const { municipalityId, id } = seen;
  let faults: PathFault[] = [];
  const result = await editPaper<"faults">(db, actor, seen, {
    may: mayEdit,
    async isSame(tx) {
      const there = await listSteps(tx, municipalityId, id);
      return there.length === steps.length && there.every((step, index) => sameStep(step, steps[index] as PathStep));
    },
    async write(tx) {
      const there = await listSteps(tx, municipalityId, id);
      const lastSettled = there.findLastIndex(({ settled }) => settled);
      faults = pathFaults(steps, {
        committees: await listOpenCommittees(tx, municipalityId),
        meetings: await listMeetings(tx, municipalityId, steps),
        settled: there.slice(0, lastSettled + 1),
        kept: new Set(there.flatMap(({ meetingId }) => meetingId ?? [])),
        now: `${dayInDenmark(new Date())} 00:00:00`,
      });
      if (faults.length > 0) return { reason: "faults" };
      await tx
        .deleteFrom("consultation")
        .where("municipality_id", "=", municipalityId)
        .where("paper_id", "=", id)
        .where("position", ">", lastSettled + 1)
        .execute();
      const open = steps.slice(lastSettled + 1);
      if (open.length > 0)
        await tx
          .insertInto("consultation")
          .values(
            open.map(({ committeeId, role, meetingId }, index) => ({
              municipality_id: municipalityId,
              paper_id: id,
              position: lastSettled + 2 + index,
              committee_id: committeeId,
              role,
              planned_meeting_id: meetingId,
              treated_at: null,
              result: null,
            })),
          )
          .execute();
      await tx
        .updateTable("paper_recommendation")
        .set({ committee_id: null })
        .where("municipality_id", "=", municipalityId)
        .where("paper_id", "=", id)
        .where(
          "committee_id",
          "not in",
          steps.map(({ committeeId }) => committeeId),
        )
        .execute();
      const path = steps.map(({ committeeId, role, meetingId }) => ({
        committee: committeeId,
        role,
        meeting: meetingId,
      }));
      return { action: "paper.path-set", details: { path } };
    },
  });
  return !result.ok && result.reason === "faults" ? { ok: false, reason: "faults", faults } : result;
}

/** The path as it stands; `settled`: sent out with the agenda of its meeting, or treated. */
export async function listSteps(
  tx: Database,
  municipalityId: number,
  paperId: number,
): Promise<(PathStep & { settled: boolean })[]> {
  return tx
    .selectFrom("consultation as step")
    .select([
      "step.committee_id as committeeId",
      "step.role",
      "step.planned_meeting_id as meetingId",
      isSettled.as("settled"),
    ])
    .where("step.municipality_id", "=", municipalityId)
    .where("step.paper_id", "=", paperId)
    .orderBy("step.position")
    .execute();
}

/**
 * Of `step`: its paper has been treated, or sent out with an agenda of its body; a body that treats it twice, as often as
 * it has had its turn.
 */
const isSettled = sql<boolean>`(step.treated_at is not null or (select count(*) from agenda_item item
    join planned_meeting plan on plan.municipality_id = item.municipality_id and plan.id = item.planned_meeting_id
    where item.municipality_id = step.municipality_id and item.paper_id = step.paper_id
      and plan.committee_id = step.committee_id and item.came_with is not null and item.withdrawn_with is null)
  >= (select count(*) from consultation turn where turn.municipality_id = step.municipality_id
    and turn.paper_id = step.paper_id and turn.committee_id = step.committee_id and turn.position <= step.position))`;

async function listOpenCommittees(tx: Database, municipalityId: number): Promise<Set<number>> {
  const rows = await tx
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("successor_id", "is", null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function listMeetings(
  tx: Database,
  municipalityId: number,
  steps: PathStep[],
): Promise<Map<number, PathMeeting>> {
  const ids = steps.flatMap(({ meetingId }) => meetingId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("planned_meeting")
    .select([
      "id",
      "committee_id as committeeId",
      sql<string>`to_char(held_on + start_time, 'YYYY-MM-DD HH24:MI:SS')`.as("startsAt"),
      sql<boolean>`cancelled_at is not null`.as("cancelled"),
    ])
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
