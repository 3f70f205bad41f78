import { sql } from "kysely";
import { storableJson } from "#archive/import/storable.ts";
import type { Database } from "#database/connect.ts";
import { CHECKER_VERSION } from "#factcheck/version.ts";
import type { CheckedDocument } from "./batch.ts";
import type { DueDocument } from "./due.ts";

/** What came of a document: its findings, none for one that is not shown, or "failed" when the checks gave it up. */
export type Outcome = { due: DueDocument; found: CheckedDocument["findings"] | "failed" };

/**
 * Puts the findings of some documents in the place of their former ones, in one transaction. A document that has got
 * another revision meanwhile keeps waiting. The archive's revision is raised once.
 */
export async function storeFindings(db: Database, outcomes: Outcome[]): Promise<void> {
  const documents = JSON.stringify(
    outcomes.map(({ due, found }) => ({
      m: due.municipalityId,
      d: due.documentId,
      revision: due.revision,
      wanted: due.wanted,
      failed: found === "failed",
    })),
  );
  const findings = storableJson(outcomes.flatMap(rowsOf));
  await db.transaction().execute(async (trx) => {
    // Imports lock the meeting first, then what belongs to it, then the archive's state: the same order.
    await sql`
      select from meeting
      join document on document.municipality_id = meeting.municipality_id and document.meeting_id = meeting.id
      join json_to_recordset(${documents}::json) as given(m integer, d bigint)
        on given.m = document.municipality_id and given.d = document.id
      order by meeting.municipality_id, meeting.id for key share of meeting`.execute(trx);
    await sql`with raised as (update archive_state set revision = revision + 1 returning revision)
      select pg_notify('sagsgang_archive', revision::text) from raised`.execute(trx);
    await sql`
      delete from finding using json_to_recordset(${documents}::json) as given(m integer, d bigint)
      where finding.municipality_id = given.m and finding.document_id = given.d`.execute(trx);
    await sql`
      insert into finding (municipality_id, document_id, position, item_id, committee_id, held_on, kind, verdict,
        span_start, span_end, claim, stated, computed, explanation, evidence)
      select m, d, p, (
          select item.id from item where item.municipality_id = m and item.document_id = d
            and item.span_start <= start and start < item.span_end order by item.span_start desc limit 1
        ), at.committee_id, at.held_on, found.kind, verdict, start, "end", claim, stated, computed, explanation, evidence
      from json_to_recordset(${findings}::json) as found(m integer, d bigint, r integer, p integer, kind text, verdict text,
        start integer, "end" integer, claim text, stated text, computed text, explanation text, evidence jsonb)
      join document on document.municipality_id = m and document.id = d and document.revision = r
      join meeting at on at.municipality_id = m and at.id = document.meeting_id`.execute(trx);
    await sql`
      update document_check set done = given.wanted, revision = given.revision, checker_version = ${CHECKER_VERSION},
        checked_at = now(), failed = given.failed
      from json_to_recordset(${documents}::json) as given(m integer, d bigint, revision integer, wanted integer, failed boolean)
      join document on document.municipality_id = m and document.id = d and document.revision = given.revision
      where document_check.municipality_id = given.m and document_check.document_id = given.d`.execute(trx);
  });
}

function rowsOf({ due, found }: Outcome) {
  if (found === "failed") return [];
  return found.map(({ span, check, verdict, claim, stated, computed, explanation, evidence, documents }, index) => ({
    m: due.municipalityId,
    d: due.documentId,
    r: due.revision,
    p: index + 1,
    kind: check,
    verdict,
    ...span,
    claim,
    stated,
    computed,
    explanation,
    evidence: evidence.map((place, number) => ({ document: documents[number], ...place.span, text: place.text })),
  }));
}
