import { sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Database } from "#database/connect.ts";
import type { Attendance, Outcome, SectionRole } from "#minutes/model.ts";
import { type MeetingChange, meetingChange } from "./meeting-change.ts";
import type { MeetingAddress } from "./meeting-queries.ts";
import type { TextTable } from "./section-text.ts";

export type ItemAddress = MeetingAddress & { item: string };

type Neighbour = { slug: string; number: string | null; title: string };

export type ItemHead = {
  municipalityId: number;
  id: number;
  municipality: { slug: string; name: string };
  committee: { slug: string; name: string; key: string };
  meetingKind: "minutes" | "agenda";
  change: MeetingChange | null;
  number: string | null;
  title: string;
  closed: boolean;
  outcome: Outcome | null;
  /** `treatments`: how many items in the archive deal with the case. */
  case: { reference: string; key: string; treatments: number } | null;
  previous: Neighbour | null;
  next: Neighbour | null;
  document: { sha256: string; fileName: string; id: number; revision: number } | null;
  span: { start: number; end: number };
};

/** Which item, in which meeting, about which case, with its neighbours on the agenda. */
export async function findItem(db: Database, at: ItemAddress): Promise<ItemHead | undefined> {
  return db
    .selectFrom("item as i")
    .innerJoin("meeting as m", (join) =>
      join.onRef("m.municipality_id", "=", "i.municipality_id").onRef("m.id", "=", "i.meeting_id"),
    )
    .innerJoin("municipality as town", "town.id", "m.municipality_id")
    .innerJoin("committee as c", (join) =>
      join.onRef("c.municipality_id", "=", "m.municipality_id").onRef("c.id", "=", "m.committee_id"),
    )
    .select((eb) => {
      const neighbour = eb
        .selectFrom("item as other")
        .select(["other.slug", "other.number", "other.title"])
        .whereRef("other.municipality_id", "=", "i.municipality_id")
        .whereRef("other.meeting_id", "=", "i.meeting_id")
        .limit(1);
      return [
        "i.municipality_id as municipalityId",
        "i.id",
        sql<ItemHead["municipality"]>`json_build_object('slug', town.slug, 'name', town.name)`.as("municipality"),
        sql<ItemHead["committee"]>`json_build_object('slug', c.slug, 'name', c.name, 'key', c.name_key)`.as(
          "committee",
        ),
        "m.kind as meetingKind",
        meetingChange("m").as("change"),
        "i.number",
        "i.title",
        "i.closed",
        "i.outcome",
        jsonObjectFrom(
          eb
            .selectFrom("case_file as f")
            .select([
              "f.reference",
              "f.reference_key as key",
              sql<number>`(select count(*) from item t where t.municipality_id = f.municipality_id and t.case_id = f.id)`.as(
                "treatments",
              ),
            ])
            .whereRef("f.municipality_id", "=", "i.municipality_id")
            .whereRef("f.id", "=", "i.case_id"),
        ).as("case"),
        jsonObjectFrom(neighbour.whereRef("other.position", "<", "i.position").orderBy("other.position", "desc")).as(
          "previous",
        ),
        jsonObjectFrom(neighbour.whereRef("other.position", ">", "i.position").orderBy("other.position")).as("next"),
        jsonObjectFrom(
          eb
            .selectFrom("document as d")
            .innerJoin("document_revision as r", (join) =>
              join
                .onRef("r.municipality_id", "=", "d.municipality_id")
                .onRef("r.document_id", "=", "d.id")
                .onRef("r.revision", "=", "d.revision"),
            )
            .select(["r.sha256", "r.file_name as fileName", "d.id", "r.revision"])
            .whereRef("d.municipality_id", "=", "i.municipality_id")
            .whereRef("d.id", "=", "i.document_id"),
        ).as("document"),
        sql<ItemHead["span"]>`json_build_object('start', i.span_start, 'end', i.span_end)`.as("span"),
      ];
    })
    .where("town.slug", "=", at.municipality)
    .where("c.slug", "=", at.committee)
    .where("m.held_on", "=", at.date)
    .where("m.sitting", "=", at.sitting)
    .where("i.slug", "=", at.item)
    .executeTakeFirst() as Promise<ItemHead | undefined>;
}

/** The item's words as they were extracted from the document, unread. */
export async function getWording(db: Database, item: ItemHead): Promise<string> {
  if (!item.document) return "";
  const row = await db
    .selectFrom("document_revision")
    .select("text")
    .where("municipality_id", "=", item.municipalityId)
    .where("document_id", "=", item.document.id)
    .where("revision", "=", item.document.revision)
    .executeTakeFirst();
  return row?.text.slice(item.span.start, item.span.end) ?? "";
}

export type ItemSection = {
  position: number;
  parent: number | null;
  heading: string;
  role: SectionRole;
  text: string;
  tables: TextTable[];
};

export async function listSections(db: Database, { municipalityId, id }: ItemHead): Promise<ItemSection[]> {
  return db
    .selectFrom("section as s")
    .select((eb) => [
      "s.position",
      "s.parent_position as parent",
      "s.heading",
      "s.role",
      "s.text",
      jsonArrayFrom(
        eb
          .selectFrom("section_table as t")
          .select(["t.rows", "t.header_rows as headerRows", "t.notes"])
          .whereRef("t.municipality_id", "=", "s.municipality_id")
          .whereRef("t.item_id", "=", "s.item_id")
          .whereRef("t.section_position", "=", "s.position")
          .orderBy("t.position"),
      ).as("tables"),
    ])
    .where("s.municipality_id", "=", municipalityId)
    .where("s.item_id", "=", id)
    .orderBy("s.position")
    .execute();
}

export type Voter = {
  name: string;
  slug: string;
  party: string | null;
  attendance: Attendance;
  substituteFor: string | null;
};

export type ItemDecision = {
  isOwn: boolean;
  committeeName: string | null;
  committeeKey: string | null;
  decidedOn: string | null;
  outcome: Outcome;
  text: string;
  parts: { number: number; text: string; outcome: Outcome }[];
  attendance: Voter[];
  dissents: { text: string; by: { name: string; slug: string | null }[] }[];
};

/** This meeting's decision and those of the bodies that treated the item before it, in the document's order. */
export async function listDecisions(db: Database, { municipalityId, id }: ItemHead): Promise<ItemDecision[]> {
  return db
    .selectFrom("decision as d")
    .select((eb) => [
      "d.is_own as isOwn",
      "d.committee_name as committeeName",
      "d.committee_key as committeeKey",
      "d.decided_on as decidedOn",
      "d.outcome",
      "d.text",
      jsonArrayFrom(
        eb
          .selectFrom("decision_part as p")
          .select(["p.number", "p.text", "p.outcome"])
          .whereRef("p.municipality_id", "=", "d.municipality_id")
          .whereRef("p.item_id", "=", "d.item_id")
          .whereRef("p.decision_position", "=", "d.position")
          .orderBy("p.position"),
      ).as("parts"),
      jsonArrayFrom(
        eb
          .selectFrom("decision_attendance as a")
          .innerJoin("person", (join) =>
            join.onRef("person.municipality_id", "=", "a.municipality_id").onRef("person.id", "=", "a.person_id"),
          )
          .select(["a.name", "person.slug", "a.party", "a.attendance", "a.substitute_for as substituteFor"])
          .$castTo<Voter>()
          .whereRef("a.municipality_id", "=", "d.municipality_id")
          .whereRef("a.item_id", "=", "d.item_id")
          .whereRef("a.decision_position", "=", "d.position")
          .orderBy("a.position"),
      ).as("attendance"),
      jsonArrayFrom(
        eb
          .selectFrom("dissent as o")
          .select((dissent) => [
            "o.text",
            jsonArrayFrom(
              dissent
                .selectFrom("dissent_by as b")
                .leftJoin("person", (join) =>
                  join.onRef("person.municipality_id", "=", "b.municipality_id").onRef("person.id", "=", "b.person_id"),
                )
                .select(["b.name", "person.slug"])
                .whereRef("b.municipality_id", "=", "o.municipality_id")
                .whereRef("b.item_id", "=", "o.item_id")
                .whereRef("b.decision_position", "=", "o.decision_position")
                .whereRef("b.dissent_position", "=", "o.position")
                .orderBy("b.position"),
            ).as("by"),
          ])
          .whereRef("o.municipality_id", "=", "d.municipality_id")
          .whereRef("o.item_id", "=", "d.item_id")
          .whereRef("o.decision_position", "=", "d.position")
          .orderBy("o.position"),
      ).as("dissents"),
    ])
    .where("d.municipality_id", "=", municipalityId)
    .where("d.item_id", "=", id)
    .orderBy("d.position")
    .execute();
}

export type ItemLists = {
  recommendations: { number: number | null; text: string; by: string | null }[];
  attachments: string[];
  commitments: { text: string; due: string | null; recurs: string | null }[];
};

export async function getItemLists(db: Database, { municipalityId, id }: ItemHead): Promise<ItemLists> {
  const lists = await db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("recommendation")
          .select(["number", "text", "made_by as by"])
          .where("municipality_id", "=", municipalityId)
          .where("item_id", "=", id)
          .orderBy("position"),
      ).as("recommendations"),
      jsonArrayFrom(
        eb
          .selectFrom("attachment")
          .select("name")
          .where("municipality_id", "=", municipalityId)
          .where("item_id", "=", id)
          .orderBy("position"),
      ).as("attachments"),
      jsonArrayFrom(
        eb
          .selectFrom("commitment")
          .select(["text", "due", "recurs"])
          .where("municipality_id", "=", municipalityId)
          .where("item_id", "=", id)
          .orderBy("position"),
      ).as("commitments"),
    ])
    .executeTakeFirstOrThrow();
  return { ...lists, attachments: lists.attachments.map(({ name }) => name) };
}
