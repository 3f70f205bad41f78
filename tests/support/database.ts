import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "#database/connect.ts";
import { joinEmbedded } from "#database/embedded.ts";
import { migrate } from "#database/migrate.ts";

/**
 * One PostgreSQL for the whole test run: the server that TEST_DATABASE_URL or DATABASE_URL names, else an embedded one
 * in a temp folder. In it a migrated template, of which `testDatabase()` hands out copies.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const own = process.env["TEST_DATABASE_URL"] || process.env["DATABASE_URL"];
  const folder = own ? null : await mkdtemp(join(tmpdir(), "sagsgang-test-"));
  const embedded = folder ? await joinEmbedded(folder, { fsync: false }) : null;
  const url = embedded?.url ?? (own as string);
  const template = `sagsgang_template_${process.pid}`;

  await onServer(url, `create database ${template} template template0 encoding 'UTF8'`);
  const db = connect(urlOf(url, template));
  await migrate(db);
  await db.destroy();
  // Read by src/database/testing.ts in the workers, which inherit it.
  process.env["SAGSGANG_TEST_SERVER"] = url;
  process.env["SAGSGANG_TEST_TEMPLATE"] = template;

  return async () => {
    await onServer(url, `drop database ${template} with (force)`);
    await embedded?.leave();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
