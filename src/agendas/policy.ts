import { type Actor, hasRole, type Place } from "#identity/actor.ts";

/** Sets a committee's meeting days and how its papers' deadline is counted. */
export const mayPlan = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["administrator", "secretary"]);

/** Builds the committee's agendas, closed items too, and says which items stand in each of them. */
export const mayBuildAgenda = (actor: Actor | null, place: Place): boolean => hasRole(actor, place, ["secretary"]);

/** Reads an agenda while it is built, closed items too: the agenda is the chair's, prepared with the administration. */
export const mayReadDraftAgenda = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["secretary", "director", "mayor"]);
