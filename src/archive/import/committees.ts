import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { CommitteeKind } from "#database/schema.ts";
import { committeeKey, freeSlug } from "../keys.ts";
import type { Ids } from "./ids.ts";
import type { Known } from "./known.ts";

/** The committee of this name, made when it is new. Under the municipality's lock; notes it in `known`. */
export async function findOrMakeCommittee(db: Database, known: Known, ids: Ids, name: string): Promise<number> {
  const key = committeeKey(name);
  const found = known.committees.get(key);
  if (found) return found.id;
  const [id] = (await ids.take(1)) as [number];
  const bare = name.replace(/\s*\(?\b\d{4}\s*[-–]\s*\d{4}\)?/, "").trim();
  const slug = freeSlug(bare, new Set([...known.committees.values()].map((committee) => committee.slug)));
  await sql`insert into committee (municipality_id, id, slug, name, name_key, kind)
    values (${known.municipalityId}, ${id}, ${slug}, ${bare}, ${key}, ${kindOf(key)})`.execute(db);
  known.committees.set(key, { id, slug });
  return id;
}

/** Notes that the committee sat in a printed term. Anything but "2022-2025" is no term and is left out. */
export async function noteTerm(db: Database, known: Known, committeeId: number, term: string | null): Promise<void> {
  const years = termYears(term);
  if (!years || isKnownTerm(known, committeeId, term)) return;
  await sql`insert into committee_term (municipality_id, committee_id, term, starts_on, ends_on)
    values (${known.municipalityId}, ${committeeId}, ${years.term}, ${`${years.from}-01-01`}, ${`${years.to}-12-31`})
    on conflict do nothing`.execute(db);
  known.terms.add(`${committeeId} ${years.term}`);
}

export function isKnownTerm(known: Known, committeeId: number, term: string | null): boolean {
  const years = termYears(term);
  return years === null || known.terms.has(`${committeeId} ${years.term}`);
}

/** "2022 – 2025" -> { term: "2022-2025", from: 2022, to: 2025 }. */
function termYears(term: string | null): { term: string; from: number; to: number } | null {
  const match = /^\s*(\d{4})\s*[-–]\s*(\d{4})\s*$/.exec(term ?? "");
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return from <= to ? { term: `${from}-${to}`, from, to } : null;
}

function kindOf(key: string): CommitteeKind {
  if (/byråd$|^kommunalbestyrelse|borgerrepræsentation$|^regionsråd/.test(key)) return "council";
  if (key.startsWith("økonomi")) return "finance-committee";
  return /udvalg/.test(key) ? "committee" : "other";
}
