import { type Actor, hasRole, type Place } from "#identity/actor.ts";
import { staffRoles } from "../policy.ts";
import type { ApprovalStep } from "./steps.ts";

/** Sets who must approve a committee's papers. */
export const mayKeepFlow = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["administrator", "secretary"]);

/** Sends a step on when somebody is away. */
export const mayMoveOn = (actor: Actor | null, place: Place): boolean => hasRole(actor, place, ["secretary"]);

/** Takes back a paper that was sent to approval: whoever is responsible for it, and the committee's secretary. */
export const mayTakeBack = (actor: Actor, paper: Place & { responsibleId: string }): boolean =>
  actor.userId === paper.responsibleId || hasRole(actor, paper, ["secretary"]);

/** Has somebody act for them: those whom papers wait for. */
export const mayHaveDeputy = (actor: Actor, municipalityId: number): boolean =>
  actor.grants.some(
    (grant) =>
      grant.municipalityId === municipalityId && ["head", "director", "mayor", "secretary"].includes(grant.role),
  );

/** Can act for somebody: those who prepare or approve papers in the municipality, in whatever committee. */
export const mayBeDeputy = (actor: Pick<Actor, "grants">, municipalityId: number): boolean =>
  actor.grants.some(
    (grant) =>
      grant.municipalityId === municipalityId &&
      grant.itemId === null &&
      ([...staffRoles, "mayor"] as string[]).includes(grant.role),
  );

/**
 * Of the persons somebody may act for (themself first), the first whose step it is; undefined when it is none of them.
 * A step that was sent to one person is that person's only.
 */
export const decidesAs = (persons: Actor[], place: Place, step: ApprovalStep): Actor | undefined =>
  persons.find(
    (person) => hasRole(person, place, [step.role]) && (step.person === null || step.person.id === person.userId),
  );
