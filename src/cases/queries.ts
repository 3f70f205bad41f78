import { sql } from "kysely";
import { caseFileKey } from "#archive/keys.ts";
import type { Database } from "#database/connect.ts";
import { itemsOf, type ListedItem, listedItem } from "#decisions/listed-item.ts";
import type { Outcome, TreatmentRole } from "#minutes/model.ts";
import type { TreatedItem, TreatmentElsewhere } from "./case.ts";

export type Case = { id: number; reference: string; key: string };

/** The case of a number in any spelling of it. */
export async function findCase(db: Database, municipalityId: number, reference: string): Promise<Case | undefined> {
  return db
    .selectFrom("case_file")
    .select(["id", "reference", "reference_key as key"])
    .where("municipality_id", "=", municipalityId)
    .where("reference_key", "=", caseFileKey(reference))
    .executeTakeFirst();
}

/** The case's items, newest first and in the meeting's order, each with its own decision and the names of its attachments. */
export async function listTreatedItems(db: Database, municipalityId: number, caseId: number): Promise<TreatedItem[]> {
  const rows = await itemsOf(db, municipalityId)
    .where("item.case_id", "=", caseId)
    .select(listedItem)
    .select([
      "item.id",
      "committee.name_key as committeeKey",
      sql<
        string | null
      >`(select left(decision.text, 300) from decision where decision.municipality_id = item.municipality_id
        and decision.item_id = item.id and decision.is_own order by decision.position limit 1)`.as("text"),
      sql<string[]>`array(select attachment.name from attachment where attachment.municipality_id = item.municipality_id
        and attachment.item_id = item.id order by attachment.position)`.as("attachments"),
    ])
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .execute();
  return rows.map((row) => ({ ...row, kind: "item" }));
}

type ToldRow = {
  committeeKey: string;
  committeeName: string;
  date: string | null;
  roles: TreatmentRole[];
  outcome: Outcome | null;
  text: string | null;
  toldOn: string;
  committee: string | null;
  sitting: number | null;
};

/** What the case's items tell of other bodies' treatments: steps on the printed path, and decisions they quote. */
export async function listToldTreatments(
  db: Database,
  municipalityId: number,
  caseId: number,
): Promise<TreatmentElsewhere[]> {
  const { rows } = await sql<ToldRow>`
    with told as (
      select treatment.committee_key, treatment.committee_name, treatment.treated_on as day, treatment.roles,
        null as outcome, null as text, item.held_on as told_on
      from item join treatment on treatment.municipality_id = item.municipality_id and treatment.item_id = item.id
      where item.municipality_id = ${municipalityId} and item.case_id = ${caseId}
      union all
      select decision.committee_key, decision.committee_name, decision.decided_on, '{}', decision.outcome,
        left(decision.text, 300), item.held_on
      from item join decision on decision.municipality_id = item.municipality_id and decision.item_id = item.id
      where item.municipality_id = ${municipalityId} and item.case_id = ${caseId}
        and not decision.is_own and decision.committee_key is not null
    )
    select told.committee_key as "committeeKey", told.committee_name as "committeeName", told.day as date, told.roles,
      told.outcome, told.text, told.told_on as "toldOn", committee.slug as committee, meeting.sitting
    from told
    left join committee on committee.municipality_id = ${municipalityId} and committee.name_key = told.committee_key
    left join meeting on meeting.municipality_id = ${municipalityId} and meeting.committee_id = committee.id
      and meeting.held_on = told.day and meeting.sitting = 1
    order by told.told_on desc
  `.execute(db);
  return rows.map(({ committee, sitting, ...row }) => ({
    ...row,
    kind: "elsewhere",
    meeting: committee && sitting && row.date ? { committee, date: row.date, sitting } : null,
  }));
}

export type RelatedItem = ListedItem & { caseReference: string | null; caseKey: string | null };

/** Items outside the case that its items refer to, or that refer to its items; newest first. */
export async function listRelatedItems(db: Database, municipalityId: number, caseId: number): Promise<RelatedItem[]> {
  const related = sql<number>`
    select target.id from item
    join reference on reference.municipality_id = item.municipality_id and reference.item_id = item.id
    join committee on committee.municipality_id = item.municipality_id and committee.name_key = reference.committee_key
    join item target on target.municipality_id = item.municipality_id and target.committee_id = committee.id
      and target.held_on = reference.referred_on and target.number_value = reference.number_value
    where item.municipality_id = ${municipalityId} and item.case_id = ${caseId}
    union
    select source.id from item
    join committee on committee.municipality_id = item.municipality_id and committee.id = item.committee_id
    join reference on reference.municipality_id = item.municipality_id and reference.committee_key = committee.name_key
      and reference.referred_on = item.held_on and reference.number_value = item.number_value
    join item source on source.municipality_id = item.municipality_id and source.id = reference.item_id
    where item.municipality_id = ${municipalityId} and item.case_id = ${caseId}`;
  return itemsOf(db, municipalityId)
    .leftJoin("case_file", (join) =>
      join.onRef("case_file.municipality_id", "=", "item.municipality_id").onRef("case_file.id", "=", "item.case_id"),
    )
    .where(sql<boolean>`item.id in (${related})`)
    .where((eb) => eb.or([eb("item.case_id", "is", null), eb("item.case_id", "!=", caseId)]))
    .select(listedItem)
    .select(["case_file.reference as caseReference", "case_file.reference_key as caseKey"])
    .orderBy("item.held_on", "desc")
    .orderBy("item.id")
    .execute();
}

export type ListedCase = ListedItem & { reference: string; key: string; treatments: number; committees: number };

/** In which order the list of cases stands: last treated first, or most often treated first. */
export type CaseOrder = "recent" | "often";

/** One page of cases, each with its last treatment and how often and in how many committees it was treated. */
export async function listCases(
  db: Database,
  municipalityId: number,
  order: CaseOrder,
  page: { offset: number; limit: number },
): Promise<ListedCase[]> {
  return itemsOf(db, municipalityId)
    .innerJoin(
      (eb) =>
        eb
          .selectFrom("item as treated")
          .where("treated.municipality_id", "=", municipalityId)
          .where("treated.case_id", "is not", null)
          .select((eb) => [
            "treated.case_id",
            eb.fn.countAll<number>().as("treatments"),
            sql<number>`count(distinct treated.committee_id)`.as("committees"),
            sql<number>`(array_agg(treated.id order by treated.held_on desc, treated.id desc))[1]`.as("last_id"),
            eb.fn.max("treated.held_on").as("last_on"),
          ])
          .groupBy("treated.case_id")
          .orderBy(order === "often" ? "treatments" : "last_on", "desc")
          .orderBy("last_on", "desc")
          .orderBy("treated.case_id")
          .limit(page.limit)
          .offset(page.offset)
          .as("counted"),
      (join) => join.onRef("counted.last_id", "=", "item.id"),
    )
    .innerJoin("case_file", (join) =>
      join
        .onRef("case_file.municipality_id", "=", "item.municipality_id")
        .onRef("case_file.id", "=", "counted.case_id"),
    )
    .select(listedItem)
    .select(["case_file.reference", "case_file.reference_key as key", "counted.treatments", "counted.committees"])
    .orderBy(order === "often" ? "counted.treatments" : "counted.last_on", "desc")
    .orderBy("counted.last_on", "desc")
    .orderBy("counted.case_id")
    .execute();
}

/** How many cases have been treated at all. */
export async function countCases(db: Database, municipalityId: number): Promise<number> {
  const { count } = await db
    .selectFrom("item")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "is not", null)
    .select(sql<number>`count(distinct case_id)`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
