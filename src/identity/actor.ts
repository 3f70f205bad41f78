/**
 * What a person may be in a municipality. `head`, `director` and `mayor` approve cases on their way to an agenda;
 * `officer` keeps the registers of complaints and budgets; `guest` is let in to named items only.
 */
export const roles = [
  "administrator",
  "secretary",
  "writer",
  "head",
  "director",
  "mayor",
  "member",
  "substitute",
  "guest",
  "officer",
  "reader",
] as const;

export type Role = (typeof roles)[number];

/** A role in a municipality; in one committee or item when they are given, else in all of them. */
export type Grant = { municipalityId: number; role: Role; committeeId: number | null; itemId: number | null };

/** The person behind a request, with the roles that hold today. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  /** Runs the installation: sees to it that each municipality has an administrator, and reads no papers for it. */
  isOperator: boolean;
  isExample: boolean;
  grants: Grant[];
};

/** Where something is done. A committee or item left out: in the municipality as a whole. */
export type Place = { municipalityId: number; committeeId?: number | null; itemId?: number | null };

/**
 * True when one of the roles covers the place. A role in one committee does not cover the municipality as a whole, and a
 * guest is let in to the item they are named for, never to more because none is named.
 */
export function hasRole(actor: Actor | null, place: Place, wanted: readonly Role[]): boolean {
  return (
    actor?.grants.some(
      ({ municipalityId, role, committeeId, itemId }) =>
        municipalityId === place.municipalityId &&
        wanted.includes(role) &&
        (committeeId === null || committeeId === place.committeeId) &&
        (itemId === null ? role !== "guest" : itemId === place.itemId),
    ) ?? false
  );
}
