import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { verifyAudit } from "#identity/audit-queries.ts";
import { generateMinutes } from "../../bench/generate/index.ts";
import { findBatch } from "./queries.ts";
import { wantFiles } from "./review-operations.ts";
import { aBatch, anActor, runBackground } from "./testing.ts";

const FILES = 30;
const worker = fileURLToPath(new URL("../../tests/support/web-import-worker.ts", import.meta.url));

let database: TestDatabase;
let m: number;
beforeAll(async () => {
  database = await testDatabase();
  const { id } = await database.db
    .insertInto("municipality")
    .values({ slug: "birkelunden", name: "Birkelunden" })
    .returning("id")
    .executeTakeFirstOrThrow();
  m = id;
});
afterAll(() => database.drop());

/** Lets a process do the work, and kills it after some of it, again and again until there is none left. */
async function workAndKill(isDone: () => Promise<boolean>): Promise<number> {
  let kills = 0;
  for (let round = 0; round < 12 && !(await isDone()); round++) {
    const child: ChildProcess = spawn(process.execPath, [worker, database.url], { stdio: "ignore" });
    const ended = once(child, "exit");
    await Promise.race([sleep(900 + round * 150), ended]);
    if (child.exitCode === null) kills++;
    child.kill("SIGKILL");
    await ended;
  }
  return kills;
}

test(
  "a server that is killed again and again while it reads and commits ends as one left in peace",
  { timeout: 240_000 },
  async () => {
    const secretary = anActor(m, "secretary");
    const documents = Array.from({ length: FILES }, (_, index) => generateMinutes(index));
    const name = documents[0]?.text.match(/(\S+) Kommune/)?.[1] ?? "Birkelunden";
    await database.db.updateTable("municipality").set({ name }).where("id", "=", m).execute();
    const batch = await aBatch(
      database.db,
      secretary,
      Object.fromEntries(documents.map(({ fileName, text }) => [fileName, text])),
    );
    const files = async () => (await findBatch(database.db, m, batch))?.files ?? [];
    const left = async (state: string) => (await files()).filter((file) => file.state === state).length;

    const killed = await workAndKill(async () => (await left("waiting")) === 0);
    await runBackground(database.db);
    expect(await left("waiting")).toBe(0);
    const ready = (await files()).filter(
      ({ state, summary }) => state === "read" && summary?.hindrance === null,
    ).length;
    expect(ready).toBeGreaterThan(0);

    expect(await wantFiles(database.db, secretary, m, batch, "all")).toBe(ready);
    const killedAgain = await workAndKill(async () => (await left("wanted")) === 0);
    expect(await runBackground(database.db)).toEqual([]);
    expect(killed + killedAgain).toBeGreaterThan(0);
    expect(await left("imported")).toBe(ready);

    const committed = await database.db
      .selectFrom("audit_entry")
      .select("subject")
      .where("action", "=", "import.committed")
      .execute();
    expect(new Set(committed.map(({ subject }) => subject)).size).toBe(ready);
    expect(committed).toHaveLength(ready);
    expect(await database.db.selectFrom("document_revision").select("sha256").execute()).toHaveLength(ready);
    expect(await verifyAudit(database.db)).toMatchObject({ broken: [] });
    // The bytes stand in one place: with the archive.
    const kept = await database.db
      .selectFrom("import_file")
      .select("id")
      .where("state", "=", "imported")
      .where("content", "is not", null)
      .execute();
    expect(kept).toEqual([]);
  },
);
