import type { Actor } from "#identity/actor.ts";

/** Somebody for whom there can be papers in progress here: those who prepare and approve them, and keep their templates. */
export const mayBeAtWork = (actor: Actor, municipalityId: number): boolean =>
  actor.grants.some(
    (grant) =>
      grant.municipalityId === municipalityId &&
      ["administrator", "secretary", "writer", "head", "director", "mayor"].includes(grant.role),
  );
