import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** The sequence `archive_id` gives this many numbers at a time. */
const BLOCK = 1000;

/** Numbers that nobody else has: one question to the database for every thousand. */
export type Ids = { take(count: number): Promise<number[]> };

export function idsFrom(db: Database): Ids {
  let free: number[] = [];
  let refill: Promise<void> | null = null;
  const fetchBlock = async () => {
    const { rows } = await sql<{ first: number }>`select nextval('archive_id') as first`.execute(db);
    const first = rows[0]?.first as number;
    free = free.concat(Array.from({ length: BLOCK }, (_, offset) => first + offset));
    refill = null;
  };
  return {
    async take(count) {
      while (free.length < count) await (refill ??= fetchBlock());
      return free.splice(0, count);
    },
  };
}
