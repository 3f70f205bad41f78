import { randomUUID } from "node:crypto";
import { listWarnings } from "#agendas/agenda-building-queries.ts";
import { addPaper, openAgenda } from "#agendas/agenda-operations.ts";
import { dispatchAgenda, warningsKey } from "#agendas/dispatch/dispatch-agenda.ts";
import { planMeeting } from "#agendas/plan-operations.ts";
import type { Database } from "#database/connect.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { choosePassword, invite } from "#identity/access-operations.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { createPaper } from "#papers/create-paper.ts";
import { saveSection } from "#papers/save-section.ts";
import type { RichText } from "#rich-text/model.ts";

export const PASSWORD = "tre blaa stole i regn";
const PAPERS = 200;

export type Work = {
  municipality: string;
  committee: string;
  actor: Actor;
  municipalityId: number;
  papers: number[];
  building: number;
  sent: number;
  emails: { secretary: string; member: string };
};

/** A committee at work in the largest municipality of an archive: people, papers with text, an agenda sent and one not. */
export async function committeeWork(db: Database): Promise<Work> {
  const place = await db
    .selectFrom("committee")
    .innerJoin("municipality", "municipality.id", "committee.municipality_id")
    .select([
      "municipality.id as municipalityId",
      "municipality.slug as municipality",
      "committee.id",
      "committee.slug",
    ])
    .where("successor_id", "is", null)
    .where("municipality.is_example", "=", false)
    .orderBy("municipality.id")
    .orderBy("committee.id")
    .executeTakeFirstOrThrow();
  const { municipalityId } = place;
  const emails = { secretary: `${randomUUID()}@example.dk`, member: `${randomUUID()}@example.dk` };
  const actor = await aPerson(db, municipalityId, "secretary", emails.secretary);
  await aPerson(db, municipalityId, "member", emails.member);

  const papers: number[] = [];
  for (let index = 0; index < PAPERS; index++) {
    const head = {
      title: `Ny legeplads nummer ${index} ved byens skoler`,
      responsibleId: actor.userId,
      deadline: null,
      closed: index % 10 === 0,
      closedGround: index % 10 === 0 ? "Forhandlinger med en leverandør" : null,
    };
    const made = await createPaper(db, actor, municipalityId, {
      head,
      committeeId: place.id,
      templateId: null,
      reference: null,
      formKey: randomUUID(),
    });
    if (!made.ok) throw new Error(made.reason);
    papers.push(made.id);
    for (const sectionId of [1, 2, 3]) {
      const paper = { municipalityId, paperId: made.id, sectionId };
      await saveSection(db, actor, { ...paper, baseVersion: 1, body: someText(index, 12) });
    }
  }
  await db
    .updateTable("paper")
    .set({ state: "ready" })
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", papers.slice(0, 60))
    .execute();
  const work = { db, actor, municipalityId, committeeId: place.id };
  const sent = await anAgenda(work, 40, papers.slice(0, 30));
  const building = await anAgenda(work, 54, papers.slice(30, 60));
  await send(work, sent);
  return {
    municipality: place.municipality,
    committee: place.slug,
    actor,
    municipalityId,
    papers,
    building,
    sent,
    emails,
  };
}

type Place = { db: Database; actor: Actor; municipalityId: number; committeeId: number };

async function anAgenda(
  { db, actor, municipalityId, committeeId }: Place,
  days: number,
  papers: number[],
): Promise<number> {
  const date = dayInDenmark(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
  const meeting = { date, start: "13:00", end: "16:00", place: "Rådhuset", extraordinary: false };
  const planned = await planMeeting(db, actor, { municipalityId, committeeId }, meeting);
  if (!planned.ok) throw new Error(planned.reason);
  const at = { municipalityId, meetingId: planned.id };
  await openAgenda(db, actor, at);
  for (const paper of papers) {
    const added = await addPaper(db, actor, { ...at, version: await versionOf(db, at) }, paper);
    if (!added.ok) throw new Error(added.reason);
  }
  return planned.id;
}

async function send({ db, actor, municipalityId }: Place, meetingId: number): Promise<void> {
  const at = { municipalityId, meetingId };
  const warnings = await listWarnings(db, at, dayInDenmark(new Date()));
  const version = await versionOf(db, at);
  const sent = await dispatchAgenda(db, actor, { ...at, version }, { answered: warningsKey(warnings) });
  if (!sent.ok) throw new Error(sent.reason);
}

async function versionOf(db: Database, at: { municipalityId: number; meetingId: number }): Promise<number> {
  const { version } = await db
    .selectFrom("agenda")
    .select("version")
    .where("municipality_id", "=", at.municipalityId)
    .where("planned_meeting_id", "=", at.meetingId)
    .executeTakeFirstOrThrow();
  return version;
}

async function aPerson(db: Database, municipalityId: number, role: Role, email: string): Promise<Actor> {
  const operator = { userId: "bench", name: "Drift", email, isOperator: true, isExample: false, grants: [] };
  const name = `Bente Bænk ${role}`;
  const grant = { role, committeeId: null, untilOn: null };
  const invited = await invite(db, operator, municipalityId, { name, email }, grant);
  if (!invited.ok || invited.token === null) throw new Error("not invited");
  await choosePassword(db, invited.token, PASSWORD, null);
  const grants = [{ municipalityId, role, committeeId: null, itemId: null }];
  return { userId: invited.userId, name, email, isOperator: false, isExample: false, grants };
}

/** Paragraphs as a case has them; other ones for another `seed`. */
export function someText(seed: number, paragraphs: number): RichText {
  const content = Array.from({ length: paragraphs }, (_, index) => ({
    type: "paragraph",
    content: [
      {
        type: "text",
        text: `Afsnit ${index} i udgave ${seed}: Forvaltningen har gennemgået legepladserne ved kommunens skoler og foreslår, at der afsættes ${seed * 7 + index} kr. til fornyelse af gynger, sand og hegn i løbet af året, så børnene kan være der hele dagen.`,
      },
    ],
  }));
  return { type: "doc", content };
}
