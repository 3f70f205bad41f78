import { type Kysely, sql } from "kysely";

/** What the recomputation of the documents' figures found, and which documents wait for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One row a document. \`wanted\` is raised when the document or what it is compared with changes; \`done\` is what
  // \`wanted\` was when the findings were made, so that a wish that comes meanwhile is not lost.
  `create table document_check (
    municipality_id integer not null,
    document_id bigint not null,
    wanted integer not null default 1,
    done integer not null default 0,
    revision integer,
    checker_version integer,
    checked_at timestamptz,
    failed boolean not null default false,
    primary key (municipality_id, document_id),
    foreign key (municipality_id, document_id) references document (municipality_id, id) on delete cascade
  )`,
  `create index document_check_due on document_check (municipality_id, document_id) where done < wanted`,
  `create index document_check_by_version on document_check (checker_version)`,
  `insert into document_check (municipality_id, document_id) select municipality_id, id from document`,

  // \`item_id\` null: outside the items. Findings of an item go with it when a new revision takes its place.
  `create table finding (
    municipality_id integer not null,
    document_id bigint not null,
    position integer not null,
    item_id bigint,
    committee_id bigint not null,
    held_on date not null,
    kind text not null,
    verdict text not null check (verdict in ('error', 'warning', 'ok')),
    span_start integer not null,
    span_end integer not null,
    claim text not null,
    stated text not null,
    computed text,
    explanation text not null,
    evidence jsonb not null,
    primary key (municipality_id, document_id, position),
    foreign key (municipality_id, document_id) references document_check (municipality_id, document_id) on delete cascade,
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,
  `create index finding_by_item on finding (municipality_id, item_id)`,
  `create index finding_by_date on finding (municipality_id, held_on desc, document_id, position) where verdict <> 'ok'`,
];
