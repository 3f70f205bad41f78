import { z } from "zod";

/** A meeting in a committee's plan. Times are Danish, "HH:MM"; `version` is raised by each change. */
export type PlannedMeeting = {
  id: number;
  date: string;
  start: string;
  end: string | null;
  /** The same as instants, for calendars. */
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  extraordinary: boolean;
  movedFrom: string | null;
  cancelled: boolean;
  /** Why it was moved or cancelled. */
  reason: string | null;
  version: number;
};

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const plannedMeetingShape = z
  .object({
    date: z.iso.date(),
    start: time,
    end: time.nullable(),
    place: z.string().trim().min(1).max(200),
    extraordinary: z.boolean(),
  })
  .refine(({ start, end }) => end === null || end > start, { path: ["end"] });

export type PlannedMeetingInput = z.infer<typeof plannedMeetingShape>;

export const rulesShape = z.object({
  days: z.number().int().min(0).max(30),
  saturdayCounts: z.boolean(),
  meetingDayCounts: z.boolean(),
});

/** Why a meeting is moved or cancelled; members read it. */
export const reasonShape = z.string().trim().min(3).max(500);
