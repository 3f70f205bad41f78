import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { PaperState } from "#database/schema-papers.ts";
import type { AgendaAt } from "./agenda-change.ts";
import { stepDate } from "./agenda-paper-queries.ts";
import type { PaperOfItem } from "./agenda-warnings.ts";
import { paperTextFacts } from "./paper-text-facts.ts";

type Meeting = Omit<AgendaAt, "version">;

/** What the warnings ask of the papers on an agenda, by item. */
export async function paperFactsOf(
  db: Database,
  { municipalityId, meetingId }: Meeting,
  committeeId: number,
): Promise<Map<number, PaperOfItem>> {
  const items = await db
    .selectFrom("agenda_item as item")
    .innerJoin("paper", (join) =>
      join.onRef("paper.municipality_id", "=", "item.municipality_id").onRef("paper.id", "=", "item.paper_id"),
    )
    .select([
      "item.id",
      "paper.id as paperId",
      "paper.title",
      "paper.reference",
      sql<PaperState>`paper.state`.as("state"),
      sql<boolean>`coalesce(greatest(paper.updated_at, (select max(section.updated_at) from paper_section as section
        where section.municipality_id = paper.municipality_id and section.paper_id = paper.id))
        > item.paper_seen_at, false)`.as("changed"),
    ])
    .where("item.municipality_id", "=", municipalityId)
    .where("item.planned_meeting_id", "=", meetingId)
    .execute();
  if (items.length === 0) return new Map();
  const ids = sql<number>`any(${items.map(({ paperId }) => paperId)}::bigint[])`;
  const [steps, points, sections, attachments, answers] = await Promise.all([
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
        "step.committee_id",
        "committee.name as committee",
        stepDate.as("date"),
        sql<boolean>`step.treated_at is not null`.as("treated"),
      ])
      .where("step.municipality_id", "=", municipalityId)
      .where("step.paper_id", "=", ids)
      .orderBy("step.position")
      .execute(),
    db
      .selectFrom("paper_recommendation")
      .select(["paper_id", "text", "committee_id"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", ids)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("paper_section")
      .select(["paper_id", "id", "heading", "role", "required", "version"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", ids)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("paper_attachment")
      .select(["paper_id", "name"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", ids)
      .where("removed_at", "is", null)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("finding_answer")
      .select(["paper_id", "finding_key as key"])
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", ids)
      .execute(),
  ]);
  const recommendationsOf = (id: number) => points.filter(({ paper_id }) => paper_id === id);
  const sectionsOf = (id: number) => sections.filter(({ paper_id }) => paper_id === id);
  const texts = await paperTextFacts(
    db,
    municipalityId,
    items.map(({ paperId, title }) => ({
      paperId,
      title,
      recommendations: recommendationsOf(paperId).map(({ text }) => text),
      sections: sectionsOf(paperId),
    })),
  );
  const answered = new Set(answers.map(({ paper_id, key }) => `${paper_id} ${key}`));
  return new Map(
    items.map(({ id, paperId, reference, state, changed }) => {
      const path = steps.filter(({ paper_id }) => paper_id === paperId);
      // A committee that is on the path twice: the step that has not been treated.
      const here = path.findIndex((step) => step.committee_id === committeeId && !step.treated);
      const words = texts.get(paperId);
      const paper: PaperOfItem = {
        reference,
        state,
        changed,
        onPath: path.some((step) => step.committee_id === committeeId),
        before: path.slice(0, Math.max(here, 0)).map(({ committee, date, treated }) => ({ committee, date, treated })),
        recommendations: recommendationsOf(paperId).filter((point) => [null, committeeId].includes(point.committee_id))
          .length,
        sections: sectionsOf(paperId).map(({ id, heading, role, required }) => ({
          heading,
          role,
          required,
          empty: words?.empty.has(id) ?? true,
        })),
        text: words?.text ?? "",
        attachments: attachments.flatMap(({ paper_id, name }) => (paper_id === paperId ? [name] : [])),
        openFindings: (words?.findings ?? []).filter((key) => !answered.has(`${paperId} ${key}`)).length,
      };
      return [id, paper] as const;
    }),
  );
}

/** How many members of a committee are to get its agenda, and how many seats its latest minutes list. */
export async function countMembers(
  db: Database,
  { municipalityId }: Meeting,
  committeeId: number,
  today: string,
): Promise<{ recipients: number; seats: number | null }> {
  const { rows } = await sql<{ recipients: number; seats: number | null }>`select
    (select count(distinct user_id)::integer from role_grant
      where municipality_id = ${municipalityId} and role = 'member' and (committee_id is null or committee_id = ${committeeId})
        and ended_at is null and from_on <= ${today} and (until_on is null or until_on >= ${today})) as recipients,
    (select nullif(count(*), 0)::integer from attendance
      where municipality_id = ${municipalityId} and substitute_for is null and meeting_id = (
        select meeting.id from meeting where municipality_id = ${municipalityId} and committee_id = ${committeeId}
          and exists (select from attendance where attendance.municipality_id = meeting.municipality_id
            and attendance.meeting_id = meeting.id)
        order by held_on desc limit 1)) as seats`.execute(db);
  return rows[0] ?? { recipients: 0, seats: null };
}

/** Earlier meetings of the committee and year whose agendas are begun and not sent. */
export async function listUnsentBefore(
  db: Database,
  { municipalityId, meetingId }: Meeting,
): Promise<{ date: string; items: number }[]> {
  const { rows } = await sql<{ date: string; items: number }>`
    select other.held_on as date, count(item.id)::integer as items
    from planned_meeting as plan
    join planned_meeting as other on other.municipality_id = plan.municipality_id
      and other.committee_id = plan.committee_id and other.cancelled_at is null
      and date_trunc('year', other.held_on) = date_trunc('year', plan.held_on)
      and (other.held_on, other.start_time) < (plan.held_on, plan.start_time)
    join agenda on agenda.municipality_id = other.municipality_id and agenda.planned_meeting_id = other.id
      and agenda.state = 'building'
    join agenda_item as item on item.municipality_id = other.municipality_id and item.planned_meeting_id = other.id
    where plan.municipality_id = ${municipalityId} and plan.id = ${meetingId}
    group by other.id, other.held_on, other.start_time order by other.held_on, other.start_time`.execute(db);
  return rows;
}
