import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "#database/connect.ts";
import { committeeKey, municipalityName, slugOf } from "../keys.ts";

const shape = z.object({
  name: z.string().min(1),
  example: z.boolean().default(false),
  successors: z.array(z.object({ from: z.string().min(1), to: z.string().min(1) })).default([]),
});

/** `kommune.json` beside documents: what they do not say themselves. */
export type MunicipalityFile = z.infer<typeof shape> & { file: string };

export async function readMunicipalityFile(
  folder: string,
): Promise<MunicipalityFile | { file: string; message: string }> {
  const file = join(folder, "kommune.json");
  const message =
    'Filen er ikke, som den skal være: { "name": "...", "example": false, "successors": [{ "from": "...", "to": "..." }] }';
  try {
    const read = shape.safeParse(JSON.parse(await readFile(file, "utf8")));
    return read.success ? { ...read.data, file } : { file, message };
  } catch (error) {
    if (error instanceof SyntaxError) return { file, message };
    throw error;
  }
}

/** Applies it once its documents are in. Gives one sentence for each committee that it names and the archive lacks. */
export async function applyMunicipalityFile(db: Database, { name, example, successors, file }: MunicipalityFile) {
  const slug = slugOf(municipalityName(name));
  const municipality = await db
    .updateTable("municipality")
    .set({ is_example: example })
    .where("slug", "=", slug)
    .returning("id")
    .executeTakeFirst();
  if (!municipality) return [];
  const unknown: { file: string; message: string }[] = [];
  for (const { from, to } of successors) {
    const { numUpdatedRows } = await db
      .updateTable("committee")
      .from("committee as heir")
      .set((eb) => ({ successor_id: eb.ref("heir.id") }))
      .where("committee.municipality_id", "=", municipality.id)
      .where("committee.name_key", "=", committeeKey(from))
      .whereRef("heir.municipality_id", "=", "committee.municipality_id")
      .where("heir.name_key", "=", committeeKey(to))
      .whereRef("heir.id", "!=", "committee.id")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) unknown.push({ file, message: `Der er ikke referater fra både ${from} og ${to}.` });
  }
  await sql`with raised as (update archive_state set revision = revision + 1 returning revision)
    select pg_notify('sagsgang_archive', revision::text) from raised`.execute(db);
  return unknown;
}
