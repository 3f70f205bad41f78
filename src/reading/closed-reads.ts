import type { Database } from "#database/connect.ts";
import type { AgendaItem } from "#documents/model.ts";
import type { Actor } from "#identity/actor.ts";
import { auditClosedRead } from "#identity/audit-closed-read.ts";

/** Whether something closed is among the items: it is kept shorter on a device. */
export const holdsClosed = (items: readonly AgendaItem[]): boolean =>
  items.some((item) => item.closed || item.attachments.some((attachment) => attachment.closed));

/** Notes that a person reads the closed ones of these items; to be awaited before they are shown. */
export async function noteClosedReads(
  db: Database,
  actor: Actor,
  municipalityId: number,
  items: readonly AgendaItem[],
): Promise<void> {
  const subjects = items.filter(({ closed }) => closed).map(({ id }) => `agenda-item:${id}`);
  await auditClosedRead(db, actor, municipalityId, subjects);
}
