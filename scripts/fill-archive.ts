import { importPaths } from "#archive/import/import-paths.ts";
import type { Database } from "#database/connect.ts";

const examples = new URL("../examples", import.meta.url).pathname;

/** Imports the paths given; without any, an archive that holds nothing gets the invented example municipality. */
export async function fillArchive(db: Database, paths: string[]): Promise<void> {
  if (paths.length > 0) {
    await importPaths(db, paths, {});
    return;
  }
  if (process.env["SAGSGANG_EXAMPLE"] === "0") return;
  const municipality = await db.selectFrom("municipality").select("id").limit(1).executeTakeFirst();
  if (!municipality) await importPaths(db, [examples], {});
}
