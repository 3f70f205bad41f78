import { type Database, poolOf } from "#database/connect.ts";
import type { Outcome, SectionRole } from "#minutes/model.ts";
import { type Best, bestOf, excerpt, type Marked, type Marker, markerOf, markWords } from "./excerpt.ts";
import { type IndexState, type Now, NOW_COLUMNS } from "./index-state.ts";

export type Hit = {
  score: number;
  /** Slugs and names of where the item is. */
  municipality: string;
  municipalityName: string;
  committee: string;
  committeeName: string;
  date: string;
  sitting: number;
  /** The item's slug within its meeting. */
  item: string;
  number: string | null;
  title: string;
  closed: boolean;
  outcome: Outcome | null;
  titleMarked: Marked;
  excerpt: Marked;
  /** Where the excerpt is from. */
  section: SectionRole | null;
};

type Row = Now & {
  ordinal: number;
  municipality_id: number;
  committee_id: number;
  held_on: string;
  sitting: number;
  slug: string;
  number: string | null;
  title: string;
  closed: boolean;
  outcome: Outcome | null;
  /** Of its sections in their order, with spaces and `SEPARATOR` between them. */
  roles: string | null;
  texts: string | null;
};

/** The items as a result list shows them, in the order given, and what the state was when they were read. */
export async function hitsOf(
  db: Database,
  state: IndexState,
  wanted: { ordinal: number; score: number }[],
  lexemes: ReadonlySet<string>,
): Promise<{ hits: Hit[]; now: Now | undefined }> {
  if (wanted.length === 0) return { hits: [], now: undefined };
  const ordinals = wanted.map(({ ordinal }) => ordinal);
  const { rows } = await poolOf(db).query<Row>({ name: "search-hits", text: HITS, values: [ordinals] });
  const marker = markerOf(lexemes);
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
  const hits = wanted.flatMap(({ ordinal, score }) => {
    const row = byOrdinal.get(ordinal);
    return row ? [hit(state, row, score, marker)] : [];
  });
  return { hits, now: rows[0] };
}

const SEPARATOR = "\u001f";

/**
 * Prepared once a connection: to plan it takes as long as to run it. Texts as one string are read faster than as JSON. What is
 * short in bytes is short in characters, which take half of the time to count.
 */
const HITS = `
  select s.ordinal, i.municipality_id, i.committee_id, i.held_on, m.sitting, i.slug, i.number, i.title, i.closed, i.outcome,
    t.roles, t.texts, ${NOW_COLUMNS}
  from search_item s
    join item i on i.municipality_id = s.municipality_id and i.id = s.item_id
    join meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
    cross join lateral (
      select string_agg(t.role, ' ' order by t.position) as roles,
        string_agg(t.heading || E'\\n' || case when octet_length(t.text) <= 8000 then t.text else left(t.text, 8000) end,
          E'\\x1f' order by t.position) as texts
      from section t where t.municipality_id = i.municipality_id and t.item_id = i.id) as t
  where s.ordinal = any($1::integer[])`;

function hit(state: IndexState, row: Row, score: number, marker: Marker): Hit {
  const municipality = state.municipalities.get(row.municipality_id);
  const committee = state.committees.get(row.committee_id);
  return {
    score,
    municipality: municipality?.slug ?? "",
    municipalityName: municipality?.name ?? "",
    committee: committee?.slug ?? "",
    committeeName: committee?.name ?? "",
    date: row.held_on,
    sitting: row.sitting,
    item: row.slug,
    number: row.number,
    title: row.title,
    closed: row.closed,
    outcome: row.outcome,
    titleMarked: markWords(row.title, marker),
    ...bestExcerpt(row, marker),
  };
}

/** From the section that holds most of what was asked for; the decision when none does better. */
function bestExcerpt(row: Row, marker: Marker): Pick<Hit, "excerpt" | "section"> {
  const roles = (row.roles ?? "").split(" ") as SectionRole[];
  const texts = (row.texts ?? "").split(SEPARATOR);
  const order = [...roles.keys()].filter((at) => roles[at] !== "attachments" && (texts[at] ?? "").trim() !== "");
  let chosen: (Best & { at: number }) | undefined;
  for (const at of order.toSorted((a, b) => Number(roles[b] === "decision") - Number(roles[a] === "decision"))) {
    const best = bestOf(texts[at] ?? "", marker);
    if (chosen && best.holds <= chosen.holds) continue;
    chosen = { ...best, at };
    if (best.holds > 0 && best.holds >= marker.lexemes.size) break;
  }
  return chosen ? { excerpt: excerpt(chosen), section: roles[chosen.at] ?? null } : { excerpt: [], section: null };
}
