import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import { aDocument, anItem, resultOf } from "#archive/import/testing.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { AgendaDocument } from "#documents/model.ts";
import { anAgenda, anAgendaItem, richText } from "#documents/testing.ts";
import { extractText } from "#minutes/formats/extract-text.ts";
import { publicAgenda } from "#documents/public-agenda.ts";
import { search } from "#search/operations.ts";
import { readAgenda } from "../agenda-queries.ts";
import { agendaMinutes } from "./agenda-minutes.ts";
import { archiveDispatch, listUnarchived } from "./archive-dispatch.ts";
import { dispatchAddendum } from "./dispatch-addendum.ts";
import { anAgendaToSend, type BuiltAgenda, inDays, send } from "./testing.ts";

let test_: TestDatabase;
let built: BuiltAgenda;
beforeEach(async () => {
  test_ = await testDatabase();
  built = await anAgendaToSend(test_.db, { open: "Ny legeplads", closed: "Hemmeligtgrundkoeb" });
});
afterEach(() => test_.drop());

async function archive(): Promise<void> {
  for (const waiting of await listUnarchived(test_.db)) await archiveDispatch(test_.db, waiting);
}

const items = () =>
  test_.db
    .selectFrom("item")
    .innerJoin("document", (join) => join.onRef("document.id", "=", "item.document_id"))
    .select(["item.slug", "item.title", "item.closed", "document.kind", "document.revision"])
    .orderBy("item.position")
    .execute();

const addendum = (input: Partial<Parameters<typeof dispatchAddendum>[3]>, version = 5) =>
  dispatchAddendum(
    test_.db,
    built.secretary,
    { municipalityId: built.place.municipalityId, meetingId: built.meetingId, version },
    { papers: [], notes: [], withdraw: [], changes: [], lateReason: null, ...input },
  );

test("what is sent stands in the archive as an agenda, and once, however often it is put there", async () => {
  await send(test_.db, built);
  const [waiting] = await listUnarchived(test_.db);
  await archive();
  if (waiting) await archiveDispatch(test_.db, waiting);
  expect(await listUnarchived(test_.db)).toEqual([]);
  expect(await items()).toEqual([
    { slug: "1", title: "Ny legeplads", closed: false, kind: "agenda", revision: 1 },
    { slug: "2", title: "Meddelelser", closed: false, kind: "agenda", revision: 1 },
    { slug: "3", title: "Lukket punkt", closed: true, kind: "agenda", revision: 1 },
  ]);
  const meeting = await test_.db.selectFrom("meeting").select(["committee_id", "held_on", "kind"]).execute();
  expect(meeting).toEqual([{ committee_id: 10, held_on: inDays(60), kind: "agenda" }]);
});

test("an addendum is a new revision, and what is withdrawn is told", async () => {
  await send(test_.db, built);
  await archive();
  const first = await readAgenda(test_.db, built.place.municipalityId, built.meetingId);
  await addendum({
    notes: [{ title: "Besøg fra ungdomsrådet", text: "" }],
    withdraw: [{ itemId: first?.items[0]?.id as number, reason: "Ansøgeren har fortrudt." }],
  });
  await archive();
  expect((await items()).map(({ slug, title, revision }) => [slug, title, revision])).toEqual([
    ["1", "Ny legeplads", 2],
    ["2", "Meddelelser", 2],
    ["3", "Lukket punkt", 2],
    ["4", "Besøg fra ungdomsrådet", 2],
  ]);
  const sections = await test_.db.selectFrom("section").select(["heading", "text"]).execute();
  expect(sections).toContainEqual({
    heading: "Trukket tilbage",
    text: expect.stringContaining("Ansøgeren har fortrudt."),
  });
});

test("two dispatches that wait are put there in their order", async () => {
  await send(test_.db, built);
  await addendum({ notes: [{ title: "Besøg", text: "" }] });
  await archive();
  expect((await items()).map(({ revision }) => revision)).toEqual([2, 2, 2, 2]);
});

test("nothing of what is closed is anywhere in the archive: no word of it, no file, no number of a case", async () => {
  const marker = "zzhemmelig";
  const closed = built.closed;
  await test_.db
    .updateTable("paper")
    .set({ title: `${marker}titel`, reference: `${marker}sag`, closed_ground: `${marker}grund` })
    .where("id", "=", closed)
    .execute();
  await test_.db
    .updateTable("paper_section")
    .set({ body: JSON.stringify(richText(`${marker}tekst`)), heading: `${marker}overskrift` })
    .where("paper_id", "=", closed)
    .execute();
  await test_.db
    .updateTable("paper_recommendation")
    .set({ text: `${marker}indstilling` })
    .where("paper_id", "=", closed)
    .execute();
  const content = Buffer.from(`${marker}bilag`);
  const { municipalityId } = built.place;
  await test_.db
    .insertInto("stored_file")
    .values({ municipality_id: municipalityId, sha256: `${marker}sum`, media_type: "text/plain", size: 1, content })
    .execute();
  for (const paper_id of [closed, built.open])
    await test_.db
      .insertInto("paper_attachment")
      .values({
        municipality_id: municipalityId,
        paper_id,
        id: 1,
        position: 1,
        name: `${marker}bilag`,
        file_name: `${marker}.txt`,
        sha256: `${marker}sum`,
        closed: true,
        added_by: "u",
        removed_at: null,
      })
      .execute();
  const agenda = await readAgenda(test_.db, municipalityId, built.meetingId);
  const item = agenda?.items.find(({ closed }) => closed)?.id as number;
  await test_.db
    .insertInto("agenda_guest")
    .values({
      municipality_id: municipalityId,
      agenda_item_id: item,
      position: 1,
      name: `${marker}gæst`,
      user_id: null,
      from_time: null,
      until_time: null,
    })
    .execute();
  expect(await send(test_.db, built)).toEqual({ ok: true, number: 0 });
  const kept = (await readAgenda(test_.db, municipalityId, built.meetingId)) as AgendaDocument;
  expect(JSON.stringify(kept).match(new RegExp(marker, "g"))?.length).toBeGreaterThan(7);
  await addendum({ withdraw: [{ itemId: item, reason: `${marker}aarsag` }] });
  await archive();

  const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'municipality_id'`.execute(test_.db);
  const own = /^(paper|agenda|dispatch|consultation|stored_file|approval|audit|finding_answer|standing|reminder)/;
  for (const { name } of tables.rows.filter(({ name }) => !own.test(name))) {
    const { rows } = await sql<{ found: number }>`select count(*)::integer as found from ${sql.table(name)} as t
      where to_jsonb(t)::text like ${`%${marker}%`}`.execute(test_.db);
    expect([name, rows[0]?.found]).toEqual([name, 0]);
  }
  const originals = await test_.db.selectFrom("original").select("content").execute();
  expect(originals).toHaveLength(2);
  for (const { content } of originals) {
    const read = await extractText(new Uint8Array(content), "dagsorden.pdf");
    expect(read.ok && read.extracted.text).toContain("Lukket punkt");
    expect(read.ok && read.extracted.text).not.toContain(marker);
    expect(content.includes(marker)).toBe(false);
  }
});

test("minutes that come later take the agenda's items, and it stays beside them", async () => {
  await send(test_.db, built);
  await archive();
  const minutes = aDocument({
    municipality: "Birkeby",
    committee: "Skoleudvalget",
    date: inDays(60),
    term: null,
    startTime: "13:00",
    items: [
      anItem("1", { title: "Ny legeplads" }),
      anItem("2", { title: "Meddelelser" }),
      anItem("3", { title: "Køb af grund", closed: true }),
    ],
  });
  expect(resultOf(await importDocument(test_.db, undefined, minutes))).toBe("new");
  expect(await test_.db.selectFrom("meeting").select("kind").execute()).toHaveLength(1);
  expect((await items()).map(({ slug, kind }) => [slug, kind])).toEqual([
    ["1", "minutes"],
    ["2", "minutes"],
    ["3", "minutes"],
  ]);
  expect(await test_.db.selectFrom("document").select("kind").orderBy("kind").execute()).toEqual([
    { kind: "agenda" },
    { kind: "minutes" },
  ]);
  await addendum({ notes: [{ title: "Besøg", text: "" }] });
  await archive();
  expect((await items()).filter(({ kind }) => kind === "minutes")).toHaveLength(3);
});

test("what is sent can be searched for", async () => {
  await send(test_.db, built);
  await archive();
  const found = JSON.stringify(await search(test_.db, { query: "legeplads", sort: "relevance", limit: 10, offset: 0 }));
  expect(found).toContain("Ny legeplads");
});

test("every item and section stands in the text where its span says", () => {
  const { minutes, text } = agendaMinutes(
    publicAgenda(
      anAgenda({
        items: [
          ...anAgenda().items,
          anAgendaItem({ id: 9, number: 39, title: "Falsk\nPunkt 40: punkt", text: "# Punkt 41: Overskrift\n\nMere." }),
        ],
      }),
    ),
    { file: "dagsorden.pdf", sha256: "0", pages: null },
  );
  expect(minutes.items.map(({ number }) => number)).toEqual(["36", "37", "38", "39"]);
  for (const item of minutes.items) {
    expect(text.slice(item.span.start, item.span.end)).toMatch(new RegExp(`^# Punkt ${item.number}: `));
    for (const section of item.sections) {
      const own = text.slice(section.span.start, section.span.end);
      expect(own.startsWith(section.heading ? `## ${section.heading}` : section.text.slice(0, 5))).toBe(true);
      expect(own.endsWith(section.text)).toBe(true);
    }
  }
  expect(minutes.items[1]?.sections.flatMap(({ tables }) => tables)).toMatchObject([
    {
      rows: [
        ["Emne", "Svar", "Andel"],
        ["Støj", "42", "50,0 %"],
        ["Parkering", "28", "33,3 %"],
        ["Andet", "14", "16,7 %"],
      ],
    },
  ]);
});
