import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import type { Database } from "#database/connect.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { readDocument } from "#minutes/read-document.ts";
import { startQueue } from "#queue/start-queue.ts";
import { generateMinutes } from "../../bench/generate/index.ts";
import { recomputation } from "./background.ts";
import { anyDue, wantAll } from "./due.ts";

const main = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const DOCUMENTS = 130;

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase();
  for (let index = 0; index < DOCUMENTS; index++) {
    const { fileName, text } = generateMinutes(index);
    const bytes = new TextEncoder().encode(text);
    const read = await readDocument(bytes, fileName);
    if (read.ok) await importDocument(test_.db, undefined, { ...read, bytes, fileName });
  }
});
afterAll(() => test_.drop());

function start(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: test_.url };
  return spawn(process.execPath, [main, "findings", ...args], { env, stdio: "ignore" });
}

async function done(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from document_check where done = wanted`.execute(db);
  return rows[0]?.n ?? 0;
}

async function content(db: Database): Promise<unknown[]> {
  return db.selectFrom("finding").selectAll().orderBy("document_id").orderBy("position").execute();
}

test("a recomputation that is killed again and again ends as one that was left in peace", async () => {
  expect(await once(start(), "exit")).toEqual([0, null]);
  const peace = await content(test_.db);
  expect(await anyDue(test_.db)).toBe(false);
  await sql`delete from finding`.execute(test_.db);
  await wantAll(test_.db);
  for (let round = 0; round < 4; round++) {
    const command = start();
    const ended = once(command, "exit");
    await sleep(300 + Math.random() * 1200);
    command.kill("SIGKILL");
    await ended;
  }
  expect(await once(start(), "exit")).toEqual([0, null]);
  expect(await anyDue(test_.db)).toBe(false);
  expect(await content(test_.db)).toEqual(peace);
});

test(
  "two commands at once do the work once, and one that is told to stop stops soon and keeps what it has",
  { timeout: 120_000 },
  async () => {
    const peace = await content(test_.db);
    const all = start("--all");
    const second = start();
    const ended = [once(all, "exit"), once(second, "exit")] as const;
    // Then it is at work, and hears what it is told.
    await expect.poll(() => anyDue(test_.db), { timeout: 40_000, interval: 20 }).toBe(true);
    all.kill("SIGTERM");
    expect((await ended[0])[1]).toBeNull();
    await ended[1];
    expect(await once(start(), "exit")).toEqual([0, null]);
    expect(await done(test_.db)).toBe(await documents());
    expect(await content(test_.db)).toEqual(peace);
  },
);

test("the server's queue does what waits, notices what comes later, and stops when told", async () => {
  const peace = await content(test_.db);
  await sql`delete from finding`.execute(test_.db);
  await wantAll(test_.db);
  const log = pino({ level: "silent" });
  const queue = await startQueue(test_.url, log, [recomputation(test_.db, log)]);
  await expect.poll(() => anyDue(test_.db), { timeout: 40_000 }).toBe(false);
  expect(await content(test_.db)).toEqual(peace);
  await wantAll(test_.db);
  await expect.poll(() => anyDue(test_.db), { timeout: 40_000 }).toBe(false);
  await wantAll(test_.db);
  await sleep(2500);
  const began = performance.now();
  await queue.stop();
  expect(performance.now() - began).toBeLessThan(5000);
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and application_name = 'sagsgang queue'`.execute(test_.db);
  expect(rows[0]?.n).toBe(0);
});

async function documents(): Promise<number> {
  return (await test_.db.selectFrom("document").select("id").execute()).length;
}
