import { Hono } from "hono";
import { sql } from "kysely";
import type { Database } from "#database/connect.ts";

/** For operators: `/healthz` says the process lives, `/readyz` that it can answer from its database. */
export function health(db: Database): Hono {
  return new Hono()
    .get("/healthz", (c) => c.text("ok\n"))
    .get("/readyz", async (c) => {
      try {
        await sql`select 1`.execute(db);
        return c.text("ready\n");
      } catch {
        return c.text("database unavailable\n", 503);
      }
    });
}
