import { type Kysely, sql, type Transaction } from "kysely";
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

/** Puts the items' rows in the index in place of older ones. Belongs in the transaction that writes the items. */
export async function storeSearchRows(
  db: Kysely<Schema> | Transaction<Schema>,
  municipalityId: number,
  rows: StoredSearchRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(value: (row: StoredSearchRow) => T): T[] => rows.map(value);
  const ids = column(({ itemId }) => itemId);
  await sql`delete from search_item where municipality_id = ${municipalityId} and item_id = any(${ids}::bigint[])`.execute(
    db,
  );
  await sql`insert into search_item
      (municipality_id, item_id, committee_id, held_on, outcome, closed, sections, terms)
    select ${municipalityId}, item_id, committee_id, held_on, outcome, closed, sections, ('{' || terms || '}')::bigint[]
    from unnest(${ids}::bigint[], ${column(({ committeeId }) => committeeId)}::bigint[],
      ${column(({ heldOn }) => heldOn)}::date[], ${column(({ outcome }) => outcome)}::text[],
      ${column(({ closed }) => closed)}::boolean[], ${column(({ row }) => row.sections)}::integer[],
      ${column(({ row }) => row.terms)}::text[])
      as row(item_id, committee_id, held_on, outcome, closed, sections, terms)`.execute(db);
  await sql`insert into search_sequence (municipality_id, item_id, words)
    select ${municipalityId}, item_id, decode(words, 'hex')
    from unnest(${ids}::bigint[], ${column(({ row }) => row.sequence)}::text[]) as row(item_id, words)`.execute(db);
  // Sorted, so that two imports at once take their locks in the same order.
  const words = [...new Set(rows.flatMap(({ row }) => row.words))].toSorted();
  // Most are there: looked up one by one, which is cheaper than trying to insert them.
  await sql`insert into search_word (word) select row.word from unnest(${words}::text[]) as row(word)
    where (select 1 from search_word as known where known.word = row.word collate "C") is null
    on conflict do nothing`.execute(db);
}
