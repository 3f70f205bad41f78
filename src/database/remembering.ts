import type { Database } from "./connect.ts";

export type Remembered<T> = {
  get(db: Database, key: string): T | undefined;
  set(db: Database, key: string, value: T): void;
};

/**
 * Room for what was worked out of rows that stay as they are under their key, as a sent agenda or a version of a section
 * does: for each database the `most` that were asked for last. A transaction is a database of its own and finds nothing
 * here, so what has not been committed is never remembered.
 */
export function remembering<T>(most: number): Remembered<T> {
  const all = new WeakMap<Database, Map<string, T>>();
  return {
    get(db, key) {
      const known = all.get(db);
      const value = known?.get(key);
      if (known && value !== undefined) {
        known.delete(key);
        known.set(key, value);
      }
      return value;
    },
    set(db, key, value) {
      const known = all.get(db) ?? new Map<string, T>();
      all.set(db, known);
      known.set(key, value);
      if (known.size > most) known.delete(known.keys().next().value as string);
    },
  };
}
