import type { Transaction } from "kysely";
import type { Schema } from "#database/schema.ts";

/** Holds an upload until the transaction ends, so that nobody throws it away meanwhile. False: it is not there. */
export async function holdBatch(tx: Transaction<Schema>, municipalityId: number, batchId: number): Promise<boolean> {
  if (!Number.isSafeInteger(batchId)) return false;
  const batch = await tx
    .selectFrom("import_batch")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", batchId)
    .forShare()
    .executeTakeFirst();
  return batch !== undefined;
}
