import { createHash } from "node:crypto";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { warningsOf } from "../agenda-building-queries.ts";
import type { AgendaAt } from "../agenda-change.ts";
import { fixNumbers } from "../agenda-numbering-queries.ts";
import { findAgendaMeeting, readLiveAgenda } from "../agenda-queries.ts";
import { type AgendaWarning, isHindrance } from "../agenda-warnings.ts";
import { freezePapers, letGuestsIn, lockPapers, writeDispatch } from "./freeze.ts";
import { lockAgenda, type LockRefusal } from "./lock-agenda.ts";
import { listItemRows } from "./item-rows.ts";

/** `answered`: the key of the warnings that the secretary saw and sends in spite of (`warningsKey`). */
export type DispatchInput = { answered: string | null };

/**
 * `dispatched`: somebody was first. `hindered`: something must be put right. `unanswered`: there are warnings that nobody
 * has said yes to, or others than were shown.
 */
export type DispatchRefusal =
  | { ok: false; reason: LockRefusal | "changed" | "hindered" | "unanswered" }
  | { ok: false; reason: "dispatched"; by: string; at: Date };

export type DispatchResult = { ok: true; number: number } | DispatchRefusal;

/**
 * Sends an agenda out: gives its items their numbers for good, keeps it as it stands, and notes whom to write to, all in one
 * transaction. Of two who send at once one is told who was first; the same form sent again by the same person succeeds.
 */
export async function dispatchAgenda(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  { answered }: DispatchInput,
): Promise<DispatchResult> {
  return db.transaction().execute(async (tx): Promise<DispatchResult> => {
    const agenda = await lockAgenda(tx, actor, at);
    if (typeof agenda === "string") return { ok: false, reason: agenda };
    if (agenda.last) {
      const { by, byId, at: when, number } = agenda.last;
      const again = byId === actor.userId && number === 0 && agenda.version === at.version + 1;
      return again ? { ok: true, number } : { ok: false, reason: "dispatched", by, at: when };
    }
    if (agenda.version !== at.version) return { ok: false, reason: "changed" };

    const rows = await listItemRows(tx, at);
    const paperIds = rows.flatMap(({ paperId }) => paperId ?? []);
    await lockPapers(tx, at.municipalityId, paperIds);
    const [meeting, draft] = await Promise.all([
      findAgendaMeeting(tx, at.municipalityId, at.meetingId),
      readLiveAgenda(tx, at.municipalityId, at.meetingId),
    ]);
    if (!meeting || !draft) return { ok: false, reason: "unknown" };
    const warnings = await warningsOf(tx, at, meeting, draft, agenda.today);
    if (warnings.some(isHindrance)) return { ok: false, reason: "hindered" };
    if (warnings.length > 0 && answered !== warningsKey(warnings)) return { ok: false, reason: "unanswered" };

    // Another of the committee's agendas may have taken the numbers that the draft was counted to.
    await fixNumbers(tx, at.municipalityId, at.meetingId);
    const content = (await readLiveAgenda(tx, at.municipalityId, at.meetingId)) ?? draft;
    await tx
      .updateTable("agenda_item")
      .set({ came_with: 0 })
      .where("municipality_id", "=", at.municipalityId)
      .where("planned_meeting_id", "=", at.meetingId)
      .execute();
    await freezePapers(tx, actor, at, paperIds);
    await letGuestsIn(
      tx,
      actor,
      agenda,
      rows.map(({ id }) => id),
    );
    await writeDispatch(tx, actor, {
      agenda,
      content: { ...content, dispatchedAt: new Date().toISOString(), dispatchNumber: 0 },
      details: { items: content.items.length, warnings: warnings.map(({ code }) => code) },
    });
    return { ok: true, number: 0 };
  });
}

/** A short sum of warnings: the form carries that of those it showed, so that a new one is never said yes to unseen. */
export const warningsKey = (warnings: AgendaWarning[]): string =>
  createHash("sha256").update(JSON.stringify(warnings)).digest("base64url").slice(0, 16);
