import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** Texts are remembered up to so many; what comes after is planned each time. */
const MOST = 1000;

/** What can be prepared; the rest is said once a transaction or once in a lifetime. */
const PREPARABLE = /^\s*(?:select|insert|update|delete|with)\b/i;

let prepared = 0;

/** By text: the name it is prepared under, or null when it has been said only once. */
const names = new Map<string, string | null>();

/**
 * The pool for Kysely, where a statement that is said again is prepared, once a connection, and then only run: planning
 * takes longer than most of our statements. Texts that vary with their data are seldom said twice and stay as they are.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => speaking(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  } as unknown as PostgresPool;
}

function speaking(client: pg.PoolClient): PostgresPoolClient {
  return {
    query: (text: string, values: readonly unknown[]) => {
      const name = nameOf(text);
      return client.query(name ? { name, text, values: [...values] } : { text, values: [...values] });
    },
    release: (destroy?: boolean) => client.release(destroy),
  } as unknown as PostgresPoolClient;
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known) return known;
  if (known === undefined && (names.size >= MOST || !PREPARABLE.test(text))) return null;
  const name = known === null ? `sagsgang_${++prepared}` : null;
  names.set(text, name);
  return name;
}
