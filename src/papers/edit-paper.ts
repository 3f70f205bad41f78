import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { CLOSED_READ } from "#identity/audit-closed-read.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { paperFacts, selectFacts } from "./facts.ts";
import type { PaperFacts } from "./paper.ts";
import { mayRead } from "./policy.ts";
import { isId } from "./queries.ts";

export type PaperPlace = { municipalityId: number; id: number };

/** A paper as a form saw it: the version is raised by each change. */
export type SeenPaper = PaperPlace & { version: number };

/** Who changed the paper last, for the person whose form came too late. */
export type LastChange = { by: string; at: Date };

/**
 * `unknown`: there is no such paper, or not for this person. `forbidden`: it is not theirs to change, or no longer, as it
 * has gone on. `changed`: somebody else changed it after the form was made, and nothing was written.
 */
export type EditRefusal =
  | { ok: false; reason: "unknown" | "forbidden" }
  | { ok: false; reason: "changed"; last: LastChange | null };

export type EditResult<R extends string = never> =
  | { ok: true; version: number }
  | EditRefusal
  | { ok: false; reason: R };

/** What a change did: its audit entry, or why it cannot be. */
export type Change<R extends string> = { action: string; details?: Record<string, unknown> } | { reason: R };

type Editing<R extends string> = {
  may: (actor: Actor, paper: PaperFacts) => boolean;
  /** True when the paper stands already as the form wants it: a form that was sent twice is no conflict. */
  isSame?: (tx: Transaction<Schema>, paper: PaperFacts) => Promise<boolean>;
  write: (tx: Transaction<Schema>, paper: PaperFacts) => Promise<Change<R>>;
};

/**
 * One change of a paper: locks it, asks whether the person may, looks whether it is still as the form saw it, writes,
 * raises the version and adds the audit entry, all or nothing. Without a version it is done however the paper stands.
 */
export async function editPaper<R extends string = never>(
  db: Database,
  actor: Actor,
  { municipalityId, id, version }: PaperPlace & { version?: number },
  { may, isSame, write }: Editing<R>,
): Promise<EditResult<R>> {
  if (!isId(id)) return { ok: false, reason: "unknown" };
  return db.transaction().execute(async (tx): Promise<EditResult<R>> => {
    const facts = await lockPaper(tx, municipalityId, id, actor.userId);
    if (!facts || !mayRead(actor, facts)) return { ok: false, reason: "unknown" };
    if (!may(actor, facts)) return { ok: false, reason: "forbidden" };
    if (await isSame?.(tx, facts)) return { ok: true, version: facts.version };
    if (version !== undefined && facts.version !== version)
      return { ok: false, reason: "changed", last: await findLastChange(tx, municipalityId, id) };
    const change = await write(tx, facts);
    if ("reason" in change) return { ok: false, reason: change.reason };
    await tx
      .updateTable("paper")
      .set({ version: facts.version + 1, updated_at: sql`current_timestamp` })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .execute();
    await writeAudit(tx, actor, municipalityId, { ...change, subject: `paper:${id}` });
    return { ok: true, version: facts.version + 1 };
  });
}

/** The facts of a paper that nobody else can change until the transaction ends; undefined when there is none. */
export async function lockPaper(
  tx: Transaction<Schema>,
  municipalityId: number,
  id: number,
  userId: string,
): Promise<PaperFacts | undefined> {
  const locked = await tx
    .selectFrom("paper")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  // Read after the lock is held: path and dispatches are other tables, and may have changed while it was waited for.
  const row = locked && (await selectFacts(tx, municipalityId, id, userId).executeTakeFirstOrThrow());
  return row && paperFacts(row);
}

async function findLastChange(tx: Transaction<Schema>, municipalityId: number, id: number): Promise<LastChange | null> {
  const row = await tx
    .selectFrom("audit_entry")
    .select(["actor_name as by", "at"])
    .where("municipality_id", "=", municipalityId)
    .where("subject", "=", `paper:${id}`)
    .where("action", "<>", CLOSED_READ)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
