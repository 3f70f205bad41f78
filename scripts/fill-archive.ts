import { importPaths } from "#archive/import/import-paths.ts";
import { reportTable } from "#cli/commands/import.ts";
import { progressBar } from "#cli/progress.ts";
import type { Database } from "#database/connect.ts";

const examples = new URL("../examples", import.meta.url).pathname;

/**
 * Imports the paths given and says how it went; without any, an archive that holds nothing quietly gets the invented
 * example municipality (`SAGSGANG_EXAMPLE=0`: it stays empty).
 */
export async function fillArchive(db: Database, paths: string[], signal: AbortSignal): Promise<void> {
  if (paths.length === 0) {
    if (process.env["SAGSGANG_EXAMPLE"] !== "0" && (await isEmpty(db))) await importPaths(db, [examples], { signal });
    return;
  }
  const bar = progressBar();
  const report = await importPaths(db, paths, { signal, onProgress: bar.show }).finally(bar.clear);
  for (const { file, message } of [...report.failures, ...report.remarks]) console.error(`${file}: ${message}`);
  console.log(reportTable(report));
}

async function isEmpty(db: Database): Promise<boolean> {
  return (await db.selectFrom("municipality").select("id").limit(1).executeTakeFirst()) === undefined;
}
