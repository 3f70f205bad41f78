import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";

export type FoundFile = { path: string; size: number };
export type FoundFiles = {
  files: FoundFile[];
  /** Folders that hold a `kommune.json`. */
  settings: string[];
  /** Files in folders that are of no kind that holds minutes; they are not tried. */
  passedOver: number;
  missing: { file: string; message: string }[];
};

const KINDS = new Set([".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx"]);

/**
 * What is to be imported from these paths, in the order of their names. A file that is named is always tried; in
 * folders only files of a known kind are, and neither hidden ones nor a README.
 */
export async function findFiles(paths: string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], settings: [], passedOver: 0, missing: [] };
  for (const path of paths) {
    try {
      const entry = await stat(path);
      if (entry.isDirectory()) await addFolder(path, found);
      else found.files.push({ path, size: entry.size });
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
    else if (!KINDS.has(extname(entry.name).toLowerCase()) || /^readme\./i.test(entry.name)) found.passedOver++;
    else found.files.push({ path, size: (await stat(path)).size });
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "Filen findes ikke. Kontrollér stien.";
  if (code === "EACCES") return "Der er ikke adgang til at læse den. Kontrollér rettighederne.";
  throw error;
}
