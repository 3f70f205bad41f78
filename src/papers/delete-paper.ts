import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { lockPaper } from "./edit-paper.ts";
import { mayDelete, mayRead } from "./policy.ts";
import { isId } from "./queries.ts";

/** `touched`: somebody has written in it, or it has been to approval: it is withdrawn, not deleted. */
export type DeleteResult = { ok: true } | { ok: false; reason: "unknown" | "forbidden" | "touched" };

/**
 * Removes a draft that was begun by mistake and that nobody has written in. When its number was the last of the series it
 * is given to the next paper.
 */
export async function deletePaper(
  db: Database,
  actor: Actor,
  municipalityId: number,
  id: number,
): Promise<DeleteResult> {
  if (!isId(id)) return { ok: false, reason: "unknown" };
  return db.transaction().execute(async (tx): Promise<DeleteResult> => {
    const facts = await lockPaper(tx, municipalityId, id, actor.userId);
    if (!facts || !mayRead(actor, facts)) return { ok: false, reason: "unknown" };
    if (!mayDelete(actor, facts)) return { ok: false, reason: "forbidden" };
    if (await isTouched(tx, municipalityId, id)) return { ok: false, reason: "touched" };
    const { reference } = await tx
      .deleteFrom("paper")
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .returning("reference")
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("case_number_series")
      .set({ last: sql`last - 1` })
      .where("municipality_id", "=", municipalityId)
      .where("last", ">", 0)
      .where(sql<string>`lpad((year % 100)::text, 2, '0') || '-' || lpad(last::text, 6, '0')`, "=", reference)
      .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "paper.deleted",
      subject: `paper:${id}`,
      details: { reference },
    });
    return { ok: true };
  });
}

/** Anything that people made: texts, points, attachments (removed ones too), snapshots, comments, rounds of approval. */
async function isTouched(tx: Database, municipalityId: number, paperId: number): Promise<boolean> {
  const tables = [
    "paper_section_version",
    "paper_recommendation",
    "paper_attachment",
    "paper_snapshot",
    "paper_comment",
    "approval",
    "agenda_item",
  ] as const;
  for (const table of tables) {
    const there = await tx
      .selectFrom(table)
      .select("paper_id")
      .where("municipality_id", "=", municipalityId)
      .where("paper_id", "=", paperId)
      .limit(1)
      .executeTakeFirst();
    if (there) return true;
  }
  return false;
}
