import { type ExpressionBuilder, sql, type Transaction } from "kysely";
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
  /** A thing and all that is in it: "paper:12" finds "paper:12/attachment:3", too. */
  subject?: string | undefined;
  /** A case's number, as people write it: what was done to the case and to its items on agendas. */
  reference?: string | undefined;
  action?: string | undefined;
  /** Days in Denmark, both included. */
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
  const { actor, subject, reference, action, from, to } = filter;
  const query = db
    .selectFrom("audit_entry")
    .where("municipality_id", "=", municipalityId)
    .$if(actor !== undefined, (q) => q.where("actor_id", "=", actor as string))
    .$if(action !== undefined, (q) => q.where("action", "=", action as string))
    .$if(subject !== undefined, (q) => q.where((eb) => within(eb, [subject as string])))
    .$if(from !== undefined, (q) => q.where("at", ">=", startOf(from as string)))
    .$if(to !== undefined, (q) => q.where("at", "<", sql<Date>`${startOf(to as string)} + interval '1 day'`));
  const things = reference === undefined ? null : await listSubjects(db, municipalityId, reference);
  const narrowed = things === null ? query : query.where((eb) => within(eb, things));
  const [rows, counted] = await Promise.all([
    narrowed.selectAll().orderBy("number", "desc").limit(limit).offset(offset).execute(),
    narrowed.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { entries: rows.map(entryOf), total: counted.total };
}

const startOf = (day: string) => sql<Date>`(${day}::date::timestamp at time zone 'Europe/Copenhagen')`;

/** The things named, and what is in them. */
function within(eb: ExpressionBuilder<Schema, "audit_entry">, subjects: string[]) {
  return eb.or(
    subjects.flatMap((subject) => [
      eb("subject", "=", subject),
      eb(sql<boolean>`starts_with(subject, ${`${subject}/`})`, "=", true),
    ]),
  );
}

/** A case by its number, and the items that brought it before committees. */
async function listSubjects(db: Database, municipalityId: number, reference: string): Promise<string[]> {
  const key = reference.normalize("NFC").replace(/\s+/g, "").toUpperCase();
  const papers = await db
    .selectFrom("paper")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("reference_key", "=", key)
    .execute();
  if (papers.length === 0) return [];
  const ids = papers.map(({ id }) => id);
  const items = await db
    .selectFrom("agenda_item")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "in", ids)
    .execute();
  return [...ids.map((id) => `paper:${id}`), ...items.map(({ id }) => `agenda-item:${id}`)];
}

/** What is wrong with a chain: the first entry that does not fit, or that is gone. */
export type BrokenLink = { municipalityId: number; number: number; reason: "changed" | "missing" };

/**
 * Reads the whole chain of every municipality, a thousand entries at a time, as it stands at one moment: what is written
 * meanwhile does not disturb.
 */
export async function verifyAudit(db: Database): Promise<{ entries: number; broken: BrokenLink[] }> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(verifyChains);
}

async function verifyChains(db: Transaction<Schema>): Promise<{ entries: number; broken: BrokenLink[] }> {
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
