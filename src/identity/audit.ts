import { createHash } from "node:crypto";

/** Something that was done, before it has its place in the chain. `subject`: what it was done to, e.g. "case:123". */
export type Deed = { action: string; subject: string; details?: Record<string, unknown> };

export type AuditEntry = {
  municipalityId: number;
  number: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
};

/** What the chain of a municipality begins with. */
export const FIRST_HASH = Buffer.alloc(32);

/** SHA-256 over the entry and the hash before it: no entry can be changed, left out or put in without breaking the chain. */
export function hashOf(entry: AuditEntry, previous: Buffer): Buffer {
  const { municipalityId, number, at, actorId, actorName, action, subject, details } = entry;
  const said = [municipalityId, number, at.toISOString(), actorId, actorName, action, subject, sorted(details)];
  return createHash("sha256").update(previous).update(JSON.stringify(said)).digest();
}

/** PostgreSQL gives the keys of a `jsonb` back in its own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
