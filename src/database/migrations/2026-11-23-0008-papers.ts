import { type Kysely, sql } from "kysely";

/**
 * Papers: cases as they are written for the committees that treat them, from the first draft until their path ends. What
 * stands in them is public only when an agenda with them is dispatched; until then every query goes through the policy.
 * People are named by id and name without a reference to `identity`, so that what somebody did outlives their account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The municipality's own case numbers, "26-000123": the last one given in each year.
  `create table case_number_series (
    municipality_id integer not null references municipality (id) on delete cascade,
    year smallint not null,
    last integer not null,
    primary key (municipality_id, year)
  )`,
  // \`sections\`: [{ role, heading, help, required }] in order. Without a committee: for every committee.
  `create table paper_template (
    municipality_id integer not null references municipality (id) on delete cascade,
    id bigint generated always as identity,
    committee_id bigint,
    name text not null,
    sections jsonb not null,
    ended_at timestamptz,
    primary key (municipality_id, id),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade
  )`,
  // \`committee_id\`: whose templates, approval flow and secretary it follows. \`version\` is raised by each change of the
  // row, the path, the recommendations or the attachments; sections have versions of their own. \`updated_at\`: of those
  // too. \`form_key\`: of the form it was made with, so that a form that is sent twice makes one paper.
  `create table paper (
    municipality_id integer not null references municipality (id) on delete cascade,
    id bigint generated always as identity,
    committee_id bigint not null,
    template_id bigint,
    reference text not null,
    reference_key text not null,
    title text not null,
    responsible_id text not null,
    responsible_name text not null,
    deadline date,
    closed boolean not null default false,
    closed_ground text,
    state text not null default 'draft'
      check (state in ('draft', 'in-approval', 'ready', 'dispatched', 'finished', 'withdrawn')),
    version integer not null default 1,
    created_at timestamptz not null default current_timestamp,
    created_by text not null,
    updated_at timestamptz not null default current_timestamp,
    form_key uuid,
    primary key (municipality_id, id),
    unique (municipality_id, created_by, form_key),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade,
    foreign key (municipality_id, template_id) references paper_template (municipality_id, id),
    check (not closed or closed_ground is not null)
  )`,
  `create index paper_by_committee on paper (municipality_id, committee_id, state)`,
  `create index paper_by_responsible on paper (municipality_id, responsible_id, state)`,
  `create index paper_by_reference on paper (municipality_id, reference_key)`,

  // \`body\`: rich text (rich-text/model.ts).
  `create table paper_section (
    municipality_id integer not null,
    paper_id bigint not null,
    id integer not null,
    position smallint not null,
    role text not null,
    heading text not null,
    help text,
    required boolean not null default false,
    body jsonb not null,
    version integer not null default 1,
    updated_at timestamptz not null default current_timestamp,
    updated_by text,
    updated_by_name text,
    primary key (municipality_id, paper_id, id),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade
  )`,
  // Every body that was ever saved: what a later change is merged with, and what nothing is lost from.
  `create table paper_section_version (
    municipality_id integer not null,
    paper_id bigint not null,
    section_id integer not null,
    version integer not null,
    body jsonb not null,
    saved_at timestamptz not null default current_timestamp,
    saved_by text not null,
    saved_by_name text not null,
    primary key (municipality_id, paper_id, section_id, version),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade
  )`,
  // The whole paper as it was when it was sent to approval, returned, approved or dispatched, or when somebody kept it.
  `create table paper_snapshot (
    municipality_id integer not null,
    paper_id bigint not null,
    number integer not null,
    occasion text not null check (occasion in ('kept', 'submitted', 'returned', 'approved', 'dispatched')),
    content jsonb not null,
    made_at timestamptz not null default current_timestamp,
    made_by text not null,
    made_by_name text not null,
    primary key (municipality_id, paper_id, number),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade
  )`,
  // Numbered points of the Indstilling; \`committee_id\`: the body on the path the point is for, null for all.
  `create table paper_recommendation (
    municipality_id integer not null,
    paper_id bigint not null,
    position smallint not null,
    text text not null,
    committee_id bigint,
    primary key (municipality_id, paper_id, position),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade,
    foreign key (municipality_id, committee_id) references committee (municipality_id, id)
  )`,
  // The political path, body by body. \`treated_at\` and \`result\`: from the meeting.
  `create table consultation (
    municipality_id integer not null,
    paper_id bigint not null,
    position smallint not null,
    committee_id bigint not null,
    role text not null check (role in ('approves', 'decides', 'recommends', 'discusses', 'notes')),
    planned_meeting_id bigint,
    treated_at timestamptz,
    result text,
    primary key (municipality_id, paper_id, position),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade,
    foreign key (municipality_id, committee_id) references committee (municipality_id, id),
    foreign key (municipality_id, planned_meeting_id) references planned_meeting (municipality_id, id)
  )`,
  `create index consultation_by_meeting on consultation (municipality_id, planned_meeting_id)`,
  `create index consultation_by_committee on consultation (municipality_id, committee_id)`,

  // Bytes of attachments by their SHA-256; unlike \`original\` nothing here is public by itself.
  `create table stored_file (
    municipality_id integer not null references municipality (id) on delete cascade,
    sha256 text not null,
    media_type text not null,
    size integer not null,
    content bytea not null,
    primary key (municipality_id, sha256)
  )`,
  `alter table stored_file alter column content set storage external`,
  `create table paper_attachment (
    municipality_id integer not null,
    paper_id bigint not null,
    id integer not null,
    position smallint not null,
    name text not null,
    file_name text not null,
    sha256 text not null,
    closed boolean not null,
    added_at timestamptz not null default current_timestamp,
    added_by text not null,
    removed_at timestamptz,
    primary key (municipality_id, paper_id, id),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade,
    foreign key (municipality_id, sha256) references stored_file (municipality_id, sha256)
  )`,

  // Who must say yes before a paper of a committee is ready: role after role. \`days\`: hverdage before the agenda is
  // dispatched by which the step should be done.
  `create table approval_flow_step (
    municipality_id integer not null,
    committee_id bigint not null,
    position smallint not null,
    role text not null,
    days smallint not null default 0 check (days between 0 and 60),
    primary key (municipality_id, committee_id, position),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade
  )`,
  // A paper's way through the flow, round after round: each return begins a new one when it is sent again. Position 0 is
  // the writer's sending. \`days\` as of the flow when it was sent. \`person_id\`: whom it was sent to; null: whoever has the
  // role. \`skipped\`: a secretary sent it on because somebody was away. \`snapshot\`: what was sent, approved or returned.
  `create table approval (
    municipality_id integer not null,
    paper_id bigint not null,
    round smallint not null,
    position smallint not null,
    role text not null,
    days smallint not null default 0,
    person_id text,
    person_name text,
    state text not null check (state in ('waiting', 'approved', 'returned', 'skipped', 'dropped')),
    comment text,
    decided_at timestamptz,
    decided_by text,
    decided_by_name text,
    deputy_for text,
    snapshot integer,
    primary key (municipality_id, paper_id, round, position),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade
  )`,
  `create index approval_waiting on approval (municipality_id, role) where state = 'waiting'`,
  `create table deputy (
    municipality_id integer not null references municipality (id) on delete cascade,
    id bigint generated always as identity,
    user_id text not null,
    deputy_id text not null,
    from_on date not null,
    until_on date not null,
    ended_at timestamptz,
    primary key (municipality_id, id),
    check (until_on >= from_on),
    check (user_id <> deputy_id)
  )`,
  `create index deputy_by_deputy on deputy (municipality_id, deputy_id)`,
  `create table paper_comment (
    municipality_id integer not null,
    paper_id bigint not null,
    id integer not null,
    section_id integer,
    text text not null,
    written_at timestamptz not null default current_timestamp,
    written_by text not null,
    written_by_name text not null,
    settled_at timestamptz,
    settled_by_name text,
    primary key (municipality_id, paper_id, id),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade
  )`,
  // Mail that people get once, also over restarts: made in the transaction of what it tells, sent in the background, and
  // tried again at \`try_at\` when the mail server did not take it. \`subject\`: "paper:12/1/2", its round and position.
  `create table reminder (
    municipality_id integer not null references municipality (id) on delete cascade,
    subject text not null,
    user_id text not null,
    kind text not null,
    made_at timestamptz not null default current_timestamp,
    attempts smallint not null default 0,
    try_at timestamptz not null default current_timestamp,
    sent_at timestamptz,
    primary key (municipality_id, subject, user_id, kind)
  )`,
  `create index reminder_unsent on reminder (try_at) where sent_at is null`,
  // A finding of the figure check that somebody answered with a reason; \`finding_key\`: a hash of what it says.
  `create table finding_answer (
    municipality_id integer not null,
    paper_id bigint not null,
    finding_key text not null,
    claim text not null,
    reason text not null,
    answered_at timestamptz not null default current_timestamp,
    answered_by text not null,
    answered_by_name text not null,
    primary key (municipality_id, paper_id, finding_key),
    foreign key (municipality_id, paper_id) references paper (municipality_id, id) on delete cascade
  )`,
];
