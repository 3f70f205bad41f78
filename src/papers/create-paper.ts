import { caseFileKey } from "#archive/keys.ts";
import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { TemplateSection } from "#database/schema-papers.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { emptyText } from "#rich-text/model.ts";
import { readReference, takeReference } from "./case-reference.ts";
import { type PaperHead, standardSections } from "./paper.ts";
import { mayCreate } from "./policy.ts";
import { isId } from "./queries.ts";
import { listStaff, type StaffMember } from "./staff-queries.ts";

/** `reference` null: the next number of the municipality's series. `formKey`: a UUID of the form that is filled in. */
export type NewPaper = {
  head: PaperHead;
  committeeId: number;
  templateId: number | null;
  reference: string | null;
  formKey: string;
};

export type CreateResult =
  | { ok: true; id: number }
  | {
      ok: false;
      reason: "forbidden" | "unknown-committee" | "unknown-template" | "unknown-person" | "reference-form";
    };

/**
 * Begins a paper for a committee, with the sections of its template and the committee as the one body on its path that
 * decides. The same form sent twice makes one paper.
 */
export async function createPaper(
  db: Database,
  actor: Actor,
  municipalityId: number,
  values: NewPaper,
): Promise<CreateResult> {
  const { head, committeeId, templateId, reference } = values;
  if (!mayCreate(actor, { municipalityId, committeeId })) return { ok: false, reason: "forbidden" };
  if (!isId(committeeId)) return { ok: false, reason: "unknown-committee" };
  if (templateId !== null && !isId(templateId)) return { ok: false, reason: "unknown-template" };
  const committee = await db
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", committeeId)
    .where("successor_id", "is", null)
    .executeTakeFirst();
  if (!committee) return { ok: false, reason: "unknown-committee" };
  const sections = await sectionsOf(db, municipalityId, committeeId, templateId);
  if (!sections) return { ok: false, reason: "unknown-template" };
  const staff = await listStaff(db, municipalityId, committeeId);
  const responsible = staff.find(({ userId }) => userId === head.responsibleId);
  if (!responsible) return { ok: false, reason: "unknown-person" };
  const typed = reference === null ? null : readReference(reference);
  if (reference !== null && typed === null) return { ok: false, reason: "reference-form" };

  const write = { ...values, sections, responsible, reference: typed };
  try {
    return { ok: true, id: await db.transaction().execute((tx) => insertPaper(tx, actor, municipalityId, write)) };
  } catch (error) {
    // The same form, sent twice at once: the other one was first.
    const id = error instanceof SentTwice && (await madeWith(db, municipalityId, values.formKey, actor.userId));
    if (!id) throw error;
    return { ok: true, id };
  }
}

type Write = NewPaper & { sections: TemplateSection[]; responsible: StaffMember };

async function insertPaper(
  tx: Transaction<Schema>,
  actor: Actor,
  municipalityId: number,
  { head, committeeId, templateId, reference, formKey, sections, responsible }: Write,
): Promise<number> {
  const there = await madeWith(tx, municipalityId, formKey, actor.userId);
  if (there) return there;
  const year = Number(dayInDenmark(new Date()).slice(0, 4));
  const given = reference ?? (await takeReference(tx, municipalityId, year));
  const made = await tx
    .insertInto("paper")
    .values({
      municipality_id: municipalityId,
      committee_id: committeeId,
      template_id: templateId,
      reference: given,
      reference_key: caseFileKey(given),
      title: head.title,
      responsible_id: responsible.userId,
      responsible_name: responsible.name,
      deadline: head.deadline,
      closed: head.closed,
      closed_ground: head.closed ? head.closedGround : null,
      created_by: actor.userId,
      form_key: formKey,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "created_by", "form_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  // Thrown, so that the number is given back.
  if (!made) throw new SentTwice();
  const ofPaper = { municipality_id: municipalityId, paper_id: made.id };
  await tx
    .insertInto("paper_section")
    .values(
      sections.map((section, index) => ({
        ...ofPaper,
        ...section,
        id: index + 1,
        position: index + 1,
        body: JSON.stringify(emptyText),
        updated_by: null,
        updated_by_name: null,
      })),
    )
    .execute();
  await tx
    .insertInto("consultation")
    .values({
      ...ofPaper,
      position: 1,
      committee_id: committeeId,
      role: "decides",
      planned_meeting_id: null,
      treated_at: null,
      result: null,
    })
    .execute();
  await writeAudit(tx, actor, municipalityId, {
    action: "paper.created",
    subject: `paper:${made.id}`,
    details: { reference: given, committee: committeeId, closed: head.closed },
  });
  return made.id;
}

class SentTwice extends Error {}

/** A form key belongs to who filled the form in: nobody finds another's paper by one. */
async function madeWith(
  db: Database | Transaction<Schema>,
  municipalityId: number,
  formKey: string,
  userId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("paper")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("form_key", "=", formKey)
    .where("created_by", "=", userId)
    .executeTakeFirst();
  return row?.id;
}

async function sectionsOf(
  db: Database,
  municipalityId: number,
  committeeId: number,
  templateId: number | null,
): Promise<TemplateSection[] | undefined> {
  if (templateId === null) return standardSections;
  const template = await db
    .selectFrom("paper_template")
    .select("sections")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", templateId)
    .where("ended_at", "is", null)
    .where((eb) => eb.or([eb("committee_id", "is", null), eb("committee_id", "=", committeeId)]))
    .executeTakeFirst();
  return template?.sections;
}
