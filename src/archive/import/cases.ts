import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { caseFileKey } from "../keys.ts";
import type { Ids } from "./ids.ts";

/**
 * The case files of these numbers, in their order; new ones are made. In one order for everybody, so that two imports
 * wait for each other and never in a ring.
 */
export async function findOrMakeCases(
  db: Database,
  municipalityId: number,
  ids: Ids,
  numbers: string[],
): Promise<number[]> {
  if (numbers.length === 0) return [];
  const wanted = new Map(numbers.map((number) => [caseFileKey(number), number]));
  const fresh = await ids.take(wanted.size);
  const rows = [...wanted].map(([key, reference], index) => ({ id: fresh[index], reference, key }));
  const json = JSON.stringify(rows);
  const found = await sql<{ id: number; key: string }>`
    with wanted as (select * from json_to_recordset(${json}) as row(id bigint, reference text, key text)),
    made as (
      insert into case_file (municipality_id, id, reference, reference_key)
      select ${municipalityId}, id, reference, key from wanted order by key
      on conflict do nothing returning id, reference_key
    )
    select id, reference_key as key from made
    union all select case_file.id, key from wanted
    join case_file on case_file.municipality_id = ${municipalityId} and reference_key = key`.execute(db);
  const byKey = new Map(found.rows.map(({ key, id }) => [key, id]));
  // Somebody else made one in the same moment: a new statement sees it.
  if (byKey.size < wanted.size) return findOrMakeCases(db, municipalityId, ids, numbers);
  return numbers.map((number) => byKey.get(caseFileKey(number)) as number);
}
