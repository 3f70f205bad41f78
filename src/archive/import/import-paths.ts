import { dirname, join } from "node:path";
import type { Database } from "#database/connect.ts";
import { findFiles, type FoundFile } from "./find-files.ts";
import { createPipeline } from "./pipeline.ts";
import { applyMunicipalityFile, type MunicipalityFile, readMunicipalityFile } from "./municipality-file.ts";
import { emptyReport, type ImportReport } from "./report.ts";

export type ImportOptions = {
  /** Where documents belong that do not say so themselves. */
  municipality?: string;
  /** Documents go in also when closed items in them have words: whoever says so knows that they are published. */
  closedTextIsPublic?: boolean;
  /** Called after each file. */
  onProgress?: (progress: Progress) => void;
  /** Aborted: no further file is begun; those under way are finished. */
  signal?: AbortSignal;
};

export type Progress = { done: number; total: number; failed: number; file: string };

/**
 * Imports files and folders, several at once, each document in one transaction of its own. A file that cannot be
 * imported is in the report and stops no other. Throws when the database is lost.
 */
export async function importPaths(db: Database, paths: string[], options: ImportOptions = {}): Promise<ImportReport> {
  const began = performance.now();
  const report = emptyReport();
  const found = await findFiles(paths);
  report.failures.push(...found.missing);
  report.passedOver = found.passedOver;
  const settings = await readSettings(found.settings, report);
  const given = (file: FoundFile) => settingOf(file.path, settings)?.name ?? options.municipality;

  const progress = { done: 0, total: found.files.length, failed: 0, file: "" };
  const onDone = (file: string) => {
    progress.done++;
    options.onProgress?.({ ...progress, failed: report.failures.length, file });
  };
  const pipeline = await createPipeline(db, report, options.signal, onDone, options.closedTextIsPublic ?? false);
  try {
    const unplaced = await pipeline.run(found.files, given, "wait");
    // They may stand beside others of the same committee that do say it.
    await pipeline.run(unplaced, pipeline.neighbour, "fail");
    for (const setting of settings.values()) report.remarks.push(...(await applyMunicipalityFile(db, setting)));
  } finally {
    await pipeline.close();
  }
  report.seconds = (performance.now() - began) / 1000;
  return report;
}

async function readSettings(folders: string[], report: ImportReport): Promise<Map<string, MunicipalityFile>> {
  const settings = new Map<string, MunicipalityFile>();
  for (const folder of folders) {
    const read = await readMunicipalityFile(folder);
    if ("name" in read) settings.set(folder, read);
    else report.failures.push(read);
  }
  return settings;
}

/** That of the nearest folder above the file. */
function settingOf(path: string, settings: Map<string, MunicipalityFile>): MunicipalityFile | undefined {
  const folder = dirname(path);
  return (
    settings.get(folder) ??
    (join(folder) === path || folder === dirname(folder) ? undefined : settingOf(folder, settings))
  );
}
