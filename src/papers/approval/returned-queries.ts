import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";

/** A draft that came back, and the person it came back to. */
export type Returned = {
  municipalityId: number;
  paperId: number;
  round: number;
  position: number;
  userId: string;
  byName: string;
  at: Date;
  reason: string;
};

type Filter = { municipalityId?: number; paperId?: number; userId?: string };

/** Drafts whose newest round ended with a return: for who is responsible, and for who sent it when that is another. */
export async function listReturned(
  db: Database | Transaction<Schema>,
  { municipalityId, paperId, userId }: Filter,
): Promise<Returned[]> {
  const { rows } = await sql<Returned>`
    with newest as (
      select distinct on (paper.municipality_id, paper.id) paper.municipality_id, paper.id as paper_id,
        paper.responsible_id, approval.round
      from paper join approval on approval.municipality_id = paper.municipality_id and approval.paper_id = paper.id
      where paper.state = 'draft'
        and (${municipalityId ?? null}::integer is null or paper.municipality_id = ${municipalityId ?? null})
        and (${paperId ?? null}::bigint is null or paper.id = ${paperId ?? null})
      order by paper.municipality_id, paper.id, approval.round desc
    )
    select distinct newest.municipality_id as "municipalityId", newest.paper_id as "paperId", newest.round, back.position,
      person.id as "userId", back.decided_by_name as "byName", back.decided_at as at, back.comment as reason
    from newest
    join approval back on back.municipality_id = newest.municipality_id and back.paper_id = newest.paper_id
      and back.round = newest.round and back.state = 'returned'
    join approval sent on sent.municipality_id = newest.municipality_id and sent.paper_id = newest.paper_id
      and sent.round = newest.round and sent.position = 0
    join identity.user person on person.id in (newest.responsible_id, sent.decided_by)
    where (${userId ?? null}::text is null or person.id = ${userId ?? null})
    order by back.decided_at`.execute(db);
  return rows;
}
