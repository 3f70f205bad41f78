import { type Kysely, sql } from "kysely";

/**
 * The search index. `ordinal` numbers its rows densely, so that a program can keep what it filters and counts by in plain
 * arrays. Lexemes are made by `search/index-item.ts`, never by PostgreSQL, so they are the same on every server.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table search_item (
    municipality_id integer not null,
    item_id bigint not null,
    ordinal integer generated always as identity,
    committee_id bigint not null,
    held_on date not null,
    outcome text,
    closed boolean not null,
    sections integer not null,
    title tsvector not null,
    decision tsvector not null,
    topic tsvector not null,
    words tsvector not null,
    primary key (municipality_id, item_id),
    foreign key (municipality_id, item_id) references item (municipality_id, id) on delete cascade
  )`,
  `create index search_item_words on search_item using gin (words)`,
  `create index search_item_ordinal on search_item (ordinal)`,

  // Every word that was ever indexed, by its lexeme: what a misspelt word is mended from.
  `create table search_word (
    lexeme text primary key,
    word text not null
  )`,
  `create index search_word_likeness on search_word using gin (word gin_trgm_ops)`,
];
