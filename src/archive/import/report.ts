import type { Imported } from "./importer.ts";

export type Failure = { file: string; message: string };

/** What became of an import. `items`, `decisions` and `warnings` are those of the documents that were written. */
export type ImportReport = {
  documents: { new: number; revised: number; unchanged: number };
  items: number;
  decisions: number;
  warnings: number;
  failures: Failure[];
  /** What was asked for beside documents and could not be done; no document is lost by it. */
  remarks: Failure[];
  /** Files in folders that were not tried, for their kind holds no minutes. */
  passedOver: number;
  seconds: number;
};

export function emptyReport(): ImportReport {
  return {
    documents: { new: 0, revised: 0, unchanged: 0 },
    items: 0,
    decisions: 0,
    warnings: 0,
    failures: [],
    remarks: [],
    passedOver: 0,
    seconds: 0,
  };
}

export function addToReport(report: ImportReport, file: string, imported: Imported): void {
  if (imported.result === "failed") {
    report.failures.push({ file, message: imported.message });
    return;
  }
  report.documents[imported.result]++;
  if (imported.result === "unchanged") return;
  report.items += imported.items;
  report.decisions += imported.decisions;
  report.warnings += imported.warnings;
}
