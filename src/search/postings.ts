import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Term } from "./query.ts";

/** The rows of the index that a term is in, by ordinal, with how much that says (`LEVELS`). */
export type Postings = { ordinals: Uint32Array; levels: Uint8Array };

/** What a match is worth, by where it stands; a part of a compound is worth a little less than the word itself. */
const LEVELS = {
  title: 60,
  titlePart: 45,
  decision: 30,
  decisionPart: 24,
  topic: 14,
  topicPart: 10,
  words: 4,
  part: 3,
};

/** Memory that the postings of the terms last asked for may take. */
const CAPACITY = 24 * 1024 * 1024;

/**
 * A term's postings, kept until the archive changes: the words people ask for are few, and an item list is small
 * (a word in a third of 100,000 items takes 165 kB).
 */
export class PostingCache {
  #kept = new Map<string, Postings>();
  #size = 0;

  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  async get(db: Database, term: Term): Promise<Postings> {
    const name = tsquery(term);
    const kept = this.#kept.get(name);
    if (kept) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    const postings = await fetchPostings(db, term);
    this.#kept.set(name, postings);
    this.#size += postings.ordinals.length * 5;
    for (const [oldest, old] of this.#kept) {
      if (this.#size <= CAPACITY) break;
      this.#kept.delete(oldest);
      this.#size -= old.ordinals.length * 5;
    }
    return postings;
  }
}

async function fetchPostings(db: Database, term: Term): Promise<Postings> {
  const anywhere = tsquery(term);
  const level =
    term.kind === "word"
      ? sql`case
          when title @@ ${quoted(term.lexeme)}::tsquery then ${LEVELS.title}::int
          when title @@ ${quoted(`+${term.lexeme}`)}::tsquery then ${LEVELS.titlePart}::int
          when decision @@ ${quoted(term.lexeme)}::tsquery then ${LEVELS.decision}::int
          when decision @@ ${quoted(`+${term.lexeme}`)}::tsquery then ${LEVELS.decisionPart}::int
          when topic @@ ${quoted(term.lexeme)}::tsquery then ${LEVELS.topic}::int
          when topic @@ ${quoted(`+${term.lexeme}`)}::tsquery then ${LEVELS.topicPart}::int
          else ${LEVELS.words}::int end`
      : sql`case when title @@ ${allOf(term)}::tsquery then ${LEVELS.title}::int
          when decision @@ ${allOf(term)}::tsquery then ${LEVELS.decision}::int else ${LEVELS.topic}::int end`;
  const { rows } = await sql<{ found: string | null }>`
    select string_agg((ordinal * 64::bigint + ${level})::text, ',') as found
    from search_item where words @@ ${anywhere}::tsquery`.execute(db);
  return unpack(rows[0]?.found ?? "");
}

/** "ordinal * 64 + level", joined by commas: one string is read much faster than as many rows. */
function unpack(found: string): Postings {
  if (found === "") return { ordinals: new Uint32Array(), levels: new Uint8Array() };
  const packed = Float64Array.from(found.split(","), Number).sort();
  const ordinals = new Uint32Array(packed.length);
  const levels = new Uint8Array(packed.length);
  packed.forEach((value, at) => {
    ordinals[at] = Math.floor(value / 64);
    levels[at] = value % 64;
  });
  return { ordinals, levels };
}

function tsquery(term: Term): string {
  if (term.kind === "case") return quoted(term.key);
  if (term.kind === "word") return `${quoted(term.lexeme)} | ${quoted(`+${term.lexeme}`)}`;
  return term.lexemes.map(({ lexeme, step }, at) => (at === 0 ? "" : ` <${step}> `) + quoted(lexeme)).join("");
}

function allOf(term: Exclude<Term, { kind: "word" }>): string {
  if (term.kind === "case") return quoted(term.key);
  return term.lexemes.map(({ lexeme }) => quoted(lexeme)).join(" & ");
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
