import { createHash } from "node:crypto";
import { sql } from "kysely";
import { importDocument } from "#archive/import/import-document.ts";
import { findLook } from "#archive/look-queries.ts";
import type { Database } from "#database/connect.ts";
import { allChanges } from "#documents/agenda-changes.ts";
import type { AgendaDocument } from "#documents/model.ts";
import { onAnotherDay } from "#documents/on-another-day.ts";
import { printInBackground } from "#documents/print-in-background.ts";
import { publicAgenda } from "#documents/public-agenda.ts";
import { findAgendaMeeting } from "../agenda-queries.ts";
import { agendaMinutes } from "./agenda-minutes.ts";

type Waiting = { municipalityId: number; meetingId: number; number: number; municipality: string; committee: string };

/** Dispatches whose open part is not in the archive yet, in the order they were sent. */
export async function listUnarchived(db: Database): Promise<Waiting[]> {
  return db
    .selectFrom("dispatch")
    .innerJoin("planned_meeting as plan", (join) =>
      join
        .onRef("plan.municipality_id", "=", "dispatch.municipality_id")
        .onRef("plan.id", "=", "dispatch.planned_meeting_id"),
    )
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "plan.municipality_id")
        .onRef("committee.id", "=", "plan.committee_id"),
    )
    .innerJoin("municipality as town", "town.id", "dispatch.municipality_id")
    .select([
      "dispatch.municipality_id as municipalityId",
      "dispatch.planned_meeting_id as meetingId",
      "dispatch.number",
      "town.slug as municipality",
      "committee.slug as committee",
    ])
    .where("dispatch.public_sha256", "is", null)
    .orderBy("dispatch.dispatched_at")
    .orderBy("dispatch.number")
    .limit(100)
    .execute();
}

/**
 * Puts what everybody may read of a dispatch into the archive as an agenda, on the day the plan has now: the original is the
 * public PDF, an addendum a new revision. Done twice it changes nothing.
 */
export async function archiveDispatch(db: Database, waiting: Waiting): Promise<void> {
  const { municipalityId, meetingId, number, municipality, committee } = waiting;
  const sent = await db
    .selectFrom("dispatch")
    .select("content")
    .where("municipality_id", "=", municipalityId)
    .where("planned_meeting_id", "=", meetingId)
    .where("number", "<=", number)
    .orderBy("number")
    .execute();
  const plan = await findAgendaMeeting(db, municipalityId, meetingId);
  if (!plan) return;
  const { planVersion } = plan;
  const told = sent.map(({ content }) => publicAgenda(onAnotherDay(content as unknown as AgendaDocument, plan)));
  const agenda = told.at(-1);
  if (!agenda) return;
  const look = await findLook(db, municipality);
  const bytes = await printInBackground(agenda, {
    accent: look?.accent ?? null,
    changes: allChanges(told),
    change: { cancelled: plan.cancelled, movedFrom: plan.movedFrom, reason: plan.reason },
    edition: planVersion,
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = `dagsorden-${committee}-${agenda.date}${number > 0 ? `-tillaeg-${number}` : ""}.pdf`;
  const { minutes, text } = agendaMinutes(agenda, { file, sha256, pages: null });
  const imported = await importDocument(db, agenda.municipality, { minutes, text, bytes, fileName: file });
  if (imported.result === "failed") throw new Error(`A dispatched agenda was not archived: ${imported.message}`);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("dispatch")
      .set({ public_sha256: sha256 })
      .where("municipality_id", "=", municipalityId)
      .where("planned_meeting_id", "=", meetingId)
      .where("number", "=", number)
      .execute();
    await noteMeeting(trx, { municipalityId, meetingId, sha256, planVersion });
  });
}

type Archived = { municipalityId: number; meetingId: number; sha256: string; planVersion: number };

/** Which of the archive's meetings the planned one is, and of which version of the plan it tells. */
async function noteMeeting(trx: Database, { municipalityId, meetingId, sha256, planVersion }: Archived): Promise<void> {
  await sql`insert into meeting_of_plan (municipality_id, planned_meeting_id, meeting_id, plan_version)
    select ${municipalityId}, ${meetingId}, document.meeting_id, ${planVersion}::integer
    from document_revision as revision
    join document on document.municipality_id = revision.municipality_id and document.id = revision.document_id
    where revision.municipality_id = ${municipalityId} and revision.sha256 = ${sha256}
    limit 1
    on conflict (municipality_id, planned_meeting_id) do update
      set meeting_id = excluded.meeting_id, plan_version = excluded.plan_version`.execute(trx);
}
