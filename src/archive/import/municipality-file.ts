import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { z } from "zod";
import { announceChange } from "#database/announce.ts";
import type { Database } from "#database/connect.ts";
import { committeeKey, municipalityName, slugOf } from "../keys.ts";
import { isReadableUnderWhite, type Look, logoTypes, MAX_LOGO_BYTES } from "../look.ts";
import { saveLook } from "../look-queries.ts";

const shape = z.object({
  name: z.string().min(1),
  example: z.boolean().default(false),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  /** A picture beside the file. */
  logo: z
    .string()
    .regex(/^[^/\\]+$/)
    .optional(),
  successors: z.array(z.object({ from: z.string().min(1), to: z.string().min(1) })).default([]),
});

/** `kommune.json` beside documents: what they do not say themselves. */
export type MunicipalityFile = Omit<z.infer<typeof shape>, "accent" | "logo"> & { file: string; look: Look };

export async function readMunicipalityFile(
  folder: string,
): Promise<MunicipalityFile | { file: string; message: string }> {
  const file = join(folder, "kommune.json");
  const message =
    'Filen er ikke, som den skal være: { "name": "...", "example": false, "accent": "#0b4a6f", "logo": "vaaben.svg", "successors": [{ "from": "...", "to": "..." }] }';
  try {
    const read = shape.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (!read.success) return { file, message };
    const { accent = null, logo, ...rest } = read.data;
    if (accent && !isReadableUnderWhite(accent))
      return { file, message: `Farven ${accent} er så lys, at hvid tekst på den ikke kan læses. Vælg en mørkere.` };
    const picture = logo ? await readLogo(join(folder, logo)) : null;
    return typeof picture === "string"
      ? { file, message: picture }
      : { ...rest, file, look: { accent, logo: picture } };
  } catch (error) {
    if (error instanceof SyntaxError) return { file, message };
    throw error;
  }
}

/** The picture, or a sentence saying what is wrong with it. */
async function readLogo(path: string): Promise<NonNullable<Look["logo"]> | string> {
  const mediaType = logoTypes[extname(path).slice(1).toLowerCase()];
  if (!mediaType) return `${path} kan ikke bruges som logo. Brug en SVG-, PNG- eller WebP-fil.`;
  try {
    const content = await readFile(path);
    if (content.length <= MAX_LOGO_BYTES) return { mediaType, content };
    return `${path} fylder mere end ${MAX_LOGO_BYTES / 1000} kB. Brug en mindre fil som logo.`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return `${path} findes ikke. Ret navnet på logoet.`;
    throw error;
  }
}

/** Applies it once its documents are in. Gives one sentence for each committee that it names and the archive lacks. */
export async function applyMunicipalityFile(db: Database, { name, example, successors, look, file }: MunicipalityFile) {
  const slug = slugOf(municipalityName(name));
  const municipality = await db
    .updateTable("municipality")
    .set({ is_example: example })
    .where("slug", "=", slug)
    .returning("id")
    .executeTakeFirst();
  if (!municipality) return [];
  await saveLook(db, municipality.id, look);
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
  await announceChange(db);
  return unknown;
}
