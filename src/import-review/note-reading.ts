import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import type { Minutes } from "#minutes/model.ts";

/** Notes that somebody has read what was treated behind closed doors; a file without closed items needs no note. */
export async function noteReading(
  db: Database,
  actor: Actor,
  municipalityId: number,
  fileId: number,
  { items }: Minutes,
): Promise<void> {
  const closed = items.filter((item) => item.closed).map(({ number, title }) => number ?? title);
  if (closed.length === 0) return;
  const deed = { action: "import.closed-read", subject: `import-file:${fileId}`, details: { items: closed } };
  await db.transaction().execute((tx) => writeAudit(tx, actor, municipalityId, deed));
}
