import { z } from "zod";
import { consultationRoles } from "./paper.ts";

/** The bodies that treat a paper, in order, each with what it is asked for and the meeting it is planned for. */
export const pathShape = z
  .array(
    z.object({
      committeeId: z.int32().positive(),
      role: z.enum(consultationRoles),
      meetingId: z.int32().positive().nullable(),
    }),
  )
  .min(1)
  .max(12);

export type PathStep = z.infer<typeof pathShape>[number];

/** A planned meeting a step may name; `startsAt` sorts as text: "2027-02-02 13:00:00". */
export type PathMeeting = { id: number; committeeId: number; startsAt: string; cancelled: boolean };

/** What is wrong with a step of a path, by its place from 0. */
export type PathFault = {
  index: number;
  reason: "unknown-committee" | "unknown-meeting" | "cancelled" | "past" | "order" | "skipped" | "settled" | "twice";
};

type Known = {
  committees: ReadonlySet<number>;
  meetings: ReadonlyMap<number, PathMeeting>;
  /** Steps that have been sent out or treated: they stand as they are. */
  settled: readonly PathStep[];
  /** Meetings that steps have now: a step keeps one that has passed or been cancelled until it is moved. */
  kept: ReadonlySet<number>;
  now: string;
};

/**
 * The first fault of each step. Bodies treat a paper one after the other: a step's meeting is after the one before it,
 * and no step is planned while one before it is not; a body that treats it twice does so at two meetings.
 */
export function pathFaults(steps: readonly PathStep[], known: Known): PathFault[] {
  let latest = "";
  let unplanned = false;
  const used = new Set<number>();
  const faults = steps.flatMap((step, index): PathFault[] => {
    const fault = (reason: PathFault["reason"]) => [{ index, reason }];
    const settled = known.settled[index];
    if (settled && !sameStep(settled, step)) return fault("settled");
    if (!settled && !known.committees.has(step.committeeId)) return fault("unknown-committee");
    if (step.meetingId === null) {
      unplanned = true;
      return [];
    }
    const meeting = known.meetings.get(step.meetingId);
    if (!meeting || meeting.committeeId !== step.committeeId) return fault("unknown-meeting");
    if (used.has(meeting.id)) return fault("twice");
    used.add(meeting.id);
    if (!settled && !known.kept.has(meeting.id)) {
      if (meeting.cancelled) return fault("cancelled");
      if (meeting.startsAt < known.now) return fault("past");
    }
    if (unplanned) return fault("skipped");
    if (meeting.startsAt < latest) return fault("order");
    latest = meeting.startsAt;
    return [];
  });
  const missing = known.settled.length > steps.length;
  return missing ? [...faults, { index: steps.length, reason: "settled" }] : faults;
}

export const sameStep = (one: PathStep, other: PathStep): boolean =>
  one.committeeId === other.committeeId && one.role === other.role && one.meetingId === other.meetingId;
