import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * An item that every agenda of a committee has. `place`: before all others, after the open items, or after the closed ones
 * too.
 */
export type StandingItem = {
  title: string;
  text: string;
  place: "first" | "last" | "end";
  closed: boolean;
  closedGround: string | null;
};

const open = { text: "", closed: false, closedGround: null };

/** What committees have where they have not said otherwise. The agenda's approval is a decision of the committee's own. */
export const usualStandingItems: StandingItem[] = [
  { ...open, title: "Godkendelse af dagsorden", place: "first" },
  { ...open, title: "Meddelelser", place: "last" },
  { ...open, title: "Underskriftsark", place: "end" },
];

export const MAX_STANDING = 20;

export const standingShape = z
  .object({
    title: z.string().trim().min(1).max(300),
    text: z.string().trim().max(20_000),
    place: z.enum(["first", "last", "end"]),
    closed: z.boolean(),
    closedGround: z.string().trim().min(5).max(500).nullable(),
  })
  .refine(({ closed, closedGround }) => !closed || closedGround !== null, { path: ["closedGround"] });

export type Numbering = "year" | "meeting";

/** What a form was made from, to know whether it has changed since. */
export const standingVersion = (items: StandingItem[], numbering: Numbering): string =>
  createHash("sha256")
    .update(JSON.stringify([items, numbering]))
    .digest("base64url")
    .slice(0, 16);
