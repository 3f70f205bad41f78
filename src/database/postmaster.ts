import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What PostgreSQL writes about itself into its folder while it runs. */
export type Postmaster = {
  pid: number;
  port: number;
  /** The folder of its socket; empty when it has none. */
  sockets: string;
  ready: boolean;
};

/**
 * The PostgreSQL that runs on this folder; null when none does. A lock file left by a killed one is removed: PostgreSQL
 * itself would take any process that has got its number since for the old server and refuse to start.
 */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const file = join(folder, "postmaster.pid");
  const text = await readLockFile(file);
  if (text === null) return null;
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (pid > 0 && runsOn(pid, folder))
    return {
      pid,
      port: Number(lines[3] ?? 0),
      sockets: lines[4] ?? "",
      ready: (lines[7] ?? "").startsWith("ready"),
    };
  // An empty file has no name in it yet: its writer may just have opened it.
  if (text !== "") await removeStale(file, text);
  return null;
}

/** Ends it the clean way: clients are sent off, everything is written, the lock file goes last. */
export async function stopPostmaster(folder: string): Promise<void> {
  const running = await findPostmaster(folder);
  if (!running) return;
  process.kill(running.pid, "SIGINT");
  const file = join(folder, "postmaster.pid");
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const text = await readLockFile(file);
    if (text === null || Number(text.split("\n")[0]) !== running.pid) return;
    await sleep(10);
  }
  throw new Error("PostgreSQL stoppede ikke inden for et minut; næste start gør det færdigt.");
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True when the process with this number is a postgres started on this folder (and not a zombie or a stranger). */
function runsOn(pid: number, folder: string): boolean {
  return isAlive(pid) && commandOf(pid).includes(folder);
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

async function readLockFile(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Moved away first and looked at again: another process may have started PostgreSQL in the meantime. */
async function removeStale(file: string, seen: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) === seen) await rm(aside);
  else await rename(aside, file);
}
