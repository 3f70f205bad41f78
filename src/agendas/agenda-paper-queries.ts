import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Database } from "#database/connect.ts";
import type { AgendaItem } from "#documents/model.ts";
import type { RichText } from "#rich-text/model.ts";
import { textOf } from "#rich-text/text-of.ts";

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
      .where(sql<boolean>`id = any(${ids}::bigint[])`)
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
      .select(["step.paper_id", "committee.name as committee", "step.role", stepDate.as("date"), "step.result"])
      .where("step.municipality_id", "=", municipalityId)
      .where(sql<boolean>`step.paper_id = any(${ids}::bigint[])`)
      .orderBy("step.position")
      .execute(),
    db
      .selectFrom("paper_recommendation")
      // A point keeps its number in the paper, so that "ad 2" means the same in every body.
      .select(["paper_id", "position as number", "text"])
      .where("municipality_id", "=", municipalityId)
      .where(sql<boolean>`paper_id = any(${ids}::bigint[])`)
      .where((eb) => eb.or([eb("committee_id", "is", null), eb("committee_id", "=", committeeId)]))
      .orderBy("position")
      .execute(),
    db
      .selectFrom("paper_section")
      .select(["paper_id", "role", "heading", "body"])
      .where("municipality_id", "=", municipalityId)
      .where(sql<boolean>`paper_id = any(${ids}::bigint[])`)
      .orderBy("position")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("paper_attachment")
      .select(["paper_id", "id", "name", "closed", "sha256"])
      .where("municipality_id", "=", municipalityId)
      .where(sql<boolean>`paper_id = any(${ids}::bigint[])`)
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
        recommendations: recommendations.flatMap(({ paper_id, number, text }) =>
          paper_id === id ? [{ number, text }] : [],
        ),
        sections: sections.flatMap(({ paper_id, role, heading, body }) =>
          // A section that nobody filled in is not printed.
          paper_id === id && textOf(body as RichText).trim() !== "" ? [{ role, heading, body: body as RichText }] : [],
        ),
        attachments: attachments.flatMap(({ paper_id, ...attachment }) =>
          paper_id === id ? [{ paperId: id, ...attachment }] : [],
        ),
      },
    ]),
  );
}

/** The same as far as a list of items shows it: attachments, but neither path, points nor texts. */
export async function readPaperHeads(
  db: Database,
  municipalityId: number,
  _committeeId: number,
  ids: number[],
): Promise<Map<number, PaperOnAgenda>> {
  const papers = await db
    .selectFrom("paper")
    .select((eb) => [
      "id",
      "title",
      "reference",
      "closed",
      "closed_ground as closedGround",
      jsonArrayFrom(
        eb
          .selectFrom("paper_attachment as file")
          .select(["file.paper_id as paperId", "file.id", "file.name", "file.closed", "file.sha256"])
          .whereRef("file.municipality_id", "=", "paper.municipality_id")
          .whereRef("file.paper_id", "=", "paper.id")
          .where("file.removed_at", "is", null)
          .orderBy("file.position")
          .orderBy("file.id"),
      ).as("attachments"),
    ])
    .where("municipality_id", "=", municipalityId)
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .execute();
  return new Map(papers.map(({ id, ...paper }) => [id, { ...paper, path: [], recommendations: [], sections: [] }]));
}

/**
 * When a body treated, treats or is to treat a paper (`step` of its path, `plan` its planned meeting): the agenda it stands
 * on says more than the plan did.
 */
export const stepDate = sql<string | null>`coalesce(
  (step.treated_at at time zone 'Europe/Copenhagen')::date,
  (select max(held.held_on) from agenda_item as listed
    join planned_meeting as held on held.municipality_id = listed.municipality_id and held.id = listed.planned_meeting_id
    where listed.municipality_id = step.municipality_id and listed.paper_id = step.paper_id
      and listed.withdrawn_with is null and held.committee_id = step.committee_id and held.cancelled_at is null),
  case when plan.cancelled_at is null then plan.held_on end)`;
