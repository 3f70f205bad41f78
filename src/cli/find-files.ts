import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import type { Unreadable } from "#minutes/model.ts";

/** A file that is known to be unreadable before it is opened. */
export type Refused = { path: string; failure: Unreadable };

/**
 * The files at a path: itself, or everything in a folder, sorted by name, without hidden files. Links to folders are
 * not followed. Paths are as given, so that messages name them so.
 */
export async function* findFiles(path: string): AsyncGenerator<string | Refused> {
  let found;
  try {
    found = await stat(path);
    if (found.isDirectory()) {
      yield* filesIn(path);
      return;
    }
  } catch (error) {
    yield { path, failure: fileError(error) };
    return;
  }
  if (!found.isFile())
    yield { path, failure: { ok: false, code: "not-a-file", message: "Det er hverken en fil eller en mappe." } };
  else if (found.size > MAX_FILE_BYTES) yield { path, failure: unreadable("too-large") };
  else yield path;
}

async function* filesIn(folder: string): AsyncGenerator<string | Refused> {
  const names: string[] = [];
  for await (const entry of await opendir(folder)) {
    if (!entry.name.startsWith(".") && !(entry.isSymbolicLink() && (await isFolder(join(folder, entry.name)))))
      names.push(entry.name);
  }
  for (const name of names.toSorted()) yield* findFiles(join(folder, name));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** What the file system says, in words. */
export function fileError(error: unknown): Unreadable {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT")
    return { ok: false, code: "not-found", message: "Filen findes ikke. Undersøg, om stien er skrevet rigtigt." };
  if (code === "EACCES" || code === "EPERM")
    return { ok: false, code: "no-access", message: "Filen må ikke læses. Giv adgang til den." };
  if (code === "") throw error;
  return { ok: false, code: "file-error", message: `Filen kan ikke læses (${code}).` };
}
