import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const shape = z.object({
  format: z.literal("sagsgang-archive"),
  version: z.literal(1),
  exportedAt: z.string(),
  /** The migrations that had made the tables. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      file: z.string(),
      rows: z.number(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.number(), called: z.boolean() })),
  /** Sums of the imported files; each is the name of its file in `originals/`. */
  originals: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});

export type Manifest = z.infer<typeof shape>;

export const MANIFEST = "manifest.json";
export const ORIGINALS = "originals";

/** Null when there is none, or when it is not one of ours. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const read = shape.safeParse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return null;
    throw error;
  }
}

/** The first file that is not as it was exported, in one Danish sentence; null when all are. */
export async function findDamage(folder: string, manifest: Manifest): Promise<string | null> {
  const files = [
    ...manifest.tables.map(({ file, sha256 }) => ({ file, sha256 })),
    ...manifest.originals.map((sha256) => ({ file: join(ORIGINALS, sha256), sha256 })),
  ];
  for (const { file, sha256 } of files) {
    const found = await sumOf(join(folder, file));
    if (found === null) return `Filen ${file} mangler. Brug en hel eksport.`;
    if (found !== sha256) return `Filen ${file} er ikke, som den blev eksporteret. Brug en uskadt eksport.`;
  }
  return null;
}

async function sumOf(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return hash.digest("hex");
}
