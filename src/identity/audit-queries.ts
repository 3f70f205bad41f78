import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "./actor.ts";
import { type AuditEntry, type Deed, FIRST_HASH, hashOf } from "./audit.ts";

/** The chain of the installation itself: sign-ins, and who may do what everywhere. */
export const INSTALLATION = 0;

/**
 * Adds an entry in the caller's transaction, so that what was done and that it was done are kept together or not at
 * all. Entries of a municipality wait for each other. `actor` null: the program itself.
 */
export async function writeAudit(
  tx: Transaction<Schema>,
  actor: Pick<Actor, "userId" | "name"> | null,
  municipalityId: number,
  { action, subject, details = {} }: Deed,
): Promise<void> {
  await tx
    .insertInto("audit_head")
    .values({ municipality_id: municipalityId, number: 0, hash: FIRST_HASH })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await tx
    .selectFrom("audit_head")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const entry: AuditEntry = {
    municipalityId,
    number: head.number + 1,
    // JavaScript's milliseconds: PostgreSQL's microseconds would not come back as they went in.
    at: new Date(),
    actorId: actor?.userId ?? null,
    actorName: actor?.name ?? "Sagsgang",
    action,
    subject,
    details,
  };
  const hash = hashOf(entry, head.hash);
  await tx
    .insertInto("audit_entry")
    .values({
      municipality_id: municipalityId,
      number: entry.number,
      at: entry.at,
      actor_id: entry.actorId,
      actor_name: entry.actorName,
      action,
      subject,
      details: JSON.stringify(details),
      hash,
    })
    .execute();
  await tx
    .updateTable("audit_head")
    .set({ number: entry.number, hash })
    .where("municipality_id", "=", municipalityId)
    .execute();
}

export type AuditFilter = {
  actor?: string | undefined;
  subject?: string | undefined;
  action?: string | undefined;
  /** Days, both included. */
  from?: string | undefined;
  to?: string | undefined;
};

/** Entries of a municipality, newest first, and how many there are in all. */
export async function listAudit(
  db: Database,
  municipalityId: number,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ entries: AuditEntry[]; total: number }> {
  const day = sql<string>`(at at time zone 'Europe/Copenhagen')::date`;
  const query = db
    .selectFrom("audit_entry")
    .where("municipality_id", "=", municipalityId)
    .$if(filter.actor !== undefined, (q) => q.where("actor_id", "=", filter.actor as string))
    .$if(filter.subject !== undefined, (q) => q.where("subject", "=", filter.subject as string))
    .$if(filter.action !== undefined, (q) => q.where("action", "=", filter.action as string))
    .$if(filter.from !== undefined, (q) => q.where(day, ">=", filter.from as string))
    .$if(filter.to !== undefined, (q) => q.where(day, "<=", filter.to as string));
  const [rows, counted] = await Promise.all([
    query.selectAll().orderBy("number", "desc").limit(limit).offset(offset).execute(),
    query.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { entries: rows.map(entryOf), total: counted.total };
}

/** Who has entries in a municipality's chain, by name. */
export async function listAuditActors(db: Database, municipalityId: number): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("audit_entry")
    .select((eb) => [eb.ref("actor_id").$notNull().as("id"), eb.fn.max("actor_name").as("name")])
    .where("municipality_id", "=", municipalityId)
    .where("actor_id", "is not", null)
    .groupBy("actor_id")
    .orderBy("name")
    .execute();
}

/** What is wrong with a chain: the first entry that does not fit, or that is gone. */
export type BrokenLink = { municipalityId: number; number: number; reason: "changed" | "missing" };

/** Reads the whole chain of every municipality, a thousand entries at a time. */
export async function verifyAudit(db: Database): Promise<{ entries: number; broken: BrokenLink[] }> {
  const heads = await db.selectFrom("audit_head").selectAll().orderBy("municipality_id").execute();
  const chains = await db.selectFrom("audit_entry").select("municipality_id").distinct().execute();
  const broken: BrokenLink[] = chains
    .filter((chain) => !heads.some((head) => head.municipality_id === chain.municipality_id))
    .map((chain) => ({ municipalityId: chain.municipality_id, number: 1, reason: "changed" }));
  let entries = 0;
  for (const head of heads) {
    let previous: Buffer = FIRST_HASH;
    let number = 0;
    let problem: BrokenLink | undefined;
    while (!problem) {
      const rows = await db
        .selectFrom("audit_entry")
        .selectAll()
        .where("municipality_id", "=", head.municipality_id)
        .where("number", ">", number)
        .orderBy("number")
        .limit(1000)
        .execute();
      if (rows.length === 0) break;
      for (const row of rows) {
        number++;
        entries++;
        if (row.number !== number) problem = { municipalityId: head.municipality_id, number, reason: "missing" };
        else if (!hashOf(entryOf(row), previous).equals(row.hash))
          problem = { municipalityId: head.municipality_id, number, reason: "changed" };
        if (problem) break;
        previous = row.hash;
      }
    }
    if (!problem && number < head.number)
      problem = { municipalityId: head.municipality_id, number: number + 1, reason: "missing" };
    if (!problem && !previous.equals(head.hash))
      problem = { municipalityId: head.municipality_id, number, reason: "changed" };
    if (problem) broken.push(problem);
  }
  return { entries, broken };
}

type Row = {
  municipality_id: number;
  number: number;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
};

const entryOf = (row: Row): AuditEntry => ({
  municipalityId: row.municipality_id,
  number: row.number,
  at: row.at,
  actorId: row.actor_id,
  actorName: row.actor_name,
  action: row.action,
  subject: row.subject,
  details: row.details,
});
