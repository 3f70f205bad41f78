import type { Database } from "#database/connect.ts";
import type { Minutes } from "#minutes/model.ts";
import { createImporter, type Imported } from "./importer.ts";
import { prepareDocument } from "./prepare.ts";

/**
 * Writes one document that has been read. `municipality` is where it belongs when it does not say so itself. For many
 * documents `importPaths` is faster.
 */
export async function importDocument(
  db: Database,
  municipality: string | undefined,
  document: { minutes: Minutes; text: string; bytes: Uint8Array; fileName: string },
): Promise<Imported> {
  return createImporter(db).write({ document: prepareDocument(document), bytes: document.bytes, municipality });
}
