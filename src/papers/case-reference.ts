import { sql, type Transaction } from "kysely";
import { caseFileKey } from "#archive/keys.ts";
import type { Schema } from "#database/schema.ts";
import { parseCaseNumber } from "#minutes/case-numbers.ts";

/**
 * A case number as somebody typed it, tidied; null when it has none of the forms that municipalities number by.
 *
 *     readReference(" 15.00.00-G01-39-18 ") // "15.00.00-G01-39-18"
 */
export function readReference(typed: string): string | null {
  const tidy = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  return tidy.length <= 60 && parseCaseNumber(tidy) === tidy ? tidy : null;
}

/**
 * The next number of the municipality's own series, "26-000123". Taken in the caller's transaction: it waits for the one
 * before it, and a transaction that fails gives its number back. A number that a case of the archive has is passed over.
 */
export async function takeReference(tx: Transaction<Schema>, municipalityId: number, year: number): Promise<string> {
  for (;;) {
    const { last } = await tx
      .insertInto("case_number_series")
      .values({ municipality_id: municipalityId, year, last: 1 })
      .onConflict((conflict) =>
        conflict.columns(["municipality_id", "year"]).doUpdateSet({ last: sql<number>`case_number_series.last + 1` }),
      )
      .returning("last")
      .executeTakeFirstOrThrow();
    const reference = `${String(year).slice(2)}-${String(last).padStart(6, "0")}`;
    if (!(await isTaken(tx, municipalityId, caseFileKey(reference)))) return reference;
  }
}

async function isTaken(tx: Transaction<Schema>, municipalityId: number, key: string): Promise<boolean> {
  const of = (table: "case_file" | "paper") =>
    tx
      .selectFrom(table)
      .select("reference_key")
      .where("municipality_id", "=", municipalityId)
      .where("reference_key", "=", key);
  return (await of("case_file").unionAll(of("paper")).limit(1).executeTakeFirst()) !== undefined;
}
