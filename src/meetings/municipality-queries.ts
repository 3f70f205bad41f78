import type { Database } from "#database/connect.ts";

export type Municipality = { id: number; slug: string; name: string; isExample: boolean };

export async function findMunicipality(db: Database, slug: string): Promise<Municipality | undefined> {
  return db
    .selectFrom("municipality")
    .select(["id", "slug", "name", "is_example as isExample"])
    .where("slug", "=", slug)
    .executeTakeFirst();
}
