import { type Kysely, sql } from "kysely";

/** The language people are written to in, and guests of an item who are written to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Null: they have not said; mail is then in Danish, and pages are as their address says. It may be there: restoring an older
  // export runs migrations again and leaves people as they are.
  `alter table identity."user" add column if not exists language text check (language in ('da', 'en'))`,
  `alter table agenda_guest
    add column email text,
    add column language text not null default 'da' check (language in ('da', 'en'))`,
  // A guest may have no account. `item_id`: the item a guest is invited to; `from_time` and `until_time`: when the mail
  // says they are to come. `withdrawn`: the invitation is.
  `alter table dispatch_recipient
    alter column user_id drop not null,
    add column language text not null default 'da' check (language in ('da', 'en')),
    add column item_id bigint,
    add column from_time time,
    add column until_time time,
    drop constraint dispatch_recipient_kind_check,
    add constraint dispatch_recipient_kind_check
      check (kind in ('dispatch', 'moved', 'cancelled', 'changed', 'withdrawn')),
    add constraint dispatch_recipient_is_somebody check (user_id is not null or item_id is not null)`,
];
