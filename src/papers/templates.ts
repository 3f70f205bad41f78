import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { TemplateSection } from "#database/schema-papers.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { mayKeepTemplates } from "./policy.ts";
import { isId } from "./queries.ts";
import type { Template } from "./template.ts";

/** `committeeId` null: for every committee of the municipality. */
export type KeptTemplate = { id: number; name: string; committeeId: number | null; sections: TemplateSection[] };

export type TemplateResult =
  | { ok: true; id: number }
  | { ok: false; reason: "forbidden" | "unknown" | "unknown-committee" | "taken" };

/** The templates in use that the person may change, those of the whole municipality first. */
export async function listTemplates(db: Database, actor: Actor, municipalityId: number): Promise<KeptTemplate[]> {
  const rows = await db
    .selectFrom("paper_template")
    .select(["id", "name", "committee_id as committeeId", "sections"])
    .where("municipality_id", "=", municipalityId)
    .where("ended_at", "is", null)
    .orderBy("committee_id", (order) => order.asc().nullsFirst())
    .orderBy("name")
    .execute();
  return rows.filter(({ committeeId }) => mayKeepTemplates(actor, { municipalityId, committeeId }));
}

/**
 * Makes a template, or puts a new one in the place of `replaces`: papers keep the sections that they were begun with. The
 * name is taken once for each committee, so that a form that is sent twice makes one.
 */
export async function keepTemplate(
  db: Database,
  actor: Actor,
  { municipalityId, committeeId }: { municipalityId: number; committeeId: number | null },
  template: Template,
  replaces: number | null,
): Promise<TemplateResult> {
  if (!mayKeepTemplates(actor, { municipalityId, committeeId })) return { ok: false, reason: "forbidden" };
  if (committeeId !== null && !isId(committeeId)) return { ok: false, reason: "unknown-committee" };
  return db
    .transaction()
    .execute(async (tx): Promise<TemplateResult> => {
      // Templates of a municipality are made one at a time.
      await tx.selectFrom("municipality").select("id").where("id", "=", municipalityId).forNoKeyUpdate().execute();
      if (committeeId !== null && !(await isCommittee(tx, municipalityId, committeeId)))
        return { ok: false, reason: "unknown-committee" };
      if (replaces !== null) {
        const ended = await end(tx, actor, municipalityId, replaces);
        if (ended) return ended;
      }
      const taken = await tx
        .selectFrom("paper_template")
        .select("id")
        .where("municipality_id", "=", municipalityId)
        .where("committee_id", "is not distinct from", committeeId)
        .where("name", "=", template.name)
        .where("ended_at", "is", null)
        .executeTakeFirst();
      if (taken) throw new NameTaken();
      const { id } = await tx
        .insertInto("paper_template")
        .values({
          municipality_id: municipalityId,
          committee_id: committeeId,
          name: template.name,
          sections: JSON.stringify(template.sections),
          ended_at: null,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await writeAudit(tx, actor, municipalityId, {
        action: "template.kept",
        subject: `template:${id}`,
        details: { name: template.name, committee: committeeId, replaces },
      });
      return { ok: true, id };
    })
    .catch((error: unknown): TemplateResult => {
      if (error instanceof NameTaken) return { ok: false, reason: "taken" };
      throw error;
    });
}

/** Takes a template out of use. */
export async function endTemplate(
  db: Database,
  actor: Actor,
  municipalityId: number,
  id: number,
): Promise<TemplateResult> {
  return db.transaction().execute(async (tx): Promise<TemplateResult> => {
    const refusal = await end(tx, actor, municipalityId, id);
    if (refusal) return refusal;
    await writeAudit(tx, actor, municipalityId, { action: "template.ended", subject: `template:${id}` });
    return { ok: true, id };
  });
}

class NameTaken extends Error {}

/** What stands in the way of ending it; nothing when it is ended. */
async function end(
  tx: Transaction<Schema>,
  actor: Actor,
  municipalityId: number,
  id: number,
): Promise<TemplateResult | undefined> {
  const row = isId(id)
    ? await tx
        .selectFrom("paper_template")
        .select("committee_id")
        .where("municipality_id", "=", municipalityId)
        .where("id", "=", id)
        .where("ended_at", "is", null)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row || !mayKeepTemplates(actor, { municipalityId, committeeId: row.committee_id }))
    return { ok: false, reason: "unknown" };
  await tx
    .updateTable("paper_template")
    .set({ ended_at: new Date() })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
  return undefined;
}

async function isCommittee(tx: Transaction<Schema>, municipalityId: number, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}
