import { type Kysely, sql } from "kysely";

/** Minutes on their way into the archive through the browser, and what was set right in their reading by hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table import_batch (
    municipality_id integer not null references municipality (id) on delete cascade,
    id bigint generated always as identity,
    begun_by text not null,
    begun_by_name text not null,
    begun_at timestamptz not null default current_timestamp,
    primary key (municipality_id, id)
  )`,

  // waiting to be read -> read, or refused with a sentence -> wanted in the archive -> imported. The bytes stand here
  // until the archive has them.
  `create table import_file (
    municipality_id integer not null,
    id bigint generated always as identity,
    batch_id bigint not null,
    name text not null,
    size bigint not null,
    sha256 text not null,
    content bytea,
    state text not null default 'waiting' check (state in ('waiting', 'read', 'refused', 'wanted', 'imported')),
    message text,
    attempts smallint not null default 0,
    text text,
    extracted jsonb,
    reading jsonb,
    summary jsonb,
    corrections jsonb not null default '[]',
    version integer not null default 1,
    wanted_by text,
    wanted_by_name text,
    result text check (result in ('new', 'revised', 'unchanged')),
    document_id bigint,
    imported_at timestamptz,
    primary key (municipality_id, id),
    unique (municipality_id, batch_id, sha256),
    foreign key (municipality_id, batch_id) references import_batch (municipality_id, id) on delete cascade
  )`,
  `alter table import_file alter column content set storage external`,
  `create index import_file_to_do on import_file (state, id) where state in ('waiting', 'wanted')`,

  // What the next reading of the same document gets again: by the file itself, or by body, day and items as they were
  // read then or stand now.
  `create table document_correction (
    municipality_id integer not null,
    document_id bigint not null,
    corrections jsonb not null,
    read_committee_key text,
    read_on date,
    read_item_keys text[] not null,
    changed_at timestamptz not null default current_timestamp,
    changed_by text not null,
    changed_by_name text not null,
    primary key (municipality_id, document_id),
    foreign key (municipality_id, document_id) references document (municipality_id, id) on delete cascade
  )`,

  // With which corrections a revision was read; no row for none.
  `create table corrected_revision (
    municipality_id integer not null,
    document_id bigint not null,
    revision integer not null,
    corrections jsonb not null,
    primary key (municipality_id, document_id, revision),
    foreign key (municipality_id, document_id, revision)
      references document_revision (municipality_id, document_id, revision) on delete cascade
  )`,
];
