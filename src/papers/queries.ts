import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { ConsultationRole } from "#database/schema-papers.ts";
import type { SectionRole } from "#minutes/model.ts";
import { auditClosedRead } from "#identity/audit-closed-read.ts";
import type { Actor } from "#identity/actor.ts";
import type { RichText } from "#rich-text/model.ts";
import { paperFacts, selectFacts } from "./facts.ts";
import type { PaperFacts } from "./paper.ts";
import { mayRead } from "./policy.ts";

type Name = { slug: string; name: string };

/** A paper's head. `facts`: for the policy. `templateId` null: the standard sections. */
export type Paper = {
  facts: PaperFacts;
  id: number;
  reference: string;
  referenceKey: string;
  title: string;
  committee: Name;
  responsibleName: string;
  deadline: string | null;
  closedGround: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/**
 * The paper as it is being written; undefined when there is none, or when the person may not read it. That somebody reads
 * a closed one is noted first.
 */
export async function openPaper(
  db: Database,
  actor: Actor,
  municipalityId: number,
  id: number,
): Promise<Paper | undefined> {
  const paper = await findPaper(db, municipalityId, id, actor.userId);
  if (!paper || !mayRead(actor, paper.facts)) return undefined;
  if (paper.facts.closed) await auditClosedRead(db, actor, municipalityId, [`paper:${id}`]);
  return paper;
}

/** The paper for whomever: the caller asks the policy. */
export async function findPaper(
  db: Database,
  municipalityId: number,
  id: number,
  userId: string,
): Promise<Paper | undefined> {
  if (!isId(id)) return undefined;
  const row = await selectFacts(db, municipalityId, id, userId)
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "paper.municipality_id")
        .onRef("committee.id", "=", "paper.committee_id"),
    )
    .select([
      "paper.reference",
      "paper.reference_key",
      "paper.title",
      "paper.responsible_name",
      "paper.deadline",
      "paper.closed_ground",
      "paper.created_at",
      "paper.updated_at",
      sql<Name>`json_build_object('slug', committee.slug, 'name', committee.name)`.as("committee"),
    ])
    .executeTakeFirst();
  return (
    row && {
      facts: paperFacts(row),
      id: row.id,
      reference: row.reference,
      referenceKey: row.reference_key,
      title: row.title,
      committee: row.committee,
      responsibleName: row.responsible_name,
      deadline: row.deadline,
      closedGround: row.closed_ground,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }
  );
}

/** An identifier from an address or a form that the database can hold: anything else finds nothing. */
export const isId = (id: number): boolean => Number.isInteger(id) && id > 0 && id < 2 ** 31;

/** `version` is what a save says it began from. `updatedBy` is null while nobody has written. */
export type PaperSection = {
  id: number;
  role: SectionRole;
  heading: string;
  help: string | null;
  required: boolean;
  body: RichText;
  version: number;
  updatedAt: Date;
  updatedBy: string | null;
};

/** A paper's sections in order. The Indstilling is none of them: its points are `listRecommendations`. */
export async function listSections(db: Database, municipalityId: number, paperId: number): Promise<PaperSection[]> {
  const rows = await db
    .selectFrom("paper_section")
    .select([
      "id",
      "role",
      "heading",
      "help",
      "required",
      "body",
      "version",
      "updated_at as updatedAt",
      "updated_by_name as updatedBy",
    ])
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ ...row, body: row.body as RichText }));
}

export async function findSection(
  db: Database,
  municipalityId: number,
  paperId: number,
  sectionId: number,
): Promise<PaperSection | undefined> {
  return (await listSections(db, municipalityId, paperId)).find(({ id }) => id === sectionId);
}

/** A point of the Indstilling; `committee` is the body it is addressed to, null for every body on the path. */
export type PaperRecommendation = {
  number: number;
  text: string;
  committeeId: number | null;
  committee: string | null;
};

/** The numbered points. With a body: only those it is to treat, with the numbers they have in the whole. */
export async function listRecommendations(
  db: Database,
  municipalityId: number,
  paperId: number,
  committeeId?: number,
): Promise<PaperRecommendation[]> {
  return db
    .selectFrom("paper_recommendation as point")
    .leftJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "point.municipality_id")
        .onRef("committee.id", "=", "point.committee_id"),
    )
    .select([
      "point.position as number",
      "point.text",
      "point.committee_id as committeeId",
      "committee.name as committee",
    ])
    .where("point.municipality_id", "=", municipalityId)
    .where("point.paper_id", "=", paperId)
    .$if(committeeId !== undefined, (q) =>
      q.where((eb) =>
        eb.or([eb("point.committee_id", "is", null), eb("point.committee_id", "=", committeeId as number)]),
      ),
    )
    .orderBy("point.position")
    .execute();
}

/** A step of the political path. `date`: of the planned meeting. `result`: what the body decided, in its words. */
export type Consultation = {
  position: number;
  committeeId: number;
  committee: Name;
  role: ConsultationRole;
  meetingId: number | null;
  date: string | null;
  meetingCancelled: boolean;
  treatedAt: Date | null;
  result: string | null;
};

/** A paper's political path, body by body. */
export async function listPath(db: Database, municipalityId: number, paperId: number): Promise<Consultation[]> {
  return db
    .selectFrom("consultation as step")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "step.municipality_id")
        .onRef("committee.id", "=", "step.committee_id"),
    )
    .leftJoin("planned_meeting as plan", (join) =>
      join.onRef("plan.municipality_id", "=", "step.municipality_id").onRef("plan.id", "=", "step.planned_meeting_id"),
    )
    .select([
      "step.position",
      "step.committee_id as committeeId",
      sql<Name>`json_build_object('slug', committee.slug, 'name', committee.name)`.as("committee"),
      "step.role",
      "step.planned_meeting_id as meetingId",
      "plan.held_on as date",
      sql<boolean>`plan.cancelled_at is not null`.as("meetingCancelled"),
      "step.treated_at as treatedAt",
      "step.result",
    ])
    .where("step.municipality_id", "=", municipalityId)
    .where("step.paper_id", "=", paperId)
    .orderBy("step.position")
    .execute();
}

export type PaperAttachment = {
  id: number;
  name: string;
  fileName: string;
  sha256: string;
  mediaType: string;
  size: number;
  closed: boolean;
};

/** Attachments that have not been removed, in order. */
export async function listAttachments(
  db: Database,
  municipalityId: number,
  paperId: number,
): Promise<PaperAttachment[]> {
  return db
    .selectFrom("paper_attachment as file")
    .innerJoin("stored_file as stored", (join) =>
      join.onRef("stored.municipality_id", "=", "file.municipality_id").onRef("stored.sha256", "=", "file.sha256"),
    )
    .select([
      "file.id",
      "file.name",
      "file.file_name as fileName",
      "file.sha256",
      "stored.media_type as mediaType",
      "stored.size",
      "file.closed",
    ])
    .where("file.municipality_id", "=", municipalityId)
    .where("file.paper_id", "=", paperId)
    .where("file.removed_at", "is", null)
    .orderBy("file.position")
    .orderBy("file.id")
    .execute();
}

/** All that hangs on a paper. */
export async function readParts(db: Database, municipalityId: number, paperId: number) {
  const [sections, recommendations, path, attachments] = await Promise.all([
    listSections(db, municipalityId, paperId),
    listRecommendations(db, municipalityId, paperId),
    listPath(db, municipalityId, paperId),
    listAttachments(db, municipalityId, paperId),
  ]);
  return { sections, recommendations, path, attachments };
}
