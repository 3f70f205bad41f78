import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { clusterIn } from "./cluster.ts";
import { openDatabase } from "./open.ts";
import { findPostmaster } from "./postmaster.ts";

const script = fileURLToPath(new URL("../../tests/support/open-database.ts", import.meta.url));

let data: string;
let lockFile: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "sagsgang-embedded-"));
  lockFile = join(clusterIn(data).folder, "postmaster.pid");
});
afterEach(() => rm(data, { recursive: true, force: true }));

test("two processes that start at once share one server, and the last to leave stops it", async () => {
  const [first, second] = [startProcess(), startProcess()];
  const urls = await Promise.all([urlOf(first), urlOf(second)]);
  expect(urls[0]).toBe(urls[1]);
  await end(first);
  expect(existsSync(lockFile)).toBe(true);
  await end(second);
  expect(existsSync(lockFile)).toBe(false);
});

test("a killed process leaves its server to the next, with all that was committed", async () => {
  const killed = startProcess();
  const url = await urlOf(killed);
  const here = await openHere();
  await here.db.insertInto("municipality").values({ slug: "proevested", name: "Prøvested" }).execute();
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const next = startProcess();
  expect(await urlOf(next)).toBe(url);
  await here.close();
  expect(existsSync(lockFile)).toBe(true);
  await end(next);
  expect(existsSync(lockFile)).toBe(false);
});

test("a killed server is started again and has lost nothing", async () => {
  const before = await openHere();
  await before.db.insertInto("municipality").values({ slug: "proevested", name: "Prøvested" }).execute();
  const running = await findPostmaster(clusterIn(data).folder);
  process.kill(running?.pid as number, "SIGKILL");
  const after = await openHere();
  expect(await after.db.selectFrom("municipality").select("name").execute()).toEqual([{ name: "Prøvested" }]);
  await after.close();
  await before.close().catch(() => undefined);
});

test("a lock file that names a stranger's process does not keep the server from starting", async () => {
  await (await openHere()).close();
  await writeFile(lockFile, `${process.pid}\n${clusterIn(data).folder}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`);
  await (await openHere()).close();
  expect(existsSync(lockFile)).toBe(false);
});

test("a half-made folder of a killed start is cleared away", async () => {
  const dead = spawn("true");
  await once(dead, "exit");
  await mkdir(join(data, `.postgres-${dead.pid}-00000000`, "cluster"), { recursive: true });
  await (await openHere()).close();
  expect((await readdir(data)).sort()).toEqual(["postgres", "postgres.log"]);
});

test("a second start while one stops waits and gets a running server", async () => {
  for (let round = 0; round < 5; round++) {
    const leaving = await openHere();
    const [, entered] = await Promise.all([leaving.close(), openHere()]);
    await entered.db.selectFrom("municipality").selectAll().execute();
    await entered.close();
  }
  expect(existsSync(lockFile)).toBe(false);
});

test("the server's log holds no statements and no values", async () => {
  const database = await openHere();
  const secret = "hemmelig-tekst";
  await expect(
    database.db
      .insertInto("municipality")
      .values([
        { slug: secret, name: "A" },
        { slug: secret, name: "B" },
      ])
      .execute(),
  ).rejects.toThrow("duplicate key");
  await database.close();
  expect(await readFile(clusterIn(data).logFile, "utf8")).not.toContain(secret);
});

test("it is spoken to through a socket of its own, and by its port where the folder's name is too long for one", async () => {
  // Not in the folder for temporary files, whose name may be long.
  const short = await mkdtemp("/tmp/sg-");
  onTestFinished(() => rm(short, { recursive: true, force: true }));
  const near = startProcess(short);
  const nearUrl = new URL(await urlOf(near));
  expect(nearUrl.searchParams.get("host")).toBe(clusterIn(short).folder);
  await end(near);
  const far = startProcess(join(data, "en-mappe-med-et-langt-navn".repeat(4)));
  expect(new URL(await urlOf(far)).search).toBe("");
  await end(far);
});

function openHere() {
  return openDatabase({ databaseUrl: null, dataFolder: data });
}

function startProcess(dataFolder = data): ChildProcess {
  return spawn(process.execPath, [script], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: "", SAGSGANG_DATA: dataFolder },
  });
}

async function urlOf(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, "data");
  return String(chunk).trim();
}

async function end(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  await once(child, "exit");
}
