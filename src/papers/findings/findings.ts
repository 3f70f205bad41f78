import type { Database } from "#database/connect.ts";
import type { RichText } from "#rich-text/model.ts";
import { checkPaper, type PaperFinding } from "./check-paper.ts";

/** Why a finding was left as it stands. */
export type FindingAnswer = { reason: string; by: string; at: Date };

/** `answer` null: it is still to be answered. */
export type ListedFinding = PaperFinding & { answer: FindingAnswer | null };

/**
 * What does not add up in a paper and nobody has answered, for the list before dispatch. The caller has asked whether the
 * person may read the paper. Empty when there is no such paper.
 */
export async function openFindings(db: Database, municipalityId: number, paperId: number): Promise<PaperFinding[]> {
  const findings = await listFindings(db, municipalityId, paperId);
  return findings.filter(({ answer }) => answer === null);
}

/** All that does not add up in a paper, in the order of its text, with the answers that were given. */
export async function listFindings(db: Database, municipalityId: number, paperId: number): Promise<ListedFinding[]> {
  const [paper, sections, points, answers] = await Promise.all([
    db
      .selectFrom("paper")
      .select("title")
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", paperId)
      .executeTakeFirst(),
    db
      .selectFrom("paper_section")
      .select(["id", "heading", "body"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", paperId)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("paper_recommendation")
      .select("text")
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", paperId)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("finding_answer")
      .select(["finding_key as key", "reason", "answered_by_name as by", "answered_at as at"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", paperId)
      .execute(),
  ]);
  if (!paper) return [];
  const answered = new Map(answers.map(({ key, ...answer }) => [key, answer]));
  return checkPaper({
    title: paper.title,
    recommendations: points.map(({ text }) => text),
    sections: sections.map(({ id, heading, body }) => ({ id, heading, body: body as RichText })),
  }).map((finding) => ({ ...finding, answer: answered.get(finding.key) ?? null }));
}
