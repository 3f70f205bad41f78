import { type Kysely, sql } from "kysely";

/** Which of the archive's meetings a planned one is, so that the archive follows when it is moved or cancelled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // `plan_version`: of the plan that the archive tells. `earlier_days`: where the archive showed the meeting before it was moved; old addresses lead on from there.
  `create table meeting_of_plan (
    municipality_id integer not null,
    planned_meeting_id bigint not null,
    meeting_id bigint not null,
    plan_version integer not null,
    earlier_days date[] not null default '{}',
    primary key (municipality_id, planned_meeting_id),
    foreign key (municipality_id, planned_meeting_id) references planned_meeting (municipality_id, id) on delete cascade,
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id) on delete cascade
  )`,
  `create index meeting_of_plan_meeting on meeting_of_plan (municipality_id, meeting_id)`,
  // Those that were moved since they were put into the archive are followed up: their plan has a later version than none.
  `insert into meeting_of_plan (municipality_id, planned_meeting_id, meeting_id, plan_version)
    select distinct on (dispatch.municipality_id, dispatch.planned_meeting_id)
      dispatch.municipality_id, dispatch.planned_meeting_id, document.meeting_id,
      case when meeting.held_on = plan.held_on then plan.version else 0 end
    from dispatch
    join planned_meeting as plan on plan.municipality_id = dispatch.municipality_id
      and plan.id = dispatch.planned_meeting_id
    join document_revision on document_revision.municipality_id = dispatch.municipality_id
      and document_revision.sha256 = dispatch.public_sha256
    join document on document.municipality_id = document_revision.municipality_id
      and document.id = document_revision.document_id
    join meeting on meeting.municipality_id = document.municipality_id and meeting.id = document.meeting_id
    order by dispatch.municipality_id, dispatch.planned_meeting_id, dispatch.number desc`,
];
