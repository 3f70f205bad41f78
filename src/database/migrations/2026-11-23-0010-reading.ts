import { type Kysely, sql } from "kysely";

/**
 * What members write and mark for themselves while they read. The schema `personal` belongs to each person alone: it
 * stays out of the portable export, and where it is when an archive is restored over another it stays as it is. It goes
 * with the person's account. No reference to the archive's own tables, so that nothing there can take a note away.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create schema if not exists personal`,
  // An empty text is a note that was taken away: its version still tells an older copy of it from a newer.
  `create table if not exists personal.note (
    municipality_id integer not null,
    user_id text not null references identity."user" (id) on delete cascade,
    item_id bigint not null,
    planned_meeting_id bigint not null,
    text text not null,
    version integer not null default 1,
    updated_at timestamptz not null default current_timestamp,
    primary key (municipality_id, user_id, item_id)
  )`,
  // \`part\`: which text of the item; \`quote\` with the words before and after it finds the place again when that text
  // is changed. \`id\` is made where the mark is made, so that a mark that is sent twice is one.
  `create table if not exists personal.highlight (
    municipality_id integer not null,
    user_id text not null references identity."user" (id) on delete cascade,
    id uuid not null,
    item_id bigint not null,
    planned_meeting_id bigint not null,
    part text not null,
    start integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    colour text not null check (colour in ('yellow', 'green', 'blue')),
    made_at timestamptz not null default current_timestamp,
    primary key (municipality_id, user_id, id)
  )`,
  `create index if not exists highlight_by_meeting on personal.highlight (municipality_id, user_id, planned_meeting_id)`,
  // \`dispatch\`: the number of the one that was read.
  `create table if not exists personal.read_mark (
    municipality_id integer not null,
    user_id text not null references identity."user" (id) on delete cascade,
    item_id bigint not null,
    planned_meeting_id bigint not null,
    dispatch integer not null,
    read_at timestamptz not null default current_timestamp,
    primary key (municipality_id, user_id, item_id)
  )`,
  // \`seen\`: the dispatch up to which the person has seen what is new.
  `create table if not exists personal.visit (
    municipality_id integer not null,
    user_id text not null references identity."user" (id) on delete cascade,
    planned_meeting_id bigint not null,
    seen integer not null,
    primary key (municipality_id, user_id, planned_meeting_id)
  )`,
];
