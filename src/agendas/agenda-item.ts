import { z } from "zod";
import type { AgendaItemPlace } from "#database/schema-agendas.ts";
import type { MailLanguage } from "#database/schema-identity.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const line = (max: number) => z.string().trim().min(1).max(max);

export const MAX_GUESTS = 20;

/**
 * Somebody who is called in to an item to inform it; `userId` when they sign in here. They are written to at `email`, else at
 * their own address, else not at all. Times are "HH:MM".
 */
const guestShape = z
  .object({
    name: line(120).regex(/^\P{Cc}+$/u),
    userId: z.string().nullable(),
    email: z.email().max(200).nullable(),
    language: z.enum(["da", "en"]) satisfies z.ZodType<MailLanguage>,
    from: time.nullable(),
    until: time.nullable(),
  })
  .refine(({ from, until }) => from === null || until === null || until > from, { path: ["until"] });

const itsTime = { startsAt: time.nullable(), minutes: z.number().int().min(1).max(600).nullable() };
const itsGuests = z.array(guestShape).max(MAX_GUESTS);

/** When an item is treated and who is called in to it: what can be said anew after the agenda is sent. */
export const callShape = z.object({ ...itsTime, guests: itsGuests });

export type CallInput = z.infer<typeof callShape>;

/** What a secretary says of an item. Of a paper, title and text are the paper's own. */
export const itemShape = z
  .object({
    title: line(300),
    text: z.string().trim().max(20_000),
    place: z.enum(["first", "middle", "last", "end"]) satisfies z.ZodType<AgendaItemPlace>,
    ...itsTime,
    closed: z.boolean(),
    closedGround: z.string().trim().min(5).max(500).nullable(),
    lateReason: z.string().trim().min(5).max(500).nullable(),
    guests: itsGuests,
  })
  .refine(({ closed, closedGround }) => !closed || closedGround !== null, { path: ["closedGround"] });

export type ItemInput = z.infer<typeof itemShape>;
