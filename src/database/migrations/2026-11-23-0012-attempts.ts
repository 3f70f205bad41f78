import { type Kysely, sql } from "kysely";

/** Wrong passwords by account, and the audit found by person and time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // `account`: SHA-256 of the address that was tried, whether somebody has it or not.
  `create table if not exists identity.password_attempt (
    account bytea primary key,
    count integer not null,
    began_at timestamptz not null
  )`,
  `drop index audit_entry_actor`,
  `create index audit_entry_actor on audit_entry (municipality_id, actor_id, at)`,
];
