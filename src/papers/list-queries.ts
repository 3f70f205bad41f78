import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { PaperState } from "#database/schema-papers.ts";
import type { Schema } from "#database/schema.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { standsIn } from "./facts.ts";
import type { PaperFilters } from "./filters.ts";

export type ListedPaper = {
  id: number;
  reference: string;
  title: string;
  committee: string;
  state: PaperState;
  closed: boolean;
  responsible: string;
  deadline: string | null;
  /** The deadline has passed and the paper is not ready. */
  overdue: boolean;
  /** The next body on its path and the day of its meeting, while there is one. */
  next: { committee: string; date: string | null } | null;
  updatedAt: Date;
};

/** One page of the papers a person may read as they are being written, those that were changed last first. */
export async function listPapers(
  db: Database,
  actor: Actor,
  municipalityId: number,
  filters: PaperFilters,
  page: { offset: number; limit: number },
): Promise<ListedPaper[]> {
  return readable(db, actor, municipalityId, filters)
    .select([
      "paper.id",
      "paper.reference",
      "paper.title",
      "committee.name as committee",
      "paper.state",
      "paper.closed",
      "paper.responsible_name as responsible",
      "paper.deadline",
      isOverdue().as("overdue"),
      sql<ListedPaper["next"]>`(select json_build_object('committee', body.name, 'date', plan.held_on)
        from consultation step
        join committee body on body.municipality_id = step.municipality_id and body.id = step.committee_id
        left join planned_meeting plan on plan.municipality_id = step.municipality_id and plan.id = step.planned_meeting_id
        where step.municipality_id = paper.municipality_id and step.paper_id = paper.id and step.treated_at is null
        order by step.position limit 1)`.as("next"),
      "paper.updated_at as updatedAt",
    ])
    .orderBy("paper.updated_at", "desc")
    .orderBy("paper.id", "desc")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** How many there are of each state with the other filters on. */
export async function countPapers(
  db: Database,
  actor: Actor,
  municipalityId: number,
  filters: PaperFilters,
): Promise<Partial<Record<PaperState, number>>> {
  const rows = await readable(db, actor, municipalityId, { ...filters, state: undefined })
    .select(["paper.state", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("paper.state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Other papers of the same case number that the person may read, newest first. */
export async function listOfSameCase(
  db: Database,
  actor: Actor,
  municipalityId: number,
  { id, referenceKey }: { id: number; referenceKey: string },
): Promise<{ id: number; title: string; state: PaperState }[]> {
  return readable(db, actor, municipalityId, { mine: false, overdue: false })
    .select(["paper.id", "paper.title", "paper.state"])
    .where("paper.reference_key", "=", referenceKey)
    .where("paper.id", "<>", id)
    .orderBy("paper.id", "desc")
    .limit(20)
    .execute();
}

function readable(db: Database, actor: Actor, municipalityId: number, filters: PaperFilters) {
  const { committee, state, mine, overdue, text } = filters;
  return db
    .selectFrom("paper")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "paper.municipality_id")
        .onRef("committee.id", "=", "paper.committee_id"),
    )
    .where("paper.municipality_id", "=", municipalityId)
    .where(mayBeRead(actor, municipalityId))
    .$if(committee !== undefined, (q) => q.where("committee.slug", "=", committee as string))
    .$if(state !== undefined, (q) => q.where("paper.state", "=", state as PaperState))
    .$if(mine, (q) => q.where("paper.responsible_id", "=", actor.userId))
    .$if(overdue, (q) => q.where(isOverdue()))
    .$if(text !== undefined, (q) => {
      const pattern = `%${(text as string).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      return q.where((eb) => eb.or([eb("paper.title", "ilike", pattern), eb("paper.reference", "ilike", pattern)]));
    });
}

const isOverdue = () =>
  sql<boolean>`coalesce(paper.deadline < ${dayInDenmark(new Date())} and paper.state in ('draft', 'in-approval'), false)`;

/** `mayRead` of the policy, for the database; a test holds the two together. */
function mayBeRead(actor: Actor, municipalityId: number) {
  type Row = ExpressionBuilder<Schema, "paper" | "committee">;
  return (eb: Row): ExpressionWrapper<Schema, "paper" | "committee", SqlBool> => {
    const within = (wanted: readonly Role[], column = sql.ref<number>("paper.committee_id")) => {
      const grants = actor.grants.filter(
        (grant) => grant.municipalityId === municipalityId && grant.itemId === null && wanted.includes(grant.role),
      );
      if (grants.some(({ committeeId }) => committeeId === null)) return sql<boolean>`true`;
      return sql<boolean>`${column} = any(${grants.map(({ committeeId }) => committeeId)}::bigint[])`;
    };
    const bodies = within(["secretary", "director", "mayor"], sql.ref<number>("step.committee_id"));
    return eb.or([
      within(["secretary", "head", "director"]),
      eb.and([
        within(["writer"]),
        eb.or([eb("paper.closed", "=", false), eb("paper.responsible_id", "=", actor.userId)]),
      ]),
      eb.and([
        eb("paper.state", "<>", "draft"),
        eb.or([within(["mayor"]), standsIn(actor.userId, dayInDenmark(new Date()))]),
      ]),
      eb.and([
        eb("paper.state", "in", ["ready", "dispatched", "finished"]),
        sql<boolean>`exists (select 1 from consultation step where step.municipality_id = paper.municipality_id
          and step.paper_id = paper.id and ${bodies})`,
      ]),
    ]);
  };
}
