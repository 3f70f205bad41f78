import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit-queries.ts";

/** The action of every entry that `auditClosedRead` writes. */
export const CLOSED_READ = "closed.read";

/**
 * Notes that somebody reads closed items, drafts of them or their attachments, before the page shows them: once a day
 * for each person and thing, so that a page that is loaded again does not flood the chain. To be awaited: what cannot be
 * noted is not shown.
 *
 *     await auditClosedRead(db, actor, municipalityId, [`paper:${id}`]);
 *     await auditClosedRead(db, actor, municipalityId, [`paper:${id}/attachment:${attachmentId}`]);
 *     await auditClosedRead(db, actor, municipalityId, [`agenda-item:${id}`]); // an item that is no paper
 */
export async function auditClosedRead(
  db: Database,
  actor: Pick<Actor, "userId" | "name">,
  municipalityId: number,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  const today = await db
    .selectFrom("audit_entry")
    .select("subject")
    .where("municipality_id", "=", municipalityId)
    .where("actor_id", "=", actor.userId)
    .where("action", "=", CLOSED_READ)
    .where(sql<boolean>`subject = any(${[...subjects]}::text[])`)
    .where("at", ">=", sql<Date>`date_trunc('day', now(), 'Europe/Copenhagen')`)
    .execute();
  const read = new Set(today.map(({ subject }) => subject));
  const unread = [...new Set(subjects)].filter((subject) => !read.has(subject));
  if (unread.length === 0) return;
  await db.transaction().execute(async (tx) => {
    for (const subject of unread) await writeAudit(tx, actor, municipalityId, { action: CLOSED_READ, subject });
  });
}
