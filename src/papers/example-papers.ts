import type { Database } from "#database/connect.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { fromMarkdown } from "#rich-text/markdown.ts";
import { findApproval } from "./approval/approval-queries.ts";
import { approveStep } from "./approval/decide.ts";
import { addExampleApproval } from "./approval/example-approval.ts";
import { currentStep } from "./approval/steps.ts";
import { submitPaper } from "./approval/submit.ts";
import { addAttachment } from "./attachments.ts";
import {
  type CommitteeChoice,
  listCommitteeChoices,
  listMeetingChoices,
  type MeetingChoice,
} from "./choice-queries.ts";
import { createPaper } from "./create-paper.ts";
import { type ExamplePaper, examplePapers } from "./example-texts.ts";
import type { PathStep } from "./path.ts";
import { findPaper, listSections } from "./queries.ts";
import { saveSection } from "./save-section.ts";
import { setPath } from "./set-path.ts";
import { setRecommendations } from "./set-recommendations.ts";
import { withdrawPaper } from "./withdraw-paper.ts";

type Town = {
  municipalityId: number;
  people: Map<Role, Actor>;
  committees: CommitteeChoice[];
  meetings: MeetingChoice[];
};

/**
 * Writes the example municipality's papers by its example users' hands, once, so that each page has something to show.
 * Needs its users and its plan of meetings.
 */
export async function keepExamplePapers(db: Database, today: string): Promise<void> {
  const municipality = await db
    .selectFrom("municipality")
    .select("id")
    .where("is_example", "=", true)
    .executeTakeFirst();
  if (!municipality) return;
  const begun = await db
    .selectFrom("paper")
    .select("id")
    .where("municipality_id", "=", municipality.id)
    .limit(1)
    .executeTakeFirst();
  if (begun) return;
  const town: Town = {
    municipalityId: municipality.id,
    people: await findPeople(db, municipality.id),
    committees: await listCommitteeChoices(db, municipality.id),
    meetings: await listMeetingChoices(db, municipality.id, []),
  };
  const writer = town.people.get("writer");
  if (writer) for (const [index, paper] of examplePapers.entries()) await write(db, town, writer, paper, index, today);
  await addExampleApproval(db, municipality.id, town.people, today);
}

async function write(
  db: Database,
  { municipalityId, people, committees, meetings }: Town,
  writer: Actor,
  paper: ExamplePaper,
  index: number,
  today: string,
): Promise<void> {
  const idOf = (name: string | null) => committees.find((committee) => committee.name === name)?.id;
  const committeeId = idOf(paper.committee);
  if (committeeId === undefined) return;
  const path = planPath(paper.path, idOf, meetings);
  const meeting = meetings.find(({ id }) => id === path[0]?.meetingId);
  const deadline = daysAfter(today, paper.deadlineInDays);
  const dayBefore = meeting ? daysAfter(meeting.date, -1) : deadline;
  const made = await createPaper(db, writer, municipalityId, {
    head: {
      title: paper.title,
      responsibleId: writer.userId,
      // The writing is done before the meeting.
      deadline: deadline < dayBefore ? deadline : dayBefore,
      closed: paper.closedGround !== undefined,
      closedGround: paper.closedGround ?? null,
    },
    committeeId,
    templateId: null,
    reference: null,
    formKey: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  });
  if (!made.ok) return;
  const place = { municipalityId, id: made.id };
  const seen = async () => {
    const found = await findPaper(db, municipalityId, made.id, writer.userId);
    return { ...place, version: found?.facts.version ?? 0 };
  };
  for (const section of await listSections(db, municipalityId, made.id)) {
    const body = fromMarkdown(paper.sections[section.heading] ?? "");
    if (body && paper.sections[section.heading])
      await saveSection(db, writer, { ...place, paperId: made.id, sectionId: section.id, baseVersion: 1, body });
  }
  await setPath(db, writer, await seen(), path);
  const points = paper.points.map((point) => ({ text: point.text, committeeId: idOf(point.for) ?? null }));
  await setRecommendations(db, writer, await seen(), points);
  for (const { name, text, closed } of paper.attachments)
    await addAttachment(db, writer, place, { name, bytes: Buffer.from(text), closed });
  if (paper.state === "withdrawn") await withdrawPaper(db, writer, await seen(), "Tallene for december mangler");
  else if (paper.state !== "draft") await approve(db, writer, people, municipalityId, made.id, paper.state);
}

/** Each body at its first meeting after the one before it. */
function planPath(
  path: ExamplePaper["path"],
  idOf: (name: string) => number | undefined,
  meetings: MeetingChoice[],
): PathStep[] {
  let after = "";
  return path.flatMap(({ committee, role }) => {
    const committeeId = idOf(committee);
    if (committeeId === undefined) return [];
    const meeting = meetings.find((one) => one.committeeId === committeeId && one.date > after);
    after = meeting?.date ?? after;
    return [{ committeeId, role, meetingId: meeting?.id ?? null }];
  });
}

/** Sends the paper to approval; a paper that is to be ready is approved by everybody, another by the first of them. */
async function approve(
  db: Database,
  writer: Actor,
  people: Map<Role, Actor>,
  municipalityId: number,
  paperId: number,
  state: "in-approval" | "ready",
): Promise<void> {
  const place = { municipalityId, paperId };
  const { mark } = await findApproval(db, municipalityId, paperId);
  await submitPaper(db, writer, place, { seen: mark, persons: [], remark: null });
  for (;;) {
    const { mark, rounds } = await findApproval(db, municipalityId, paperId);
    const step = currentStep(rounds);
    const person = step && people.get(step.role);
    if (!person || (state === "in-approval" && step.position > 1)) return;
    const seen = { round: step.round, position: step.position, seen: mark };
    const approved = await approveStep(db, person, place, seen, null);
    if (!approved.ok) return;
  }
}

async function findPeople(db: Database, municipalityId: number): Promise<Map<Role, Actor>> {
  const rows = await db
    .selectFrom("role_grant as granted")
    .innerJoin("identity.user as user", "user.id", "granted.user_id")
    .select(["user.id as userId", "user.name", "user.email", "granted.role"])
    .where("granted.municipality_id", "=", municipalityId)
    .where("user.isExample", "=", true)
    .where("granted.ended_at", "is", null)
    .execute();
  return new Map(
    rows.map(({ role, ...user }) => [
      role as Role,
      {
        ...user,
        isOperator: false,
        isExample: true,
        grants: [{ municipalityId, role: role as Role, committeeId: null, itemId: null }],
      },
    ]),
  );
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
