import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { ZipEntry } from "#minutes/formats/zip.ts";
import { holdsMinutes } from "./kinds.ts";
import { listZipOnDisk } from "./zip-files.ts";

/** `zip`: the file is packed in one. */
export type FoundFile = { path: string; size: number; zip?: { path: string; entry: ZipEntry } };
export type FoundFiles = {
  files: FoundFile[];
  /** Folders that hold a `kommune.json`. */
  settings: string[];
  /** Files in folders that are of no kind that holds minutes; they are not tried. */
  passedOver: number;
  missing: { file: string; message: string }[];
};

/**
 * What is to be imported from these paths, in the order of their names. A file that is named is always tried; in
 * folders and ZIP files only files of a known kind are, and neither hidden ones nor a README.
 */
export async function findFiles(paths: string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], settings: [], passedOver: 0, missing: [] };
  for (const path of paths) {
    try {
      const entry = await stat(path);
      if (entry.isDirectory()) await addFolder(path, found);
      else await addFile({ path, size: entry.size }, found);
    } catch (error) {
      found.missing.push({ file: path, message: reasonOf(error) });
    }
  }
  const once = new Map(found.files.map((file) => [file.path, file]));
  return { ...found, files: [...once.values()] };
}

async function addFolder(folder: string, found: FoundFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) await addFolder(path, found);
    else if (entry.name === "kommune.json") found.settings.push(folder);
    else if (!holdsMinutes(entry.name) && !isZipName(entry.name)) found.passedOver++;
    else await addFile({ path, size: (await stat(path)).size }, found);
  }
}

const isZipName = (name: string): boolean => extname(name).toLowerCase() === ".zip";

/** The file, or those that are packed in it. */
async function addFile(file: FoundFile, found: FoundFiles): Promise<void> {
  const contents = isZipName(file.path) ? await listZipOnDisk(file.path, file.size) : null;
  if (!contents) found.files.push(file);
  else if (!contents.ok) found.missing.push({ file: file.path, message: contents.message });
  else {
    found.passedOver += contents.passedOver;
    for (const { path, size, entry } of contents.files)
      found.files.push({ path: join(file.path, path), size, zip: { path: file.path, entry } });
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "Filen findes ikke. Kontrollér stien.";
  if (code === "EACCES") return "Der er ikke adgang til at læse den. Kontrollér rettighederne.";
  throw error;
}
