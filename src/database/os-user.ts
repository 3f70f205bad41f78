import { type ChildProcess, spawn, type SpawnOptions, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

type Ids = { uid: number; gid: number };

export type OsUser = {
  /** Who must own PostgreSQL's files; null when that is us. */
  owner: Ids | null;
  start(program: string, args: string[], options: SpawnOptions): ChildProcess;
};

const NAME = "sagsgang";

/**
 * Who runs PostgreSQL here. It refuses to run as root, so root hands it to a user of its own; an ordinary user runs it
 * as himself. `paths` are the files and folders it must reach: a user of its own cannot look into root's home folder,
 * so where that is needed the process is also given the right to pass folders. Throws one Danish sentence.
 */
export function chooseOsUser(paths: string[]): OsUser {
  if (process.getuid?.() !== 0) return { owner: null, start: spawn };
  const owner = findUser(NAME) ?? createUser() ?? findUser("postgres") ?? findUser("nobody");
  if (!owner) throw new Error(`PostgreSQL må ikke køre som root. Opret en bruger: useradd --system ${NAME}`);
  const closed = paths.map(firstClosedFolder).find((folder) => folder !== null);
  if (!closed) return { owner, start: (program, args, options) => spawn(program, args, { ...options, ...owner }) };

  const become = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  // PostgreSQL asks access(2), which forgets capabilities without the last of these.
  const pass = [...become, "--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"];
  if (spawnSync("setpriv", [...pass, "true"]).status !== 0)
    throw new Error(
      `PostgreSQL kører som en bruger for sig og kan ikke nå ind i ${closed}. Læg Sagsgang et andet sted, eller kør: chmod o+x ${closed}`,
    );
  return { owner, start: (program, args, options) => spawn("setpriv", [...pass, program, ...args], options) };
}

function findUser(name: string): Ids | null {
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [found, , uid, gid] = line.split(":");
    if (found === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

function createUser(): Ids | null {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
  return findUser(NAME);
}

/** The first folder on the way to `path` that others may not pass; null when all are open. */
function firstClosedFolder(path: string): string | null {
  const parent = dirname(path);
  if (parent === path) return null;
  return firstClosedFolder(parent) ?? ((statSync(parent).mode & 0o001) === 0 ? parent : null);
}
