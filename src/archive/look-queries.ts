import type { Database } from "#database/connect.ts";
import type { Look } from "./look.ts";

/** What a page needs to know of its municipality's look; undefined when it has none of its own. */
export async function findLook(
  db: Database,
  municipality: string,
): Promise<{ accent: string | null; hasLogo: boolean } | undefined> {
  return db
    .selectFrom("municipality_look as look")
    .innerJoin("municipality as town", "town.id", "look.municipality_id")
    .select((eb) => ["look.accent", eb("look.logo", "is not", null).$castTo<boolean>().as("hasLogo")])
    .where("town.slug", "=", municipality)
    .executeTakeFirst();
}

export async function findLogo(
  db: Database,
  municipality: string,
): Promise<{ mediaType: string; content: Buffer } | undefined> {
  const row = await db
    .selectFrom("municipality_look as look")
    .innerJoin("municipality as town", "town.id", "look.municipality_id")
    .select(["look.logo", "look.logo_media_type"])
    .where("town.slug", "=", municipality)
    .executeTakeFirst();
  return row?.logo && row.logo_media_type ? { mediaType: row.logo_media_type, content: row.logo } : undefined;
}

export async function saveLook(db: Database, municipalityId: number, { accent, logo }: Look): Promise<void> {
  const look = { accent, logo: logo?.content ?? null, logo_media_type: logo?.mediaType ?? null };
  await db
    .insertInto("municipality_look")
    .values({ municipality_id: municipalityId, ...look })
    .onConflict((conflict) => conflict.column("municipality_id").doUpdateSet(look))
    .execute();
}
