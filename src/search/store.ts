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

/** Words already known to be in the vocabulary, so that a document sends only its new ones. */
const sent = new Set<string>();
const CAPACITY = 300_000;

/** Puts the items' rows in the index in place of older ones. Belongs in the transaction that writes the items. */
export async function storeSearchRows(
  db: Kysely<Schema> | Transaction<Schema>,
  municipalityId: number,
  rows: StoredSearchRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map(({ row, ...item }) => ({ ...item, ...row, vocabulary: undefined })));
  await sql`delete from search_item where municipality_id = ${municipalityId}
    and item_id = any(${rows.map((row) => row.itemId)}::bigint[])`.execute(db);
  await sql`insert into search_item
      (municipality_id, item_id, committee_id, held_on, outcome, closed, sections, title, decision, topic, words)
    select ${municipalityId}, "itemId", "committeeId", "heldOn", outcome, closed, sections,
      title::tsvector, decision::tsvector, topic::tsvector, words::tsvector
    from jsonb_to_recordset(${json}::jsonb) as row("itemId" bigint, "committeeId" bigint, "heldOn" date, outcome text,
      closed boolean, sections integer, title text, decision text, topic text, words text)`.execute(db);
  await storeVocabulary(db, rows);
}

/** Sorted, so that two imports at once take their locks in the same order. */
async function storeVocabulary(db: Kysely<Schema>, rows: StoredSearchRow[]): Promise<void> {
  const fresh = new Map(rows.flatMap(({ row }) => row.vocabulary).filter(([lexeme]) => !sent.has(lexeme)));
  if (fresh.size === 0) return;
  const entries = [...fresh].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await sql`insert into search_word (lexeme, word)
    select * from unnest(${entries.map(([lexeme]) => lexeme)}::text[], ${entries.map(([, word]) => word)}::text[])
    on conflict do nothing`.execute(db);
  if (sent.size > CAPACITY) sent.clear();
  for (const [lexeme] of entries) sent.add(lexeme);
}
