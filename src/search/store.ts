import { type Kysely, sql, type Transaction } from "kysely";
import { bigintArray, binaryArray } from "#database/binary-array.ts";
import type { Schema } from "#database/schema.ts";
import type { Outcome } from "#minutes/model.ts";
import type { SearchRow } from "./index-item.ts";

export type StoredSearchRow = {
  itemId: number;
  committeeId: number;
  heldOn: string;
  outcome: Outcome | null;
  closed: boolean;
  row: SearchRow;
};

/** Puts rows of items that have none in the index. Belongs in the transaction that writes the items. */
export async function storeSearchRows(
  db: Kysely<Schema> | Transaction<Schema>,
  municipalityId: number,
  rows: StoredSearchRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(value: (row: StoredSearchRow) => T): T[] => rows.map(value);
  const ids = column(({ itemId }) => itemId);
  // All lexemes in one array, out of which PostgreSQL cuts those of each item.
  const counts = column(({ row }) => row.termCount);
  let last = 0;
  const lasts = counts.map((count) => (last += count));
  const terms = bigintArray(
    last,
    column(({ row }) => row.terms),
  );
  await sql`insert into search_item
      (municipality_id, item_id, committee_id, held_on, outcome, closed, sections, terms)
    select ${municipalityId}, item_id, committee_id, held_on, outcome, closed, sections, all_terms[last - count + 1 : last]
    from (select ${terms}::bigint[] as all_terms) as given,
      unnest(${ids}::bigint[], ${column(({ committeeId }) => committeeId)}::bigint[],
        ${column(({ heldOn }) => heldOn)}::date[], ${column(({ outcome }) => outcome)}::text[],
        ${column(({ closed }) => closed)}::boolean[], ${column(({ row }) => row.sections)}::integer[],
        ${counts}::integer[], ${lasts}::integer[])
      as row(item_id, committee_id, held_on, outcome, closed, sections, count, last)`.execute(db);
  await sql`insert into search_sequence (municipality_id, item_id, words)
    select ${municipalityId}, item_id, words
    from unnest(${ids}::bigint[], ${binaryArray(
      "bytea",
      column(({ row }) => row.sequence),
    )}::bytea[])
      as row(item_id, words)`.execute(db);
}

/** Puts items of the index on another day. They get new numbers, for who keeps the index reads what has come since. */
export async function redateSearchRows(
  db: Kysely<Schema> | Transaction<Schema>,
  municipalityId: number,
  itemIds: number[],
  heldOn: string,
): Promise<void> {
  await sql`update search_item set held_on = ${heldOn}, ordinal = default
    where municipality_id = ${municipalityId} and item_id = any(${itemIds}::bigint[])`.execute(db);
}

/** Notes words that misspelt ones may be mended with. */
export async function storeWords(db: Kysely<Schema> | Transaction<Schema>, words: string[]): Promise<void> {
  if (words.length === 0) return;
  // Sorted, so that two imports at once take their locks in the same order. Most are there: looked up one by one, which is
  // cheaper than trying to insert them.
  await sql`insert into search_word (word) select row.word from unnest(${words.toSorted()}::text[]) as row(word)
    where (select 1 from search_word as known where known.word = row.word collate "C") is null
    on conflict do nothing`.execute(db);
}
