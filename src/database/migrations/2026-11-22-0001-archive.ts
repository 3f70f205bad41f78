import { type Kysely, sql } from "kysely";

/**
 * The archive. Every table begins its key and its indexes with `municipality_id`, and no foreign key crosses
 * municipalities. What belongs to an item is keyed by the item and a position, so that a document is written
 * in few statements and a new revision replaces its items whole.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create extension if not exists pg_trgm`,
  `create extension if not exists unaccent`,

  // \`order by name collate danish\`: æ, ø, å last and aa as å, whatever the server's own order is.
  `create collation danish (provider = icu, locale = 'da')`,

  // Identifiers are handed out in blocks of 1,000, so that an importer can number a whole document by itself.
  `create sequence archive_id as bigint increment by 1000`,

  // One row. Raised in every transaction that changes public data; the page cache is keyed by it.
  `create table archive_state (
    only_row boolean primary key default true check (only_row),
    revision bigint not null default 1
  )`,
  `insert into archive_state default values`,

  `create table municipality (
    id integer generated always as identity primary key,
    slug text not null unique,
    name text not null,
    is_example boolean not null default false,
    created_at timestamptz not null default now()
  )`,

  `create table committee (
    municipality_id integer not null references municipality,
    id bigint not null,
    slug text not null,
    name text not null,
    name_key text not null,
    kind text not null check (kind in ('committee', 'council', 'finance-committee', 'other')),
    successor_id bigint,
    primary key (municipality_id, id),
    unique (municipality_id, slug),
    unique (municipality_id, name_key),
    foreign key (municipality_id, successor_id) references committee (municipality_id, id)
  )`,

  `create table committee_term (
    municipality_id integer not null,
    committee_id bigint not null,
    term text not null,
    starts_on date not null,
    ends_on date not null,
    primary key (municipality_id, committee_id, term),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id)
  )`,

  `create table person (
    municipality_id integer not null references municipality,
    id bigint not null,
    slug text not null,
    name text not null,
    name_key text not null,
    primary key (municipality_id, id),
    unique (municipality_id, slug),
    unique (municipality_id, name_key)
  )`,

  `create table case_file (
    municipality_id integer not null references municipality,
    id bigint not null,
    reference text not null,
    reference_key text not null,
    primary key (municipality_id, id),
    unique (municipality_id, reference_key)
  )`,

  `create table original (
    municipality_id integer not null references municipality,
    sha256 text not null,
    file_name text not null,
    media_type text not null,
    size integer not null,
    content bytea not null,
    primary key (municipality_id, sha256)
  )`,
  // PDF and DOCX are packed already.
  `alter table original alter column content set storage external`,

  `create table meeting (
    municipality_id integer not null references municipality,
    id bigint not null,
    committee_id bigint not null,
    held_on date not null,
    sitting smallint not null default 1,
    start_time time,
    end_time time,
    place text,
    term text,
    kind text not null check (kind in ('minutes', 'agenda')),
    primary key (municipality_id, id),
    unique (municipality_id, committee_id, held_on, sitting),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id)
  )`,
  `create index meeting_by_date on meeting (municipality_id, held_on desc, id)`,

  `create table document (
    municipality_id integer not null,
    id bigint not null,
    meeting_id bigint not null,
    kind text not null check (kind in ('minutes', 'agenda')),
    revision integer not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id)
  )`,
  `create index document_by_meeting on document (municipality_id, meeting_id)`,

  // \`item_keys\`: by which a later document is known to be a new revision of this one.
  `create table document_revision (
    municipality_id integer not null,
    document_id bigint not null,
    revision integer not null,
    sha256 text not null,
    file_name text not null,
    format text not null,
    pages integer,
    text text not null,
    table_of_contents jsonb not null,
    warnings jsonb not null,
    item_keys text[] not null,
    imported_at timestamptz not null default now(),
    primary key (municipality_id, document_id, revision),
    foreign key (municipality_id, document_id) references document (municipality_id, id),
    foreign key (municipality_id, sha256) references original (municipality_id, sha256)
  )`,
  `create index document_revision_by_original on document_revision (municipality_id, sha256)`,

  `create table attendance (
    municipality_id integer not null,
    meeting_id bigint not null,
    position smallint not null,
    person_id bigint not null,
    name text not null,
    party text,
    attendance text not null check (attendance in ('present', 'absent', 'excused', 'substitute')),
    substitute_for text,
    primary key (municipality_id, meeting_id, position),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
  )`,
  `create index attendance_by_person on attendance (municipality_id, person_id)`,

  `create table item (
    municipality_id integer not null,
    id bigint not null,
    meeting_id bigint not null,
    document_id bigint not null,
    committee_id bigint not null,
    held_on date not null,
    position smallint not null,
    slug text not null,
    number text,
    number_value integer,
    title text not null,
    case_id bigint,
    closed boolean not null,
    outcome text,
    span_start integer not null,
    span_end integer not null,
    primary key (municipality_id, id),
    unique (municipality_id, meeting_id, slug),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id),
    foreign key (municipality_id, document_id) references document (municipality_id, id),
    foreign key (municipality_id, case_id) references case_file (municipality_id, id)
  )`,
  `create index item_by_number on item (municipality_id, committee_id, held_on, number_value)`,
  `create index item_by_case on item (municipality_id, case_id) where case_id is not null`,
  `create index item_by_date on item (municipality_id, held_on desc, id)`,
  `create index item_by_document on item (municipality_id, document_id)`,

  `create table section (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    parent_position smallint,
    heading text not null,
    role text not null,
    text text not null,
    span_start integer not null,
    span_end integer not null,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  `create table section_table (
    municipality_id integer not null,
    item_id bigint not null,
    section_position smallint not null,
    position smallint not null,
    rows jsonb not null,
    header_rows smallint not null,
    notes text[] not null,
    primary key (municipality_id, item_id, section_position, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  `create table treatment (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    committee_name text not null,
    committee_key text not null,
    roles text[] not null,
    treated_on date,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  `create table recommendation (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    number integer,
    text text not null,
    made_by text,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  // \`is_own\`: made by the body whose meeting this is, and not by an earlier body on the item's path.
  `create table decision (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    is_own boolean not null,
    committee_name text,
    committee_key text,
    decided_on date,
    outcome text not null,
    text text not null,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  `create table decision_part (
    municipality_id integer not null,
    item_id bigint not null,
    decision_position smallint not null,
    position smallint not null,
    number integer not null,
    text text not null,
    outcome text not null,
    primary key (municipality_id, item_id, decision_position, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  `create table decision_attendance (
    municipality_id integer not null,
    item_id bigint not null,
    decision_position smallint not null,
    position smallint not null,
    person_id bigint not null,
    name text not null,
    party text,
    attendance text not null,
    substitute_for text,
    primary key (municipality_id, item_id, decision_position, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade,
    foreign key (municipality_id, person_id) references person (municipality_id, id)
  )`,

  `create index decision_attendance_by_person on decision_attendance (municipality_id, person_id)`,

  `create table dissent (
    municipality_id integer not null,
    item_id bigint not null,
    decision_position smallint not null,
    position smallint not null,
    text text not null,
    primary key (municipality_id, item_id, decision_position, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  // A party group stands here by name without a person.
  `create table dissent_by (
    municipality_id integer not null,
    item_id bigint not null,
    decision_position smallint not null,
    dissent_position smallint not null,
    position smallint not null,
    name text not null,
    person_id bigint,
    party text,
    primary key (municipality_id, item_id, decision_position, dissent_position, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade,
    foreign key (municipality_id, person_id) references person (municipality_id, id)
  )`,
  `create index dissent_by_person on dissent_by (municipality_id, person_id) where person_id is not null`,

  // Which party stood behind a person's name, and when: parties change, so a label holds for its day only.
  `create view party_observation as
    select attendance.municipality_id, attendance.person_id, meeting.held_on as seen_on, attendance.party
    from attendance
    join meeting on meeting.municipality_id = attendance.municipality_id and meeting.id = attendance.meeting_id
    where attendance.party is not null
    union
    select named.municipality_id, named.person_id, coalesce(decision.decided_on, item.held_on), named.party
    from (
      select municipality_id, item_id, decision_position, person_id, party from decision_attendance
      union all
      select municipality_id, item_id, decision_position, person_id, party from dissent_by where person_id is not null
    ) as named
    join decision on decision.municipality_id = named.municipality_id
      and decision.item_id = named.item_id and decision.position = named.decision_position
    join item on item.municipality_id = named.municipality_id and item.id = named.item_id
    where named.party is not null`,

  `create table attachment (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    name text not null,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,

  // Resolved when read, by committee, date and number: so a reference finds its item in whatever order they came.
  `create table reference (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    text text not null,
    number_value integer,
    referred_on date,
    committee_name text,
    committee_key text not null,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,
  `create index reference_by_target on reference (municipality_id, committee_key, referred_on, number_value)`,
  `create view resolved_reference as
    select reference.*, committee.id as target_committee_id, item.id as target_item_id
    from reference
    left join committee on committee.municipality_id = reference.municipality_id
      and committee.name_key = reference.committee_key
    left join item on item.municipality_id = reference.municipality_id
      and item.committee_id = committee.id
      and item.held_on = reference.referred_on
      and item.number_value = reference.number_value`,

  // \`due\` as the minutes say it (a day, month, quarter, half-year or year); \`due_on\` is its last day.
  `create table commitment (
    municipality_id integer not null,
    item_id bigint not null,
    position smallint not null,
    text text not null,
    due text,
    due_on date,
    recurs text,
    primary key (municipality_id, item_id, position),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,
  `create index commitment_by_due on commitment (municipality_id, due_on)`,
];
