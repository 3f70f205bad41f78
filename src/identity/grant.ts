import { z } from "zod";
import { roles } from "./actor.ts";

export const personShape = z.object({
  // A name stands in the head of mails and in lists: one line, no control characters.
  name: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .regex(/^[^\p{Cc}<>]+$/u),
  email: z.email().trim().toLowerCase().max(200),
});

/**
 * What somebody is given. `fromOn`: today when it is left out. `itemId`: the item of an agenda that a guest is let in to;
 * the committee is then the item's own.
 */
export const grantShape = z.object({
  role: z.enum(roles),
  committeeId: z.number().int().nullable(),
  fromOn: z.iso.date().nullable().optional(),
  untilOn: z.iso.date().nullable(),
  itemId: z.number().int().nullable().optional(),
});

export type GrantInput = z.infer<typeof grantShape>;

/** What a role cannot be without: a substitute sits in one committee for a time, a guest is let in to one item. */
export type GrantFault =
  | "period-needed"
  | "committee-needed"
  | "item-needed"
  | "item-unwanted"
  | "ends-before-it-begins";

/** What is wrong with a grant, or null. `today`: the day in Denmark. */
export function grantFault(grant: GrantInput, today: string): GrantFault | null {
  const { role, committeeId, untilOn, itemId } = grant;
  if (role === "guest" && !itemId) return "item-needed";
  if (role !== "guest" && itemId) return "item-unwanted";
  if (role === "substitute" && committeeId === null) return "committee-needed";
  if (role === "substitute" && untilOn === null) return "period-needed";
  return untilOn !== null && untilOn < (grant.fromOn ?? today) ? "ends-before-it-begins" : null;
}
