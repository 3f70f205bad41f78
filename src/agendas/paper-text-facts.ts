import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { remembering } from "#database/remembering.ts";
import { checkPaper } from "#papers/findings/check-paper.ts";
import type { RichText } from "#rich-text/model.ts";
import { textOf } from "#rich-text/text-of.ts";

/** A paper whose sections are named by their versions. */
export type VersionedPaper = {
  paperId: number;
  title: string;
  recommendations: string[];
  sections: { id: number; heading: string; version: number }[];
};

/** What the warnings ask of a paper's words. */
export type PaperTextFacts = {
  text: string;
  /** Sections with nothing in them. */
  empty: Set<number>;
  /** Of the findings of the figure check, answered or not. */
  findings: string[];
};

/** An agenda is looked at again and again while it is built, its papers seldom change: only those that did are read. */
const known = remembering<PaperTextFacts>(150);

/** By paper. */
export async function paperTextFacts(
  db: Database,
  municipalityId: number,
  papers: VersionedPaper[],
): Promise<Map<number, PaperTextFacts>> {
  const facts = new Map<number, PaperTextFacts>();
  for (const paper of papers) {
    const before = known.get(db, keyOf(municipalityId, paper));
    if (before) facts.set(paper.paperId, before);
  }
  const unread = papers.filter(({ paperId }) => !facts.has(paperId));
  if (unread.length === 0) return facts;
  const bodies = await db
    .selectFrom("paper_section")
    .select(["paper_id", "id", "version", "body"])
    .where("municipality_id", "=", municipalityId)
    .where(sql<boolean>`paper_id = any(${unread.map(({ paperId }) => paperId)}::bigint[])`)
    .execute();
  for (const paper of unread) {
    // Named by what was read now: somebody may have saved in between.
    const sections = paper.sections.flatMap((section) => {
      const row = bodies.find(({ paper_id, id }) => paper_id === paper.paperId && id === section.id);
      return row ? [{ ...section, version: row.version, body: row.body as RichText }] : [];
    });
    const read = factsOf({ ...paper, sections });
    facts.set(paper.paperId, read);
    known.set(db, keyOf(municipalityId, { ...paper, sections }), read);
  }
  return facts;
}

type PaperWithTexts = Omit<VersionedPaper, "sections"> & {
  sections: { id: number; heading: string; body: RichText }[];
};

function factsOf({ title, recommendations, sections }: PaperWithTexts): PaperTextFacts {
  const texts = sections.map(({ id, body }) => ({ id, text: textOf(body) }));
  return {
    text: texts.map(({ text }) => text).join("\n\n"),
    empty: new Set(texts.flatMap(({ id, text }) => (text.trim() === "" ? [id] : []))),
    findings: checkPaper({ title, recommendations, sections }).map(({ key }) => key),
  };
}

const keyOf = (municipalityId: number, { paperId, title, recommendations, sections }: VersionedPaper): string =>
  JSON.stringify([
    municipalityId,
    paperId,
    title,
    recommendations,
    sections.map(({ id, heading, version }) => [id, heading, version]),
  ]);
