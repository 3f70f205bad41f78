import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Outcome, SectionRole } from "#minutes/model.ts";
import { excerpt, type Marked, type Marker, markerOf, markWords } from "./excerpt.ts";
import type { IndexState } from "./index-state.ts";

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

type Row = {
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
  texts: { role: SectionRole; text: string }[];
};

/** The items as a result list shows them, in the order given. */
export async function hitsOf(
  db: Database,
  state: IndexState,
  wanted: { ordinal: number; score: number }[],
  lexemes: ReadonlySet<string>,
): Promise<Hit[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<Row>`
    select s.ordinal, i.municipality_id, i.committee_id, i.held_on, m.sitting, i.slug, i.number, i.title, i.closed, i.outcome,
      (select coalesce(json_agg(json_build_object('role', t.role, 'text', left(t.heading || ': ' || t.text, 6000)) order by t.role <> 'decision', t.position), '[]')
        from section t where t.municipality_id = i.municipality_id and t.item_id = i.id and t.role <> 'attachments' and t.text <> '') as texts
    from search_item s
      join item i on i.municipality_id = s.municipality_id and i.id = s.item_id
      join meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
    where s.ordinal = any(${wanted.map(({ ordinal }) => ordinal)}::int[])`.execute(db);
  const marker = markerOf(lexemes);
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
  return wanted.flatMap(({ ordinal, score }) => {
    const row = byOrdinal.get(ordinal);
    return row ? [hit(state, row, score, marker)] : [];
  });
}

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
    ...bestExcerpt(row.texts, marker),
  };
}

/** From the section that holds most of what was asked for; the decision when none does better. */
function bestExcerpt(texts: Row["texts"], marker: Marker): Pick<Hit, "excerpt" | "section"> {
  let chosen: Pick<Hit, "excerpt" | "section"> = { excerpt: [], section: null };
  let most = -1;
  for (const { role, text } of texts) {
    const { excerpt: marked, holds } = excerpt(text, marker);
    if (holds > most) {
      chosen = { excerpt: marked, section: role };
      most = holds;
    }
    if (holds > 0 && holds >= marker.lexemes.size) break;
  }
  return chosen;
}
