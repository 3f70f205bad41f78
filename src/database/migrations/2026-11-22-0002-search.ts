import { type Kysely, sql } from "kysely";

/**
 * The search index. `ordinal` numbers its rows densely, so that a program can keep what it filters and counts by in plain
 * arrays. Lexemes are made by `search/index-item.ts`, never by PostgreSQL, so they are the same on every server.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // `terms`: one number for each lexeme and the best place it stands in.
  `create table search_item (
    municipality_id integer not null,
    item_id bigint not null,
    ordinal integer generated always as identity,
    committee_id bigint not null,
    held_on date not null,
    outcome text,
    closed boolean not null,
    sections integer not null,
    terms bigint[] not null,
    primary key (municipality_id, item_id),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,
  // Out of the row, which a search reads by the ten thousand. Hashes do not pack.
  `alter table search_item set (toast_tuple_target = 128)`,
  `alter table search_item alter terms set storage external`,
  // Without figures on what is common in it PostgreSQL always asks the index, and never reads all the arrays.
  `alter table search_item alter terms set statistics 0`,
  // Goes across municipalities as searches do; each of them is taken out of what was found by `ordinal`.
  `create index search_item_terms on search_item using gin (terms)`,
  `create index search_item_ordinal on search_item (ordinal)`,

  // Three bytes a word in their order, in the row itself: a phrase of common words is looked for in thousands of them.
  `create table search_sequence (
    municipality_id integer not null,
    item_id bigint not null,
    words bytea not null,
    primary key (municipality_id, item_id),
    foreign key (municipality_id, item_id) references search_item (municipality_id, item_id) on delete cascade
  )`,
  `alter table search_sequence alter words set storage main, alter words set statistics 0`,

  // Every word that was ever indexed: what a misspelt one is mended from. `number`: for reading on where one was.
  `create table search_word (
    word text collate "C" primary key,
    number integer generated always as identity unique
  )`,
];
