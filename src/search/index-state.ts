import { sql } from "kysely";
import { type Database, poolOf } from "#database/connect.ts";
import { Columns } from "./columns.ts";
import { CommonLists } from "./common-lists.ts";
import { PairFilter } from "./pair-filter.ts";
import { PostingCache } from "./postings.ts";
import { Vocabulary } from "./vocabulary.ts";

type Committee = { id: number; municipality: number; slug: string; name: string };
type Municipality = { id: number; slug: string; name: string };
export type PersonName = { municipalityId: number; id: number; slug: string; name: string; parts: string[] };

/** What this process keeps of the index, true for one revision of the archive. */
export type IndexState = {
  revision: number;
  /** Another when the index was written anew, by a restore: what is numbered in it has other numbers then. */
  file: number;
  columns: Columns;
  postings: PostingCache;
  common: CommonLists;
  pairs: PairFilter;
  committees: Map<number, Committee>;
  municipalities: Map<number, Municipality>;
  vocabulary: Vocabulary;
  /** Read when a query first looks for a name. */
  people: Promise<Map<string, PersonName[]>> | undefined;
};

/** Which state is the true one. */
export type Now = Pick<IndexState, "revision" | "file">;

/** Tells `Now` as two columns of any statement. */
export const NOW_COLUMNS =
  "(select revision from archive_state) as revision, pg_relation_filenode('search_item')::bigint as file";
const NOW = `select ${NOW_COLUMNS}`;

export function isTrue(state: IndexState, now: Now): boolean {
  return state.revision === now.revision && state.file === now.file;
}

const states = new WeakMap<Database, Promise<IndexState>>();

/** The state that was true last; undefined where none is held. */
export async function lastState(db: Database): Promise<IndexState | undefined> {
  return states.get(db)?.catch(() => undefined);
}

/** The state for the archive as it is now; brought up to date when the archive has changed since the last search. */
export async function indexState(db: Database): Promise<IndexState> {
  const now = (await poolOf(db).query<Now>({ name: "search-state", text: NOW })).rows[0] as Now;
  const before = states.get(db);
  const state = await before?.catch(() => undefined);
  if (state && isTrue(state, now)) return state;
  // Searches that come meanwhile wait for the same reading.
  if (states.get(db) !== before) return indexState(db);
  const fresh = read(db, now, state?.file === now.file ? state : undefined);
  states.set(db, fresh);
  return fresh;
}

async function read(db: Database, { revision, file }: Now, before: IndexState | undefined): Promise<IndexState> {
  // New rows stand in a list beside the index until PostgreSQL sorts them in, and each search reads through that list.
  await sql`select gin_clean_pending_list('search_item_terms')`.execute(db);
  const columns = before?.columns ?? new Columns();
  await columns.refresh(db);
  const committees = await db
    .selectFrom("committee")
    .select(["id", "municipality_id as municipality", "slug", "name"])
    .execute();
  const municipalities = await db.selectFrom("municipality").select(["id", "slug", "name"]).execute();
  const common = before?.common ?? new CommonLists();
  return {
    revision,
    file,
    columns,
    postings: new PostingCache(common, revision),
    common,
    pairs: before?.pairs ?? new PairFilter(),
    committees: new Map(committees.map((committee) => [committee.id, committee])),
    municipalities: new Map(municipalities.map((municipality) => [municipality.id, municipality])),
    vocabulary: before?.vocabulary ?? new Vocabulary(),
    people: undefined,
  };
}
