import { type Kysely, sql } from "kysely";

/** When committees meet, and by which days their papers are sent out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table committee_rules (
    municipality_id integer not null,
    committee_id bigint not null,
    dispatch_days integer not null check (dispatch_days between 0 and 30),
    saturday_counts boolean not null,
    meeting_day_counts boolean not null,
    primary key (municipality_id, committee_id),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade
  )`,
  // A meeting that is moved keeps its row; one that is cancelled stays in the plan and says so.
  `create table planned_meeting (
    municipality_id integer not null,
    id bigint generated always as identity,
    committee_id bigint not null,
    held_on date not null,
    start_time time not null,
    end_time time,
    place text not null,
    extraordinary boolean not null,
    moved_from date,
    cancelled_at timestamptz,
    reason text,
    version integer not null default 1,
    primary key (municipality_id, id),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade
  )`,
  `create unique index planned_meeting_once on planned_meeting (municipality_id, committee_id, held_on, start_time)
    where cancelled_at is null`,
  `create index planned_meeting_day on planned_meeting (municipality_id, held_on)`,
];
