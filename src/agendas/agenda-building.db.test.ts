import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { openFindings } from "#papers/findings/findings.ts";
import { listMeetingsOfWork, listPapersFor, listWarnings } from "./agenda-building-queries.ts";
import { addPaper, openAgenda, removeItem } from "./agenda-operations.ts";
import { findAgendaMeeting } from "./agenda-queries.ts";
import { type AgendaPlace, aMeeting, anActor, aPaper, aTown } from "./testing.ts";

const TODAY = "2027-01-20";
let database: TestDatabase;
let place: AgendaPlace;
let vera: Actor;
let first: number;
let second: number;
beforeAll(async () => {
  database = await testDatabase();
  place = await aTown(database.db);
  vera = anActor(place, "secretary");
  first = await aMeeting(database.db, place, "2027-02-02");
  second = await aMeeting(database.db, place, "2027-03-02");
  await openAgenda(database.db, vera, { ...place, meetingId: first });
  await openAgenda(database.db, vera, { ...place, meetingId: second });
});
afterAll(() => database.drop());

const at = async (meetingId: number) => {
  const agenda = await findAgendaMeeting(database.db, place.municipalityId, meetingId);
  return { municipalityId: place.municipalityId, meetingId, version: agenda?.version ?? 0 };
};
const offered = async (meetingId: number) =>
  (await listPapersFor(database.db, { ...place, meetingId }, TODAY)).map(({ title }) => title);
const codes = async (meetingId: number) =>
  (await listWarnings(database.db, { ...place, meetingId }, TODAY)).map(({ code }) => code);

test("papers are offered to the meeting their path names, or to each coming one, until an agenda has them", async () => {
  const { db } = database;
  const named = await aPaper(db, place, { title: "Til marts", meetingId: second });
  const any = await aPaper(db, place, { title: "Når som helst" });
  await aPaper(db, { ...place, committeeId: 11 }, { title: "Byrådets" });
  const draft = await aPaper(db, place, { title: "Kladde" });
  await db.updateTable("paper").set({ state: "draft" }).where("id", "=", draft).execute();
  const gone = await aPaper(db, place, { title: "Trukket" });
  await db.updateTable("paper").set({ state: "withdrawn" }).where("id", "=", gone).execute();
  expect(await offered(first)).toEqual(["Når som helst", "Kladde"]);
  expect(await offered(second)).toEqual(["Til marts", "Når som helst", "Kladde"]);

  const result = await addPaper(db, vera, await at(first), any);
  expect(await offered(second)).toEqual(["Til marts", "Kladde"]);
  await removeItem(db, vera, await at(first), (result.ok && result.itemId) || 0);
  expect(await offered(first)).toContain("Når som helst");
  await db.updateTable("paper").set({ state: "finished" }).where("id", "in", [named, any, draft]).execute();
});

test("a paper waits for the body before, unless it is planned before this meeting", async () => {
  const { db } = database;
  const paper = await aPaper(db, place, { title: "Først byrådet" });
  const of = { municipality_id: place.municipalityId, paper_id: paper };
  await db
    .insertInto("consultation")
    .values({ ...of, position: 0, committee_id: 11, role: "notes" })
    .execute();
  expect(await offered(first)).toEqual([]);
  const council = await aMeeting(db, { ...place, committeeId: 11 }, "2027-02-16");
  await db.updateTable("consultation").set({ planned_meeting_id: council }).where("position", "=", 0).execute();
  expect(await offered(first)).toEqual([]);
  expect(await offered(second)).toEqual(["Først byrådet"]);
  const result = await addPaper(db, vera, await at(first), paper);
  expect(await codes(first)).toEqual(["nobody-to-send-to", "path-later"]);
  await removeItem(db, vera, await at(first), (result.ok && result.itemId) || 0);
  await db.updateTable("paper").set({ state: "finished" }).where("id", "=", paper).execute();
});

test("what is wrong with papers is read from them as they stand", async () => {
  const { db } = database;
  const paper = await aPaper(db, place, { sections: { summary: "Se bilag 2.", economy: "" } });
  const result = await addPaper(db, vera, await at(second), paper);
  expect(await codes(second)).toEqual(["unsent-before", "nobody-to-send-to", "section-empty", "attachment-missing"]);
  await db
    .updateTable("paper")
    .set({ state: "withdrawn", updated_at: new Date(Date.now() + 1000) })
    .where("id", "=", paper)
    .execute();
  expect(await codes(second)).toEqual(expect.arrayContaining(["paper-not-ready", "paper-changed"]));
  await removeItem(db, vera, await at(second), (result.ok && result.itemId) || 0);
});

test("a paper that is changed while its agenda is built is asked about anew", async () => {
  const { db } = database;
  const paper = await aPaper(db, place, { title: "Cykelsti" });
  const of = { municipality_id: place.municipalityId, paper_id: paper };
  const section = {
    ...of,
    id: 71,
    position: 71,
    role: "presentation" as const,
    heading: "Kort",
    required: true,
    help: "",
  };
  const written = (text: string) =>
    JSON.stringify({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
  const added = await addPaper(db, vera, await at(second), paper);
  const mine = async () =>
    (await listWarnings(db, { ...place, meetingId: second }, TODAY)).filter(
      ({ item, code }) => added.ok && item === added.itemId && ["section-empty", "attachment-missing"].includes(code),
    );
  await db
    .insertInto("paper_section")
    .values({ ...section, body: JSON.stringify({ type: "doc", content: [] }) })
    .execute();
  expect(await mine()).toMatchObject([{ code: "section-empty", heading: "Kort" }]);
  await db
    .updateTable("paper_section")
    .set({ body: written("Kortet er i bilag 3."), version: 2 })
    .where("paper_id", "=", paper)
    .where("id", "=", 71)
    .execute();
  expect(await mine()).toMatchObject([{ code: "attachment-missing", words: "bilag 3" }]);
  await removeItem(db, vera, await at(second), (added.ok && added.itemId) || 0);
  await db.updateTable("paper").set({ state: "finished" }).where("id", "=", paper).execute();
});

test("a figure that does not add up is told until somebody answers for it", async () => {
  const { db } = database;
  const wrong = "Der bruges 250.000 kr. på løn og 120.000 kr. på drift, i alt 380.000 kr.";
  const paper = await aPaper(db, place, { sections: { summary: "Kort.", presentation: wrong, economy: "Ingen." } });
  const result = await addPaper(db, vera, await at(second), paper);
  const [finding] = await openFindings(db, place.municipalityId, paper);
  expect(finding).toBeDefined();
  expect(await codes(second)).toContain("open-findings");
  await db
    .insertInto("finding_answer")
    .values({
      municipality_id: place.municipalityId,
      paper_id: paper,
      finding_key: finding?.key ?? "",
      claim: finding?.claim ?? "",
      reason: "Afrundet",
      answered_by: "vera",
      answered_by_name: "Vera Birk",
    })
    .execute();
  expect(await codes(second)).not.toContain("open-findings");
  await removeItem(db, vera, await at(second), (result.ok && result.itemId) || 0);
  await db.updateTable("paper").set({ state: "finished" }).where("id", "=", paper).execute();
});

test("the list of meetings says how far each agenda is", async () => {
  const { db } = database;
  await aMeeting(db, place, "2027-04-06");
  await addPaper(db, vera, await at(first), await aPaper(db, place, { closed: true }));
  const meetings = await listMeetingsOfWork(db, place.municipalityId, TODAY);
  expect(meetings.map(({ date, state, items, closedItems }) => [date, state, items, closedItems])).toEqual([
    ["2027-02-02", "building", 4, 1],
    ["2027-02-16", null, 0, 0],
    ["2027-03-02", "building", 3, 0],
    ["2027-04-06", null, 0, 0],
  ]);
});
