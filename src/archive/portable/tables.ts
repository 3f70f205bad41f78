import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

export type PortableTable = { name: string; columns: string[]; key: string[] };

/** Kept as files of their own, by their sum. */
export const FILES = { table: "original", column: "content" };

/**
 * The tables of the archive with their columns, each after those it refers to. What the migrator keeps is no part of
 * the archive.
 */
export async function listTables(db: Database): Promise<PortableTable[]> {
  const { rows } = await sql<PortableTable & { needs: string[] }>`
    select table_.relname as name,
      array(select attname::text from pg_attribute where attrelid = table_.oid and attnum > 0 and not attisdropped
        and attgenerated = '' order by attnum) as columns,
      array(select attname::text from pg_index join pg_attribute on attrelid = table_.oid and attnum = any(indkey)
        where indrelid = table_.oid and indisprimary order by array_position(indkey, attnum)) as key,
      array(select confrelid::regclass::text from pg_constraint where conrelid = table_.oid and contype = 'f'
        and confrelid <> table_.oid) as needs
    from pg_class as table_
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'kysely\_%'
    order by relname`.execute(db);
  const sorted: PortableTable[] = [];
  let left = rows;
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every((name) => sorted.some((table) => table.name === name)));
    if (ready.length === 0) throw new Error("Tables refer to each other in a ring.");
    sorted.push(...ready.map(({ name, columns, key }) => ({ name, columns, key })));
    left = left.filter((table) => !ready.includes(table));
  }
  return sorted;
}

export type SequenceState = { name: string; last: number; called: boolean };

/** Where each sequence stands, those of identity columns among them. */
export async function listSequences(db: Database): Promise<SequenceState[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname`.execute(db);
  return Promise.all(
    rows.map(async ({ name }) => {
      const state = await sql<Omit<SequenceState, "name">>`
        select last_value as last, is_called as called from ${sql.table(name)}`.execute(db);
      return { name, ...(state.rows[0] as Omit<SequenceState, "name">) };
    }),
  );
}
