import { type Kysely, sql } from "kysely";
import type { Schema } from "#database/schema.ts";

/** The day it is in Denmark, in a statement. */
export const today = sql<string>`(now() at time zone 'Europe/Copenhagen')::date`;

/** The day it is in Denmark, "YYYY-MM-DD", by the database's clock, which roles are held against. */
export async function findToday(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ day: string }>`select ${today} as day`.execute(db);
  return (rows[0] as { day: string }).day;
}
