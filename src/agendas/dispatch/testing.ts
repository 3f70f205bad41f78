import { committeeKey } from "#archive/keys.ts";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { aPerson } from "#identity/testing.ts";
import { listWarnings } from "../agenda-building-queries.ts";
import { addNote, addPaper, openAgenda } from "../agenda-operations.ts";
import { aMeeting, type AgendaPlace, anActor, aPaper, aTown } from "../testing.ts";
import { dispatchAgenda, type DispatchResult, warningsKey } from "./dispatch-agenda.ts";

export type BuiltAgenda = { place: AgendaPlace; secretary: Actor; meetingId: number; open: number; closed: number };

/** A day in so many days, "YYYY-MM-DD", for meetings that are to come. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A meeting in 60 days with a member, a substitute, an open paper, a note and a closed paper on its agenda. */
export async function anAgendaToSend(
  db: Database,
  words: { open?: string; closed?: string } = {},
): Promise<BuiltAgenda> {
  const place = await aTown(db);
  // The key that the archive finds a committee by.
  await db
    .updateTable("committee")
    .set({ name_key: committeeKey("Skoleudvalget") })
    .where("id", "=", place.committeeId)
    .execute();
  const secretary = anActor(place, "secretary");
  const meetingId = await aMeeting(db, place, inDays(60));
  await aPerson(db, place.municipalityId, "Mogens Medlem", "member", place.committeeId);
  await db
    .insertInto("role_grant")
    .values({
      municipality_id: place.municipalityId,
      user_id: (await aPerson(db, place.municipalityId, "Sofie Stedfortræder", "reader")).userId,
      role: "substitute",
      committee_id: place.committeeId,
    })
    .execute();
  const open = await aPaper(db, place, { title: words.open ?? "Ny legeplads ved skolen" });
  const closed = await aPaper(db, place, { title: words.closed ?? "Køb af grund", closed: true });
  const at = { municipalityId: place.municipalityId, meetingId };
  await openAgenda(db, secretary, at);
  // The committee's usual items stay out, so that tests count their own.
  await db.deleteFrom("agenda_item").where("kind", "=", "standing").execute();
  await addPaper(db, secretary, { ...at, version: 1 }, open);
  await addNote(db, secretary, { ...at, version: 2 }, { title: "Meddelelser", text: "Sommerfest i Skolegården." });
  await addPaper(db, secretary, { ...at, version: 3 }, closed);
  return { place, secretary, meetingId, open, closed };
}

/** Sends an agenda, whatever there is to look at. */
export async function send(
  db: Database,
  { place, secretary, meetingId }: BuiltAgenda,
  { version = 4, actor = secretary }: { version?: number; actor?: Actor } = {},
): Promise<DispatchResult> {
  const at = { municipalityId: place.municipalityId, meetingId };
  const warnings = await listWarnings(db, at, inDays(0));
  return dispatchAgenda(db, actor, { ...at, version }, { answered: warningsKey(warnings) });
}
