import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import { findItem, getItemLists, getWording, type ItemHead, listDecisions, listSections } from "./item-queries.ts";
import { countMeetingsByYear, listMeetings } from "./meeting-list.ts";
import { findMeeting } from "./meeting-queries.ts";
import { findMunicipality, listCommittees, listMunicipalities } from "./municipality-queries.ts";
import { listMentions, listReferences, listTreatments } from "./trail-queries.ts";

let database: TestDatabase;
let birkeby: number;

const participants = "Anna Holm (A), Bo Kjær (V) (Afbud), Carla Dam (C)";
const path = ["Klimaudvalget (anbefaler), 14.05.2024", "Byrådet (godkender), 28.05.2024"];
const may = { municipality: "birkeby", committee: "klimaudvalget", date: "2024-05-14", sitting: 1 };

beforeAll(async () => {
  database = await testDatabase();
  const agenda = {
    number: 11,
    title: "Godkendelse af dagsorden",
    decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }],
  };
  birkeby = await importMinutes(database.db, [
    {
      committee: "Klimaudvalget",
      date: "14-05-2024",
      participants,
      items: [
        agenda,
        {
          number: 12,
          title: "Varmeplan for Nordbyen",
          case: "24-004711",
          path,
          decisions: [
            {
              by: "Klimaudvalget, 14.05.2024",
              words: "Anbefales.\n\nBo Kjær (V) kunne ikke støtte indstillingen.",
            },
          ],
          text: "Planen omfatter 400 huse.",
          attachments: ["Bilag 1: Varmeplan", "Bilag 2: Priser"],
        },
        {
          number: 13,
          title: "Køb af grund",
          closed: true,
          decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }],
        },
      ],
    },
    {
      committee: "Byrådet",
      date: "28-05-2024",
      participants,
      items: [
        {
          number: 31,
          title: "Varmeplan for Nordbyen",
          case: "24-004711",
          path,
          decisions: [{ by: "Byrådet, 28.05.2024", words: "Godkendt." }],
          text: "Klimaudvalget behandlede sagen den 14. maj 2024 (sag 12).",
        },
      ],
    },
    {
      committee: "Klimaudvalget",
      date: "11-03-2025",
      participants,
      items: [
        { number: 5, title: "Status", decisions: [{ by: "Klimaudvalget, 11.03.2025", words: "Til efterretning." }] },
      ],
    },
  ]);
});

afterAll(() => database?.drop());

async function itemAt(item: string, at = may): Promise<ItemHead> {
  const head = await findItem(database.db, { ...at, item });
  if (!head) throw new Error(`no item ${item}`);
  return head;
}

describe("a meeting", () => {
  test("comes with its items, who was there, its document and its neighbours", async () => {
    const meeting = await findMeeting(database.db, may);
    expect(meeting).toMatchObject({
      municipality: { slug: "birkeby" },
      committee: { name: "Klimaudvalget" },
      startTime: "15:00:00",
      kind: "minutes",
      previous: null,
      next: { date: "2025-03-11", sitting: 1 },
      document: { fileName: "Klimaudvalget 14-05-2024.md", revision: 1 },
    });
    expect(
      meeting?.items.map(({ number, outcome, closed, attachments }) => [number, outcome, closed, attachments]),
    ).toEqual([
      ["11", "approved", false, 0],
      ["12", "recommended", false, 2],
      ["13", "approved", true, 0],
    ]);
    expect(meeting?.participants.map(({ name, attendance }) => [name, attendance])).toEqual([
      ["Anna Holm", "present"],
      ["Bo Kjær", "excused"],
      ["Carla Dam", "present"],
    ]);
  });

  test("is not found under another committee, day or sitting", async () => {
    expect(await findMeeting(database.db, { ...may, committee: "byraadet" })).toBeUndefined();
    expect(await findMeeting(database.db, { ...may, date: "2024-05-15" })).toBeUndefined();
    expect(await findMeeting(database.db, { ...may, sitting: 2 })).toBeUndefined();
  });
});

describe("an item", () => {
  test("knows its case, its neighbours on the agenda, its decision, dissent and attachments", async () => {
    const head = await itemAt("12");
    expect(head).toMatchObject({
      case: { reference: "24-004711", treatments: 2 },
      previous: { number: "11" },
      next: { number: "13" },
      outcome: "recommended",
    });
    const [own] = await listDecisions(database.db, head);
    expect(own).toMatchObject({ isOwn: true, dissents: [{ by: [{ name: "Bo Kjær" }] }] });
    expect((await getItemLists(database.db, head)).attachments).toEqual(["Bilag 1: Varmeplan", "Bilag 2: Priser"]);
    expect((await listSections(database.db, head)).map(({ text }) => text).join("\n")).toContain(
      "Planen omfatter 400 huse.",
    );
  });

  test("has its wording as it stands in the document", async () => {
    const wording = await getWording(database.db, await itemAt("12"));
    expect(wording).toMatch(/Varmeplan for Nordbyen[\s\S]*Planen omfatter 400 huse\.[\s\S]*Bilag 2: Priser/);
    expect(wording).not.toContain("Køb af grund");
  });

  test("finds the other steps of its path that the archive has", async () => {
    const steps = await listTreatments(database.db, await itemAt("12"));
    expect(steps.map(({ committeeName, date, item }) => [committeeName, date, item?.item, item?.outcome])).toEqual([
      ["Klimaudvalget", "2024-05-14", "12", "recommended"],
      ["Byrådet", "2024-05-28", "31", "approved"],
    ]);
  });

  test("refers to another, which knows it is mentioned", async () => {
    const council = await itemAt("31", { ...may, committee: "byraadet", date: "2024-05-28" });
    const [reference] = await listReferences(database.db, council);
    expect(reference).toMatchObject({
      number: 12,
      date: "2024-05-14",
      item: { item: "12", committee: "klimaudvalget" },
    });
    expect(await listMentions(database.db, await itemAt("12"))).toMatchObject([{ committee: "byraadet", item: "31" }]);
    expect(await listMentions(database.db, council)).toEqual([]);
  });
});

describe("lists", () => {
  test("of meetings are newest first, by page and by year, with their outcomes counted", async () => {
    const all = await listMeetings(database.db, { municipalityId: birkeby }, { limit: 10 });
    expect(all.map(({ date }) => date)).toEqual(["2025-03-11", "2024-05-28", "2024-05-14"]);
    expect(all[2]).toMatchObject({ items: 3, outcomes: { approved: 2, recommended: 1 } });
    const second = await listMeetings(database.db, { municipalityId: birkeby }, { limit: 1, offset: 1 });
    expect(second.map(({ date }) => date)).toEqual(["2024-05-28"]);
    const of2024 = await listMeetings(database.db, { municipalityId: birkeby, year: "2024" }, { limit: 10 });
    expect(of2024).toHaveLength(2);
    expect(await countMeetingsByYear(database.db, { municipalityId: birkeby })).toEqual([
      { year: "2025", meetings: 1 },
      { year: "2024", meetings: 2 },
    ]);
  });

  test("of municipalities and committees count their meetings, the council first", async () => {
    expect(await listMunicipalities(database.db)).toMatchObject([
      { slug: "birkeby", meetings: 3, committees: 2, latest: "2025-03-11" },
    ]);
    expect(await listCommittees(database.db, birkeby)).toMatchObject([
      { slug: "byraadet", meetings: 1 },
      { slug: "klimaudvalget", meetings: 2, latest: "2025-03-11" },
    ]);
    expect(await findMunicipality(database.db, "findes-ikke")).toBeUndefined();
  });
});
