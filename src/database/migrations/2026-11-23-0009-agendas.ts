import { type Kysely, sql } from "kysely";

/**
 * Agendas: what a planned meeting will treat. An item keeps its row, and so its notes, through reorders and addenda.
 * \`number\` 0 of \`dispatch\` is the agenda itself, 1 and on its addenda; what was sent stands in \`content\` as it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Whether items are numbered through the calendar year, or from 1 in each meeting.
  `alter table committee_rules add column numbering text not null default 'year' check (numbering in ('year', 'meeting'))`,
  // \`place\`: before all others, after the open items, or after the closed ones too.
  `create table standing_item (
    municipality_id integer not null,
    committee_id bigint not null,
    position smallint not null,
    title text not null,
    text text not null default '',
    place text not null check (place in ('first', 'last', 'end')),
    closed boolean not null default false,
    closed_ground text,
    primary key (municipality_id, committee_id, position),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade
  )`,
  // \`called_by\`: who asked for an extraordinary meeting (kommunestyrelsesloven § 8, stk. 2).
  `create table agenda (
    municipality_id integer not null,
    planned_meeting_id bigint not null,
    state text not null default 'building' check (state in ('building', 'dispatched')),
    version integer not null default 1,
    called_by text check (called_by in ('chair', 'members')),
    primary key (municipality_id, planned_meeting_id),
    foreign key (municipality_id, planned_meeting_id) references planned_meeting (municipality_id, id) on delete cascade
  )`,
  // \`number\`: the item number per body and calendar year, given at dispatch and never changed after; before that it is
  // counted when read. \`came_with\` and \`withdrawn_with\`: numbers of dispatches.
  // \`place\`: as of standing items. \`paper_seen_at\`: the paper as the secretary last saw it.
  `create table agenda_item (
    municipality_id integer not null,
    id bigint generated always as identity,
    planned_meeting_id bigint not null,
    position smallint not null,
    place text not null default 'middle' check (place in ('first', 'middle', 'last', 'end')),
    kind text not null check (kind in ('standing', 'paper', 'note')),
    paper_id bigint,
    paper_seen_at timestamptz,
    title text not null,
    text text not null default '',
    number integer,
    closed boolean not null default false,
    closed_ground text,
    starts_at time,
    minutes smallint check (minutes between 1 and 600),
    late_reason text,
    came_with integer,
    withdrawn_with integer,
    withdrawn_reason text,
    primary key (municipality_id, id),
    foreign key (municipality_id, planned_meeting_id) references agenda (municipality_id, planned_meeting_id) on delete cascade,
    foreign key (municipality_id, paper_id) references paper (municipality_id, id),
    check ((kind = 'paper') = (paper_id is not null))
  )`,
  `create index agenda_item_by_meeting on agenda_item (municipality_id, planned_meeting_id, position)`,
  `create unique index agenda_item_paper_once on agenda_item (municipality_id, planned_meeting_id, paper_id)
    where withdrawn_with is null and paper_id is not null`,
  `create table agenda_guest (
    municipality_id integer not null,
    agenda_item_id bigint not null,
    position smallint not null,
    name text not null,
    user_id text,
    from_time time,
    until_time time,
    primary key (municipality_id, agenda_item_id, position),
    foreign key (municipality_id, agenda_item_id) references agenda_item (municipality_id, id) on delete cascade
  )`,
  // \`content\`: the whole agenda as it stood (documents/model.ts), closed items too. \`public_sha256\`: the file in the
  // archive that holds its open part; null until it is put there, in the background.
  `create table dispatch (
    municipality_id integer not null,
    planned_meeting_id bigint not null,
    number integer not null,
    deadline_on date not null,
    late boolean not null,
    content jsonb not null,
    dispatched_at timestamptz not null default current_timestamp,
    dispatched_by text not null,
    dispatched_by_name text not null,
    public_sha256 text,
    primary key (municipality_id, planned_meeting_id, number),
    foreign key (municipality_id, planned_meeting_id) references agenda (municipality_id, planned_meeting_id) on delete cascade
  )`,
  // To whom what was sent; \`sent_at\` null while it waits. Mail is sent in the background, and again at \`try_at\` when it
  // failed. \`kind\`: of the agenda or addendum itself, or of a meeting moved or cancelled after it. \`sequence\`: the version
  // of the planned meeting that its calendar file tells.
  `create table dispatch_recipient (
    municipality_id integer not null,
    planned_meeting_id bigint not null,
    number integer not null,
    position smallint not null,
    user_id text not null,
    name text not null,
    email text not null,
    role text not null,
    kind text not null default 'dispatch' check (kind in ('dispatch', 'moved', 'cancelled')),
    sequence integer not null default 1,
    attempts smallint not null default 0,
    try_at timestamptz not null default current_timestamp,
    sent_at timestamptz,
    primary key (municipality_id, planned_meeting_id, number, position),
    foreign key (municipality_id, planned_meeting_id, number)
      references dispatch (municipality_id, planned_meeting_id, number) on delete cascade
  )`,
  `create index dispatch_recipient_unsent on dispatch_recipient (try_at) where sent_at is null`,
  `create index dispatch_unarchived on dispatch (dispatched_at) where public_sha256 is null`,
];
