import { randomBytes } from "node:crypto";
import pg from "pg";
import { connect, type Database } from "./connect.ts";

export type TestDatabase = { db: Database; url: string; drop(): Promise<void> };

/**
 * A fresh, migrated, empty archive of its own, in some tens of milliseconds. Drop it when done:
 *
 *     const test = await testDatabase();
 *     afterAll(test.drop);
 */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = process.env["SAGSGANG_TEST_SERVER"];
  const template = process.env["SAGSGANG_TEST_TEMPLATE"];
  if (!server || !template) throw new Error("No test server: run this file as *.db.test.ts (project db).");
  const name = `sagsgang_test_${randomBytes(6).toString("hex")}`;
  await onServer(
    server,
    `create database ${name} template ${options.empty ? "template0" : template} strategy file_copy`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = connect(url.href);
  return {
    db,
    url: url.href,
    async drop() {
      await db.destroy();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
