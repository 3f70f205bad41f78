import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { importDocument } from "./import-document.ts";
import { createImporter } from "./importer.ts";
import { prepareDocument } from "./prepare.ts";
import { aDecision, aDocument, anItem, aParticipant, resultOf, type TestDocument } from "./testing.ts";

let test_: TestDatabase;
beforeEach(async () => {
  test_ = await testDatabase();
});
afterEach(() => test_.drop());

const add = async (document: TestDocument, municipality?: string) =>
  resultOf(await importDocument(test_.db, municipality, document));
const items = () =>
  test_.db.selectFrom("item").select(["id", "slug", "title", "position", "document_id"]).orderBy("position").execute();
const count = async (table: string) => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(test_.db);
  return rows[0]?.count;
};

test("a document is written once, whatever is imported again", async () => {
  const document = aDocument();
  expect(await add(document)).toBe("new");
  expect(await add(document)).toBe("unchanged");
  expect(await count("document_revision")).toBe(1);
  expect((await items()).map(({ slug, position }) => [slug, position])).toEqual([
    ["36", 1],
    ["37", 2],
    ["38", 3],
  ]);
});

test("every import that changes something raises the archive's revision, and no other", async () => {
  const document = aDocument();
  await add(document);
  await add(document);
  expect((await test_.db.selectFrom("archive_state").select("revision").executeTakeFirstOrThrow()).revision).toBe(2);
});

describe("a changed document", () => {
  const first = aDocument();
  const second = aDocument({ items: [anItem("36", { title: "Ny titel" }), anItem("38"), anItem("39")] });

  test("becomes a new revision; the old one and its original stay", async () => {
    await add(first);
    expect(await add(second)).toBe("revised");
    const revisions = await test_.db
      .selectFrom("document_revision")
      .innerJoin("original", "original.sha256", "document_revision.sha256")
      .select(["revision", "text", "content"])
      .orderBy("revision")
      .execute();
    expect(revisions.map(({ revision, text }) => [revision, text])).toEqual([
      [1, first.text],
      [2, second.text],
    ]);
    expect(revisions.map(({ content }) => content.equals(first.bytes))).toEqual([true, false]);
    expect(await test_.db.selectFrom("document").select("revision").execute()).toEqual([{ revision: 2 }]);
  });

  test("keeps the items' identities where the numbers are the same", async () => {
    await add(first);
    const before = new Map((await items()).map(({ slug, id }) => [slug, id]));
    await add(second);
    const after = await items();
    expect(after.map(({ slug, title }) => [slug, title])).toEqual([
      ["36", "Ny titel"],
      ["38", "Sag om emne 38"],
      ["39", "Sag om emne 39"],
    ]);
    expect(after.map(({ id }) => id).slice(0, 2)).toEqual([before.get("36"), before.get("38")]);
    expect(await count("section")).toBe(3);
    expect(await count("search_item")).toBe(3);
  });

  test("is known again in each of its revisions", async () => {
    await add(first);
    await add(second);
    expect([await add(first), await add(second)]).toEqual(["unchanged", "unchanged"]);
  });
});

test("other items of the same meeting are a further document, in the order of their numbers", async () => {
  await add(aDocument({ items: [anItem("38")] }));
  expect(await add(aDocument({ items: [anItem("36")] }))).toBe("new");
  expect(await count("meeting")).toBe(1);
  expect((await items()).map(({ slug, position }) => [slug, position])).toEqual([
    ["36", 1],
    ["38", 2],
  ]);
});

test("another hour of the same day is another sitting", async () => {
  await add(aDocument());
  await add(aDocument({ startTime: "19:00", items: [anItem("39")] }));
  const sittings = await test_.db.selectFrom("meeting").select(["sitting", "start_time"]).orderBy("sitting").execute();
  expect(sittings).toEqual([
    { sitting: 1, start_time: "13:00:00" },
    { sitting: 2, start_time: "19:00:00" },
  ]);
});

describe("an agenda and its minutes", () => {
  const agenda = aDocument({ kind: "agenda", items: [anItem("36", { decisions: [] }), anItem("37"), anItem("40")] });

  test("the minutes take the agenda's place, and the agenda can still be had", async () => {
    await add(agenda);
    const before = new Map((await items()).map(({ slug, id }) => [slug, id]));
    expect(await add(aDocument())).toBe("new");
    expect((await items()).map(({ slug, id }) => [slug, id])).toEqual([
      ["36", before.get("36")],
      ["37", before.get("37")],
      ["38", expect.any(Number)],
    ]);
    expect(await count("original")).toBe(2);
    expect(await test_.db.selectFrom("meeting").select("kind").execute()).toEqual([{ kind: "minutes" }]);
  });

  test("an agenda that comes later changes nothing but that it can be had", async () => {
    await add(aDocument());
    await add(agenda);
    expect((await items()).map(({ slug }) => slug)).toEqual(["36", "37", "38"]);
    expect(await test_.db.selectFrom("meeting").select("kind").execute()).toEqual([{ kind: "minutes" }]);
    expect(await count("original")).toBe(2);
  });
});

describe("where a document belongs", () => {
  test("it says so itself, else it is said beside it, else it fails with the way out", async () => {
    expect(await add(aDocument(), "Andetsted")).toBe("new");
    expect(await add(aDocument({ municipality: null }), "Andetsted Kommune")).toBe("new");
    expect(await add(aDocument({ municipality: null, date: "2024-06-11" }))).toContain("--municipality");
    expect(await test_.db.selectFrom("municipality").select(["slug", "name"]).orderBy("slug").execute()).toEqual([
      { slug: "andetsted", name: "Andetsted" },
      { slug: "proevested", name: "Prøvested" },
    ]);
  });

  test("without a day or a committee it has no place, and leaves no trace", async () => {
    expect(await add(aDocument({ date: null }))).toContain("hvilken dag");
    expect(await add(aDocument({ date: "2024-02-30" }))).toContain("hvilken dag");
    expect(await add(aDocument({ committee: null }))).toContain("hvilket udvalg");
    expect(await count("municipality")).toBe(0);
  });

  test("a committee is one, however its name and term are printed", async () => {
    await add(aDocument({ committee: "Børne- og Ungeudvalget", term: "2022-2025" }));
    await add(aDocument({ committee: "Børne- & Ungeudvalg", term: "2026-2029", date: "2026-02-03" }));
    expect(await test_.db.selectFrom("committee").select(["slug", "kind"]).execute()).toEqual([
      { slug: "boerne-og-ungeudvalget", kind: "committee" },
    ]);
    expect(await test_.db.selectFrom("committee_term").select(["term", "ends_on"]).orderBy("term").execute()).toEqual([
      { term: "2022-2025", ends_on: "2025-12-31" },
      { term: "2026-2029", ends_on: "2029-12-31" },
    ]);
  });
});

describe("people", () => {
  test("an abbreviated name is the person it can only mean, who is called by the full one", async () => {
    await add(aDocument({ participants: [aParticipant("Gerda B. Holm")] }));
    await add(aDocument({ date: "2024-06-11", participants: [aParticipant("Gerda Birk Holm")] }));
    await add(aDocument({ date: "2024-08-13", participants: [aParticipant("Gerda B. Holm")] }));
    expect(await test_.db.selectFrom("person").select(["name", "slug"]).execute()).toEqual([
      { name: "Gerda Birk Holm", slug: "gerda-b-holm" },
    ]);
    expect(await count("attendance")).toBe(3);
  });

  test("a party holds for the day it was printed", async () => {
    const absent = (party: string) =>
      anItem("1", { decisions: [aDecision({ absent: [aParticipant("Gerda Birk Holm", { party })] })] });
    await add(aDocument({ items: [absent("D")] }));
    const later = {
      date: "2025-05-13",
      items: [
        {
          ...absent("O"),
          decisions: [aDecision({ date: "2025-05-13", absent: [aParticipant("Gerda Birk Holm", { party: "O" })] })],
        },
      ],
    };
    await add(aDocument(later));
    const seen = await test_.db
      .selectFrom("party_observation")
      .select(["seen_on", "party"])
      .orderBy("seen_on")
      .execute();
    expect(seen).toEqual([
      { seen_on: "2024-05-14", party: "D" },
      { seen_on: "2025-05-13", party: "O" },
    ]);
  });

  test("a dissent names a person with the printed party, and a party group without a person", async () => {
    const text = "Gerda Birk Holm (D) kunne ikke støtte beslutningen.";
    const decision = aDecision({
      dissents: [
        { by: ["Gerda Birk Holm"], text },
        { by: ["Venstre"], text: "Venstre stemte imod." },
      ],
    });
    await add(aDocument({ items: [anItem("1", { decisions: [decision] })] }));
    const by = await test_.db
      .selectFrom("dissent_by")
      .select(["name", "person_id", "party"])
      .orderBy("dissent_position")
      .execute();
    expect(by).toEqual([
      { name: "Gerda Birk Holm", person_id: expect.any(Number), party: "D" },
      { name: "Venstre", person_id: null, party: null },
    ]);
  });
});

test("only the meeting's own body decides an item; earlier bodies' decisions are theirs", async () => {
  const decisions = [
    aDecision({ committee: "Socialudvalget", date: "2024-05-06", outcome: "recommended" }),
    aDecision({ outcome: "postponed" }),
  ];
  await add(aDocument({ items: [anItem("1", { decisions }), anItem("2", { decisions: decisions.slice(0, 1) })] }));
  expect(await test_.db.selectFrom("item").select("outcome").orderBy("position").execute()).toEqual([
    { outcome: "postponed" },
    { outcome: null },
  ]);
  expect(
    await test_.db.selectFrom("decision").select("is_own").orderBy("item_id").orderBy("position").execute(),
  ).toEqual([{ is_own: false }, { is_own: true }, { is_own: false }]);
});

test("a reference finds its item, whichever came first", async () => {
  const reference = { text: "den 9. april 2024 (sag 20)", itemNumber: "20", date: "2024-04-09", committee: null };
  await add(aDocument({ items: [anItem("36", { references: [reference, { ...reference, date: "2023-01-10" }] })] }));
  await add(aDocument({ date: "2024-04-09", items: [anItem("20")] }));
  const resolved = await test_.db
    .selectFrom("resolved_reference")
    .leftJoin("item", "item.id", "resolved_reference.target_item_id")
    .select(["item.slug"])
    .orderBy("resolved_reference.position")
    .execute();
  expect(resolved).toEqual([{ slug: "20" }, { slug: null }]);
});

test("a case is one across meetings and committees", async () => {
  const item = (caseNumber: string) => anItem("1", { caseNumber });
  await add(aDocument({ items: [item("15.20G00 - 2013/01963")] }));
  await add(aDocument({ committee: "Socialudvalget", items: [item("15.20G00-2013/01963")] }));
  expect(await count("case_file")).toBe(1);
});

test("what PostgreSQL cannot hold is replaced, and the document goes in", async () => {
  expect(await add(aDocument({ place: "Lokale\0 1", items: [anItem("1", { title: "Sag \ud83d\0" })] }))).toBe("new");
  expect((await items())[0]?.title).toBe("Sag \ufffd\ufffd");
});

test("a document that the database refuses leaves nothing behind", async () => {
  const broken = aDocument({
    items: [anItem("1", { treatment: [{ committee: null as never, roles: [], date: null }] })],
  });
  await expect(importDocument(test_.db, undefined, broken)).rejects.toThrow();
  const refused = aDocument({ kind: "telegram" as never });
  await expect(importDocument(test_.db, undefined, refused)).rejects.toThrow("check constraint");
  for (const table of ["municipality", "committee", "person", "meeting", "original", "item"])
    expect(await count(table)).toBe(0);
});

describe("written together", () => {
  const givenOf = (more: Parameters<typeof aDocument>[0]) => {
    const { bytes, ...read } = aDocument(more);
    return { document: prepareDocument(read), bytes, municipality: undefined };
  };
  const together = (...given: ReturnType<typeof givenOf>[]) => createImporter(test_.db).writeTogether(given);

  test("documents of new meetings keep their own people, cases and items", async () => {
    const here = givenOf({ items: [anItem("36", { caseNumber: "24-000001" })] });
    const there = givenOf({
      date: "2024-06-11",
      participants: [aParticipant("Ny Person"), aParticipant("Gerda Birk Holm")],
      items: [anItem("40"), anItem("41", { caseNumber: "24-000002" })],
    });
    const elsewhere = givenOf({ municipality: "Andetsted" });
    const nowhere = givenOf({ date: null });
    const written = await together(here, there, elsewhere, nowhere);
    expect(written.map((one) => one?.result)).toEqual(["new", "new", "new", "failed"]);
    const { rows } = await sql<{ day: string; number: string; reference: string | null; sections: number }>`
      select item.held_on as day, number, reference, (select count(*) from section where section.municipality_id = item.municipality_id
        and item_id = item.id) as sections
      from item left join case_file on case_file.municipality_id = item.municipality_id and case_file.id = case_id
      where item.municipality_id = (select id from municipality where slug = 'proevested') order by day, number`.execute(
      test_.db,
    );
    expect(rows).toEqual([
      { day: "2024-05-14", number: "36", reference: "24-000001", sections: 1 },
      { day: "2024-06-11", number: "40", reference: null, sections: 1 },
      { day: "2024-06-11", number: "41", reference: "24-000002", sections: 1 },
    ]);
    const attended = await sql<{ said: string; known: string }>`
      select attendance.name as said, person.name as known from attendance
      join person on person.municipality_id = attendance.municipality_id and person.id = person_id
      order by attendance.municipality_id, meeting_id, position`.execute(test_.db);
    expect(attended.rows).toHaveLength(6);
    expect(attended.rows.filter(({ said, known }) => said !== known)).toEqual([]);
  });

  test("one that the database refuses leaves nothing behind, and keeps nobody from being written alone", async () => {
    const good = givenOf({});
    const bad = givenOf({ date: "2024-06-11", items: [anItem("1", { title: "x" })] });
    for (const row of bad.document.search) row.sections = 2 ** 40;
    expect(await together(good, bad)).toEqual([null, null]);
    expect(await count("meeting")).toBe(0);
    expect((await createImporter(test_.db).write(good)).result).toBe("new");
    await expect(createImporter(test_.db).write(bad)).rejects.toThrow();
    expect(await count("document")).toBe(1);
  });

  test("a second document of a meeting waits until it is written alone", async () => {
    const [first, second] = [givenOf({}), givenOf({ items: [anItem("90")] })];
    const written = await together(first, second);
    expect(written.map((one) => one?.result ?? null)).toEqual(["new", null]);
    expect((await createImporter(test_.db).write(second)).result).toBe("new");
    expect(await count("meeting")).toBe(1);
  });
});
