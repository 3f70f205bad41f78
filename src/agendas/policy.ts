import { type Actor, hasRole, type Place } from "#identity/actor.ts";

/** Sets a committee's meeting days and how its papers' deadline is counted. */
export const mayPlan = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["administrator", "secretary"]);
