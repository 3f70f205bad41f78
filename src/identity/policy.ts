import { type Actor, hasRole, type Place, type Role } from "./actor.ts";

const staff = ["secretary", "writer", "head", "director", "mayor"] as const satisfies Role[];
const seated = ["member", "substitute", "mayor"] as const satisfies Role[];

/** Who gets access, and as what. */
export const mayManageAccess = (actor: Actor | null, municipalityId: number): boolean =>
  (actor?.isOperator ?? false) || hasRole(actor, { municipalityId }, ["administrator"]);

/** What was done by whom. */
export const mayReadAudit = (actor: Actor | null, municipalityId: number): boolean =>
  hasRole(actor, { municipalityId }, ["administrator"]);

/** Signed-in pages of a committee at all. */
export const mayWorkIn = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, [...staff, ...seated, "administrator", "officer", "reader"]);

/**
 * Items behind closed doors (styrelsesloven § 10) and their attachments: the committee's own members and those who
 * prepare its meetings; a guest only the items they are named for. Not administrators: they see to access.
 */
export const maySeeClosed = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["secretary", "director", ...seated, "guest"]);

/** A closed attachment of an item that is open: the same people but for guests, who are called in to inform the item. */
export const maySeeClosedPart = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["secretary", "director", ...seated]);
