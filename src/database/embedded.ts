import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { chmod, mkdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Cluster, clusterIn, ensureCluster, readPassword, SUPERUSER } from "./cluster.ts";
import { chooseOsUser, type OsUser } from "./os-user.ts";
import { type Binaries, findBinaries } from "./postgres-binaries.ts";
import { findPostmaster, type Postmaster, stopPostmaster } from "./postmaster.ts";
import { settings } from "./settings.ts";

export type Embedded = {
  url: string;
  /** Leaves it; the last process to leave stops it. All other connections of this process must be closed. */
  leave(): Promise<void>;
};

/** Held by every process that uses the embedded PostgreSQL, shared; whoever gets it alone is the last one. */
const PRESENCE = 7_274_001;
const PATIENCE = 120_000;
/** Bytes that every system allows. */
const LONGEST_SOCKET = 100;

/**
 * Joins the PostgreSQL that runs on this folder, or makes and starts it. Several processes may do so at once. It goes
 * on running when a process is killed; the next one joins it. Throws one Danish sentence when it cannot be started.
 */
export async function joinEmbedded(dataFolder: string, options: { fsync?: boolean } = {}): Promise<Embedded> {
  const data = resolve(dataFolder);
  const until = Date.now() + PATIENCE;
  let refusals = 0;
  while (Date.now() < until) {
    const cluster = clusterIn(data);
    const running = await findPostmaster(cluster.folder);
    if (running) {
      const joined = running.ready ? await enter(cluster, running) : null;
      if (joined) return joined;
      await sleep(20);
    } else if (!(await startIn(data, options.fsync ?? true))) {
      // Lost the race for the folder or for the port, or it cannot run at all.
      if (++refusals === 5) throw new Error(`PostgreSQL kunne ikke starte: ${await lastWords(cluster)}`);
      await sleep(50 * refusals);
    }
  }
  throw new Error(`PostgreSQL svarer ikke. Se ${clusterIn(data).logFile}`);
}

async function startIn(data: string, fsync: boolean): Promise<boolean> {
  await mkdir(data, { recursive: true });
  // PostgreSQL's own user must be able to pass; what is in it is closed by itself.
  if (process.getuid?.() === 0) await chmod(data, (await stat(data)).mode | 0o011);
  const binaries = await findBinaries();
  const user = chooseOsUser([binaries.postgres, join(data, "postgres")]);
  const cluster = await ensureCluster(data, binaries, user);
  return start(cluster, binaries, user, fsync);
}

/** Starts the server in a session of its own, so that Ctrl-C in our terminal does not reach it. True when it is up. */
async function start(cluster: Cluster, binaries: Binaries, user: OsUser, fsync: boolean): Promise<boolean> {
  const log = openLog(cluster.logFile);
  const port = String(await freePort());
  const args = ["-D", cluster.folder, "-p", port, ...settings({ fsync, sockets: socketFolder(cluster, port) })];
  const child = user.start(binaries.postgres, args, { cwd: "/", detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  // A program that cannot even be started has no number, and says so in this event.
  child.on("error", () => undefined);
  const until = Date.now() + PATIENCE;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null && Date.now() < until) {
    if ((await findPostmaster(cluster.folder))?.ready) return true;
    await sleep(10);
  }
  return false;
}

/** Where nobody but its own user and the administrator may look; empty where that is more than a socket's name may have. */
function socketFolder({ folder }: Cluster, port: string): string {
  return Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) > LONGEST_SOCKET ? "" : folder;
}

/** Null when the server went away meanwhile: the last of the others was just leaving. */
async function enter(cluster: Cluster, running: Postmaster): Promise<Embedded | null> {
  const address = new URL(`postgres://${SUPERUSER}:${await readPassword(cluster)}@127.0.0.1:${running.port}/postgres`);
  // A question through the socket takes a fifth less time on both sides.
  if (running.sockets) address.searchParams.set("host", running.sockets);
  const url = address.href;
  const client = new pg.Client({ connectionString: url, application_name: "sagsgang presence" });
  // The server may be ended while we hold this: whoever asks it something next is told.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [PRESENCE]);
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isGoingAway(error)) return null;
    throw error;
  }
  return { url, leave: () => leave(client, cluster) };
}

async function leave(client: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [PRESENCE]);
    const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [PRESENCE]);
    // Held until the server is down: whoever wants to enter now waits, is sent off, and starts it again.
    if (rows[0].alone) await stopPostmaster(cluster.folder);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A broken connection has no five-letter code of PostgreSQL's; class 57 is the server saying that it stops or starts. */
function isGoingAway(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  return !/^[0-9A-Z]{5}$/.test(code) || code.startsWith("57") || code === "EPIPE";
}

/** A megabyte of log and the one before it are kept. */
function openLog(file: string): number {
  const log = openSync(file, "a", 0o600);
  if (statSync(file).size < 1_000_000) return log;
  closeSync(log);
  renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

async function lastWords(cluster: Cluster): Promise<string> {
  const log = await readFile(cluster.logFile, "utf8").catch(() => "");
  const last = log
    .trim()
    .split("\n")
    .findLast((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return `${last ?? "uden at sige hvorfor"}. Se ${cluster.logFile}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
