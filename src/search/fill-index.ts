import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "#database/schema.ts";
import type { Outcome } from "#minutes/model.ts";
import { type Searchable, searchRow } from "./index-item.ts";
import { storeSearchRows, storeWords } from "./store.ts";

const AT_ONCE = 500;

/**
 * Puts into the index those items that are not in it: in an archive from before there was one. What import writes with the
 * items is made anew from what was kept of them. Gives how many that were.
 */
export async function fillIndex(db: Kysely<Schema> | Transaction<Schema>): Promise<number> {
  let filled = 0;
  for (let last = { municipalityId: 0, itemId: 0 }; ;) {
    const items = await missingAfter(db, last);
    const words = new Set<string>();
    for (const [municipalityId, own] of Map.groupBy(items, (item) => item.municipalityId))
      await storeSearchRows(
        db,
        municipalityId,
        own.map((item) => ({ ...item, row: searchRow(item, words) })),
      );
    await storeWords(db, [...words]);
    filled += items.length;
    last = items.at(-1) ?? last;
    if (items.length < AT_ONCE) return filled;
  }
}

type Missing = Searchable & {
  municipalityId: number;
  itemId: number;
  committeeId: number;
  heldOn: string;
  outcome: Outcome | null;
  closed: boolean;
};

/** Sections stand in the order of reading, those within others behind them. */
async function missingAfter(
  db: Kysely<Schema> | Transaction<Schema>,
  last: { municipalityId: number; itemId: number },
): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select i.municipality_id as "municipalityId", i.id as "itemId", i.committee_id as "committeeId", i.held_on as "heldOn",
      i.outcome, i.closed, i.title, c.reference as "caseNumber",
      array(select name from attachment a where a.municipality_id = i.municipality_id and a.item_id = i.id order by position)
        as attachments,
      (select coalesce(json_agg(json_build_object('heading', heading, 'role', role, 'text', text, 'sections', '[]'::json)
          order by position), '[]') from section s where s.municipality_id = i.municipality_id and s.item_id = i.id) as sections,
      (select coalesce(json_agg(json_build_object('text', text) order by position), '[]') from decision d
        where d.municipality_id = i.municipality_id and d.item_id = i.id) as decisions
    from item i
      left join case_file c on c.municipality_id = i.municipality_id and c.id = i.case_id
    where (i.municipality_id, i.id) > (${last.municipalityId}::integer, ${last.itemId}::bigint)
      and not exists (select from search_item known where known.municipality_id = i.municipality_id and known.item_id = i.id)
    order by i.municipality_id, i.id limit ${AT_ONCE}`.execute(db);
  return rows;
}
