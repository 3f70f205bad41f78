import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OsUser } from "./os-user.ts";
import type { Binaries } from "./postgres-binaries.ts";
import { isAlive } from "./postmaster.ts";

/** Where an embedded PostgreSQL lives. */
export type Cluster = {
  /** PostgreSQL's own data folder. */
  folder: string;
  /** Its password, for us alone. */
  passwordFile: string;
  logFile: string;
};

export const SUPERUSER = "sagsgang";

export function clusterIn(dataFolder: string): Cluster {
  const home = join(dataFolder, "postgres");
  return {
    folder: join(home, "cluster"),
    passwordFile: join(home, "password"),
    logFile: join(dataFolder, "postgres.log"),
  };
}

/**
 * Makes the data folder when there is none. It is made beside its place and renamed when whole, so that a killed start
 * leaves nothing that looks finished, and of two at once one wins.
 */
export async function ensureCluster(dataFolder: string, binaries: Binaries, user: OsUser): Promise<Cluster> {
  const cluster = clusterIn(dataFolder);
  if (existsSync(cluster.folder)) return cluster;
  await removeAbandoned(dataFolder);
  const draft = join(dataFolder, `.postgres-${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(draft, { mode: 0o755 });
  try {
    await initialise(draft, binaries, user);
    await rename(draft, join(dataFolder, "postgres"));
  } catch (error) {
    if (!existsSync(cluster.folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return cluster;
}

export async function readPassword(cluster: Cluster): Promise<string> {
  return (await readFile(cluster.passwordFile, "utf8")).trim();
}

async function initialise(draft: string, binaries: Binaries, user: OsUser): Promise<void> {
  const folder = join(draft, "cluster");
  const passwordFile = join(draft, "password");
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (user.owner) {
    await chown(folder, user.owner.uid, user.owner.gid);
    await chown(passwordFile, user.owner.uid, user.owner.gid);
  }
  const common = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  // Which characters are letters (pg_trgm asks): every Linux in use knows C.UTF-8, macOS only the other.
  const letters = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const failure = await initdb(binaries, user, [...common, `--lc-ctype=${letters}`]);
  if (failure) throw new Error(`PostgreSQL kunne ikke oprette sin mappe i ${draft}: ${failure}`);
}

/** What initdb complained of; empty when it went well. */
function initdb(binaries: Binaries, user: OsUser, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const child = user.start(binaries.initdb, args, { cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    child.stderr?.on("data", (chunk) => (said += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? "" : said.trim() || `initdb ${code}`));
  });
}

/** Drafts of processes that were killed while they made one. */
async function removeAbandoned(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const pid = /^\.postgres-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}
