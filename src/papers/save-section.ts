import { isDeepStrictEqual } from "node:util";
import { sql, type Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { mergeTexts } from "#rich-text/merge.ts";
import { emptyText, type RichText } from "#rich-text/model.ts";
import { paperFacts, selectFacts } from "./facts.ts";
import type { PaperFacts } from "./paper.ts";
import { mayEdit, mayRead } from "./policy.ts";
import { isId } from "./queries.ts";

/** `baseVersion`: of the section as the editor last had it. `body` has been through `parseRichText`. */
export type SectionSave = {
  municipalityId: number;
  paperId: number;
  sectionId: number;
  baseVersion: number;
  body: RichText;
};

/** Who saved the section as it stands, and when. */
export type SavedBy = { by: string; at: Date };

/**
 * `merged`: somebody else had changed other parts; `body` holds both changes and is what the editor goes on with.
 * `conflict`: both changed the same part, nothing was written; `base` is what both began from, `theirs` what stands now
 * as `version`. `gone`: there is no such section, or not for this person. `forbidden`: the paper has gone on meanwhile, or
 * is not theirs to write in.
 */
export type SaveResult =
  | { ok: true; version: number; merged: false }
  | { ok: true; version: number; merged: true; body: RichText; other: SavedBy }
  | {
      ok: false;
      reason: "conflict";
      version: number;
      base: RichText;
      theirs: RichText;
      mine: RichText;
      other: SavedBy | null;
    }
  | { ok: false; reason: "gone" | "forbidden" };

/** Somebody who goes on writing within this time is one entry of the audit; every text is in `paper_section_version`. */
const ONE_SITTING = 30 * 60_000;

/**
 * Saves a section. Nobody overwrites another's words: what was saved since `baseVersion` is merged with, and where both
 * changed the same part the person is asked. Every text that was saved is kept. Saving what stands already changes nothing.
 */
export async function saveSection(db: Database, actor: Actor, save: SectionSave): Promise<SaveResult> {
  const { paperId, sectionId, baseVersion, body } = save;
  if (!isId(paperId) || !isId(sectionId) || !isId(baseVersion)) return { ok: false, reason: "gone" };
  return db.transaction().execute(async (tx): Promise<SaveResult> => {
    const locked = await lockSection(tx, actor, save);
    if (!locked || !mayRead(actor, locked.facts)) return { ok: false, reason: "gone" };
    if (!mayEdit(actor, locked.facts)) return { ok: false, reason: "forbidden" };
    const { section } = locked;
    const { version, theirs, updatedBy, updatedAt } = section;
    if (isDeepStrictEqual(body, theirs)) return { ok: true, version, merged: false };
    if (baseVersion === version) {
      await writeBody(tx, actor, save, version + 1, body, section);
      return { ok: true, version: version + 1, merged: false };
    }
    const other = { by: updatedBy ?? "", at: updatedAt };
    const base = await findBody(tx, save, baseVersion);
    // A version that never was: nothing is known of what the person saw, so they are asked.
    const merge = base && mergeTexts(base, body, theirs);
    if (!merge?.ok) return { ok: false, reason: "conflict", version, base: base ?? theirs, theirs, mine: body, other };
    if (isDeepStrictEqual(merge.text, theirs)) return { ok: true, version, merged: true, body: theirs, other };
    await writeBody(tx, actor, save, version + 1, merge.text, section);
    return { ok: true, version: version + 1, merged: true, body: merge.text, other };
  });
}

type LockedSection = {
  version: number;
  theirs: RichText;
  updatedBy: string | null;
  updatedById: string | null;
  updatedAt: Date;
};

/**
 * Locks the paper with its section: it cannot be sent to approval between the question and the text. One statement, for
 * this is done at every pause in somebody's writing.
 */
async function lockSection(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, paperId, sectionId }: SectionSave,
): Promise<{ facts: PaperFacts; section: LockedSection } | undefined> {
  const row = await selectFacts(tx, municipalityId, paperId, actor.userId)
    .innerJoin("paper_section as section", (join) =>
      join.onRef("section.municipality_id", "=", "paper.municipality_id").onRef("section.paper_id", "=", "paper.id"),
    )
    .select([
      "section.version as sectionVersion",
      "section.body",
      "section.updated_by as updatedById",
      "section.updated_by_name as updatedBy",
      "section.updated_at as updatedAt",
    ])
    .where("section.id", "=", sectionId)
    .forUpdate(["paper", "section"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { sectionVersion, body, updatedById, updatedBy, updatedAt } = row;
  return {
    facts: paperFacts(row),
    section: { version: sectionVersion, theirs: body as RichText, updatedById, updatedBy, updatedAt },
  };
}

async function writeBody(
  tx: Transaction<Schema>,
  actor: Actor,
  { municipalityId, paperId, sectionId }: SectionSave,
  version: number,
  body: RichText,
  before: LockedSection,
): Promise<void> {
  const json = JSON.stringify(body);
  await sql`
    with kept as (
      insert into paper_section_version (municipality_id, paper_id, section_id, version, body, saved_by, saved_by_name)
      values (${municipalityId}, ${paperId}, ${sectionId}, ${version}, ${json}, ${actor.userId}, ${actor.name})
    ), touched as (
      update paper set updated_at = current_timestamp where municipality_id = ${municipalityId} and id = ${paperId}
    )
    update paper_section
    set body = ${json}, version = ${version}, updated_at = current_timestamp,
      updated_by = ${actor.userId}, updated_by_name = ${actor.name}
    where municipality_id = ${municipalityId} and paper_id = ${paperId} and id = ${sectionId}`.execute(tx);
  const isSameSitting = before.updatedById === actor.userId && Date.now() - before.updatedAt.getTime() < ONE_SITTING;
  if (!isSameSitting)
    await writeAudit(tx, actor, municipalityId, {
      action: "paper.text-saved",
      subject: `paper:${paperId}`,
      details: { section: sectionId, version },
    });
}

/** The section as it was; empty before anybody had written. Undefined when there was no such version. */
async function findBody(
  tx: Transaction<Schema>,
  { municipalityId, paperId, sectionId }: SectionSave,
  version: number,
): Promise<RichText | undefined> {
  const row = await tx
    .selectFrom("paper_section_version")
    .select("body")
    .where("municipality_id", "=", municipalityId)
    .where("paper_id", "=", paperId)
    .where("section_id", "=", sectionId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ? (row.body as RichText) : version === 1 ? emptyText : undefined;
}
