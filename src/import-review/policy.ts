import { type Actor, hasRole } from "#identity/actor.ts";
import { maySeeClosed } from "#identity/policy.ts";

/** Brings minutes into the municipality's archive. */
export const mayImport = (actor: Actor | null, municipalityId: number): boolean =>
  hasRole(actor, { municipalityId }, ["administrator", "secretary"]);

/**
 * Sees the text of a file on its way in. What was treated behind closed doors may stand in it, and an administrator
 * sees none of that, except in what they gave themselves.
 */
export const mayReview = (actor: Actor | null, file: { municipalityId: number; begunBy: string }): boolean =>
  mayImport(actor, file.municipalityId) &&
  (maySeeClosed(actor, { municipalityId: file.municipalityId }) || actor?.userId === file.begunBy);
