import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { listPapersFor } from "./agenda-building-queries.ts";
import type { AgendaAt } from "./agenda-change.ts";
import type { ItemInput } from "./agenda-item.ts";
import { addNote, addPaper, changeItem, openAgenda } from "./agenda-operations.ts";
import { findAgendaMeeting } from "./agenda-queries.ts";

/**
 * Builds an agenda for the example municipality's next meeting by its secretary's hand, with the papers that are ready for
 * it, so that the page of an agenda can be seen. Once: what is changed after it stays.
 */
export async function keepExampleAgenda(db: Database, today: string): Promise<void> {
  const secretary = await findExampleSecretary(db);
  if (!secretary) return;
  const { actor, municipalityId } = secretary;
  const begun = await db
    .selectFrom("agenda")
    .select("version")
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirst();
  if (begun) return;
  const meetings = await db
    .selectFrom("planned_meeting")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("held_on", ">", today)
    .where("cancelled_at", "is", null)
    .orderBy("held_on")
    .orderBy("start_time")
    .limit(20)
    .execute();
  const offers = await Promise.all(
    meetings.map(async ({ id }) => {
      const papers = await listPapersFor(db, { municipalityId, meetingId: id }, today);
      return { meetingId: id, ready: papers.filter(({ state }) => state === "ready") };
    }),
  );
  const next = offers.reduce<(typeof offers)[number] | undefined>(
    (most, offer) => (offer.ready.length > (most?.ready.length ?? -1) ? offer : most),
    undefined,
  );
  // One that is ready stays beside the agenda, so that there is something to put on.
  const papers = next?.ready.map(({ id }) => id).slice(0, -1) ?? [];
  if (next) await build(db, actor, municipalityId, next.meetingId, papers);
}

async function build(db: Database, actor: Actor, municipalityId: number, meetingId: number, papers: number[]) {
  const at = async (): Promise<AgendaAt> => {
    const meeting = await findAgendaMeeting(db, municipalityId, meetingId);
    return { municipalityId, meetingId, version: meeting?.version ?? 0 };
  };
  await openAgenda(db, actor, { municipalityId, meetingId });
  for (const paper of papers) await addPaper(db, actor, await at(), paper);
  const visit = {
    title: "Rundvisning på biblioteket",
    text: "Mødet begynder i forhallen. Derefter går udvalget til lokale 2.",
  };
  const added = await addNote(db, actor, await at(), visit);
  const meeting = await findAgendaMeeting(db, municipalityId, meetingId);
  if (!added.ok || added.itemId === null || !meeting) return;
  const guided: ItemInput = {
    ...visit,
    place: "middle",
    startsAt: meeting.start,
    minutes: 20,
    closed: false,
    closedGround: null,
    lateReason: null,
    guests: [
      {
        name: "Birte Bogtrykker, biblioteksleder",
        userId: null,
        email: "birte.bogtrykker@eksempelkoebing.example",
        language: "da",
        from: meeting.start,
        until: null,
      },
    ],
  };
  await changeItem(db, actor, await at(), added.itemId, guided);
}

async function findExampleSecretary(db: Database): Promise<{ actor: Actor; municipalityId: number } | undefined> {
  const row = await db
    .selectFrom("role_grant as grant")
    .innerJoin("identity.user as user", "user.id", "grant.user_id")
    .innerJoin("municipality as town", "town.id", "grant.municipality_id")
    .select(["user.id as userId", "user.name", "user.email", "town.id as municipalityId"])
    .where("town.is_example", "=", true)
    .where("user.isExample", "=", true)
    .where("grant.role", "=", "secretary")
    .where("grant.ended_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { municipalityId, ...user } = row;
  const grants = [{ municipalityId, role: "secretary" as const, committeeId: null, itemId: null }];
  return { municipalityId, actor: { ...user, isOperator: false, isExample: true, grants } };
}
