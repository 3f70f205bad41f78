import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { AgendaItem } from "#documents/model.ts";
import type { RichText } from "#rich-text/model.ts";

/** What an agenda prints of a paper, as the paper stands now. */
export type PaperOnAgenda = Pick<AgendaItem, "path" | "recommendations" | "sections" | "attachments"> & {
  title: string;
  reference: string;
  closed: boolean;
  closedGround: string | null;
};

/** Papers by id as an agenda of a committee prints them: with the recommendations that are for that committee. */
export async function readPapers(
  db: Database,
  municipalityId: number,
  committeeId: number,
  ids: number[],
): Promise<Map<number, PaperOnAgenda>> {
  if (ids.length === 0) return new Map();
  const [papers, path, recommendations, sections, attachments] = await Promise.all([
    db
      .selectFrom("paper")
      .select(["id", "title", "reference", "closed", "closed_ground as closedGround"])
      .where("municipality_id", "=", municipalityId)
      .where("id", "in", ids)
      .execute(),
    db
      .selectFrom("consultation as step")
      .innerJoin("committee", (join) =>
        join
          .onRef("committee.municipality_id", "=", "step.municipality_id")
          .onRef("committee.id", "=", "step.committee_id"),
      )
      .leftJoin("planned_meeting as plan", (join) =>
        join
          .onRef("plan.municipality_id", "=", "step.municipality_id")
          .onRef("plan.id", "=", "step.planned_meeting_id"),
      )
      .select([
        "step.paper_id",
        "committee.name as committee",
        "step.role",
        sql<string | null>`coalesce((step.treated_at at time zone 'Europe/Copenhagen')::date, plan.held_on)`.as("date"),
        "step.result",
      ])
      .where("step.municipality_id", "=", municipalityId)
      .where("step.paper_id", "in", ids)
      .orderBy("step.position")
      .execute(),
    db
      .selectFrom("paper_recommendation")
      .select(["paper_id", "position", "text", "committee_id"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "in", ids)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("paper_section")
      .select(["paper_id", "role", "heading", "body"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "in", ids)
      .orderBy("position")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("paper_attachment")
      .select(["paper_id", "id", "name", "closed", "sha256"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "in", ids)
      .where("removed_at", "is", null)
      .orderBy("position")
      .orderBy("id")
      .execute(),
  ]);
  return new Map(
    papers.map(({ id, ...paper }) => [
      id,
      {
        ...paper,
        path: path.flatMap(({ paper_id, ...step }) => (paper_id === id ? [step] : [])),
        // A point keeps its number in the paper, so that "ad 2" means the same in every body.
        recommendations: recommendations
          .filter(({ paper_id }) => paper_id === id)
          .map(({ text, committee_id }, index) => ({ number: index + 1, text, for: committee_id }))
          .filter((point) => point.for === null || point.for === committeeId)
          .map(({ number, text }) => ({ number, text })),
        sections: sections.flatMap(({ paper_id, role, heading, body }) =>
          paper_id === id && saysSomething(body) ? [{ role, heading, body: body as unknown as RichText }] : [],
        ),
        attachments: attachments.flatMap(({ paper_id, ...attachment }) =>
          paper_id === id ? [{ paperId: id, ...attachment }] : [],
        ),
      },
    ]),
  );
}

/** A section that nobody filled in is not printed. */
export function saysSomething(body: Record<string, unknown>): boolean {
  return /"text":\s*"[^"]*[^\s"]/.test(JSON.stringify(body));
}
