import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { ConsultationRole, SnapshotOccasion } from "#database/schema-papers.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import type { SectionRole } from "#minutes/model.ts";
import type { RichText } from "#rich-text/model.ts";
import { type EditResult, editPaper, type PaperPlace } from "./edit-paper.ts";
import { mayEdit } from "./policy.ts";
import { findPaper, readParts } from "./queries.ts";

/** A whole paper as it stood, for reading and comparing. */
export type PaperContent = {
  reference: string;
  title: string;
  committee: string;
  responsible: string;
  deadline: string | null;
  closed: boolean;
  closedGround: string | null;
  path: { committee: string; role: ConsultationRole; date: string | null }[];
  recommendations: { number: number; text: string; committee: string | null }[];
  sections: { id: number; role: SectionRole; heading: string; body: RichText }[];
  attachments: { id: number; name: string; fileName: string; sha256: string; closed: boolean }[];
};

/** The paper as it stands now; undefined when there is none. The caller has asked the policy. */
export async function readContent(
  db: Database,
  municipalityId: number,
  paperId: number,
): Promise<PaperContent | undefined> {
  const paper = await findPaper(db, municipalityId, paperId, "");
  if (!paper) return undefined;
  const { sections, recommendations, path, attachments } = await readParts(db, municipalityId, paperId);
  return {
    reference: paper.reference,
    title: paper.title,
    committee: paper.committee.name,
    responsible: paper.responsibleName,
    deadline: paper.deadline,
    closed: paper.facts.closed,
    closedGround: paper.closedGround,
    path: path.map(({ committee, role, date }) => ({ committee: committee.name, role, date })),
    recommendations: recommendations.map(({ number, text, committee }) => ({ number, text, committee })),
    sections: sections.map(({ id, role, heading, body }) => ({ id, role, heading, body })),
    attachments: attachments.map(({ id, name, fileName, sha256, closed }) => ({ id, name, fileName, sha256, closed })),
  };
}

/**
 * Keeps the paper as it stands, in the caller's transaction, which holds the paper's lock. Returns the snapshot's number.
 *
 *     await keepSnapshot(tx, actor, municipalityId, paperId, "submitted");
 */
export async function keepSnapshot(
  tx: Transaction<Schema>,
  actor: Pick<Actor, "userId" | "name">,
  municipalityId: number,
  paperId: number,
  occasion: SnapshotOccasion,
): Promise<number> {
  const content = await readContent(tx, municipalityId, paperId);
  if (!content) throw new Error(`There is no paper ${paperId} to keep.`);
  const { number } = await tx
    .insertInto("paper_snapshot")
    .values({
      municipality_id: municipalityId,
      paper_id: paperId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from paper_snapshot
        where municipality_id = ${municipalityId} and paper_id = ${paperId})`,
      occasion,
      content: JSON.stringify(content),
      made_by: actor.userId,
      made_by_name: actor.name,
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  return number;
}

/** Keeps the paper as it stands now because somebody wants to find it again; twice in a row is as once. */
export async function keepVersion(db: Database, actor: Actor, { municipalityId, id }: PaperPlace): Promise<EditResult> {
  return editPaper(
    db,
    actor,
    { municipalityId, id },
    {
      may: mayEdit,
      isSame: (tx) => isKept(tx, municipalityId, id),
      async write(tx) {
        const number = await keepSnapshot(tx, actor, municipalityId, id, "kept");
        return { action: "paper.version-kept", details: { number } };
      },
    },
  );
}

/** Whether what somebody kept last is the paper as it stands. */
async function isKept(tx: Transaction<Schema>, municipalityId: number, paperId: number): Promise<boolean> {
  const content = JSON.stringify(await readContent(tx, municipalityId, paperId));
  const last = await tx
    .selectFrom("paper_snapshot")
    .select(["occasion", sql<boolean>`content = ${content}::jsonb`.as("same")])
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.occasion === "kept" && last.same;
}

export type Snapshot = { number: number; occasion: SnapshotOccasion; at: Date; by: string };

/** The snapshots of a paper, newest first. */
export async function listSnapshots(db: Database, municipalityId: number, paperId: number): Promise<Snapshot[]> {
  return db
    .selectFrom("paper_snapshot")
    .select(["number", "occasion", "made_at as at", "made_by_name as by"])
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .orderBy("number", "desc")
    .execute();
}

export async function findSnapshot(
  db: Database,
  municipalityId: number,
  paperId: number,
  number: number,
): Promise<PaperContent | undefined> {
  const row = await db
    .selectFrom("paper_snapshot")
    .select("content")
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.content as PaperContent | undefined;
}
