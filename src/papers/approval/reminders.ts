import type { Transaction } from "kysely";
import { isWorkingDay } from "#agendas/working-days.ts";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { PaperPlace } from "./change-paper.ts";
import { dueDay, dueState } from "./due.ts";
import { listReturned } from "./returned-queries.ts";
import { listTurns, type Turn } from "./turn-queries.ts";

type Writer = Database | Transaction<Schema>;

/**
 * `waiting`: it is your turn. `returned`: it came back to you. `due`: your turn ends today or the next hverdag. `overdue`:
 * it has ended. `deadline`: the draft's own deadline is as near.
 */
export type ReminderKind = "waiting" | "returned" | "due" | "overdue" | "deadline";

type Reminder = { municipalityId: number; subject: string; userId: string; kind: ReminderKind };

type Step = { paperId: number; round: number; position: number };

/** The step that a reminder is about: "paper:12/1/2". */
export const stepSubject = ({ paperId, round, position }: Step): string => `paper:${paperId}/${round}/${position}`;

/** The day that a reminder of a draft's deadline is about, so that a deadline that is moved is told anew. */
const deadlineSubject = (paperId: number, day: string): string => `paper:${paperId}@${day}`;

/** Notes whom to write to now that a paper has moved on, in the transaction that moved it. */
export async function remindOfPaper(tx: Transaction<Schema>, place: PaperPlace): Promise<void> {
  const turns = await listTurns(tx, place);
  const returned = await listReturned(tx, place);
  await note(tx, [...turns.map(waiting), ...returned.map((one) => reminderOf(one, "returned"))]);
}

/**
 * Notes all that people should be told on a day ("YYYY-MM-DD"): turns that came to a new deputy too, and on hverdage the
 * deadlines that are near or past. What has been told is not told again, however often this is done.
 */
export async function noteReminders(db: Database, today: string): Promise<void> {
  const turns = await listTurns(db, {});
  const reminders = turns.map(waiting);
  if (isWorkingDay(today, { saturdayCounts: false })) {
    reminders.push(...turns.flatMap((turn) => deadlineOf(turn, today)));
    reminders.push(...(await listDraftDeadlines(db, today)));
  }
  await note(db, reminders);
}

/** A turn that came today was told of today. */
function deadlineOf(turn: Turn, today: string): Reminder[] {
  if (!turn.meeting || dayInDenmark(turn.since) === today) return [];
  const state = dueState(dueDay(turn.meeting, turn.days), today);
  return state === "coming" ? [] : [reminderOf(turn, state)];
}

async function listDraftDeadlines(db: Database, today: string): Promise<Reminder[]> {
  const drafts = await db
    .selectFrom("paper")
    .select(["municipality_id as municipalityId", "id", "responsible_id as userId", "deadline"])
    .where("state", "=", "draft")
    .where("deadline", "is not", null)
    .where("deadline", ">=", today)
    .execute();
  return drafts.flatMap(({ municipalityId, id, userId, deadline }) =>
    deadline && dueState(deadline, today) === "due"
      ? [{ municipalityId, userId, kind: "deadline" as const, subject: deadlineSubject(id, deadline) }]
      : [],
  );
}

const reminderOf = (step: Step & { municipalityId: number; userId: string }, kind: ReminderKind): Reminder => ({
  municipalityId: step.municipalityId,
  subject: stepSubject(step),
  userId: step.userId,
  kind,
});

const waiting = (turn: Turn): Reminder => reminderOf(turn, "waiting");

async function note(db: Writer, reminders: Reminder[]): Promise<void> {
  if (reminders.length === 0) return;
  await db
    .insertInto("reminder")
    .values(
      reminders.map(({ municipalityId, subject, userId, kind }) => ({
        municipality_id: municipalityId,
        subject,
        user_id: userId,
        kind,
        sent_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
