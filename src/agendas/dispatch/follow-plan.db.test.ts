import { afterEach, beforeEach, expect, test } from "vitest";
import { importDocument } from "#archive/import/import-document.ts";
import { aDocument, anItem, resultOf } from "#archive/import/testing.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { shortDay } from "#documents/danish.ts";
import { findMovedMeeting } from "#meetings/meeting-change.ts";
import { findMeeting } from "#meetings/meeting-queries.ts";
import { extractText } from "#minutes/formats/extract-text.ts";
import { search } from "#search/operations.ts";
import { cancelMeeting, moveMeeting } from "../plan-operations.ts";
import type { PlannedMeetingInput } from "../planned-meeting.ts";
import { archiveDispatch, listUnarchived } from "./archive-dispatch.ts";
import { followPlan, listMoved } from "./follow-plan.ts";
import { anAgendaToSend, type BuiltAgenda, inDays, send } from "./testing.ts";

// A meeting that is moved or cancelled after its agenda was sent and put into the archive.

let test_: TestDatabase;
let built: BuiltAgenda;
beforeEach(async () => {
  test_ = await testDatabase();
  built = await anAgendaToSend(test_.db);
});
afterEach(() => test_.drop());

async function archive(): Promise<void> {
  for (const waiting of await listUnarchived(test_.db)) await archiveDispatch(test_.db, waiting);
}

/** The newest revision of each item's document. */
const revisions = async () => {
  const rows = await test_.db
    .selectFrom("item")
    .innerJoin("document", (join) => join.onRef("document.id", "=", "item.document_id"))
    .select("document.revision")
    .execute();
  return rows.map(({ revision }) => revision);
};

const day = inDays(67);
const plan = () =>
  test_.db
    .selectFrom("planned_meeting")
    .select(["id", "version", "held_on as heldOn"])
    .where("id", "=", built.meetingId)
    .executeTakeFirstOrThrow();
const move = async (date: string, over: Partial<PlannedMeetingInput> = {}) => {
  const to = { date, start: "13:00", end: "15:00", place: "Rådhuset", extraordinary: false, ...over };
  expect(await moveMeeting(test_.db, built.secretary, built.place, await plan(), to, "Rokade")).toMatchObject({
    ok: true,
  });
};
const follow = async () => {
  for (const moved of await listMoved(test_.db)) await followPlan(test_.db, moved);
  await archive();
  expect(await listMoved(test_.db)).toEqual([]);
};
const meetings = () =>
  test_.db.selectFrom("meeting").select(["held_on as date", "sitting", "start_time as start", "place"]).execute();
const newestFile = async () => {
  const { content, name } = await test_.db
    .selectFrom("document as d")
    .innerJoin("document_revision as r", (join) =>
      join.onRef("r.document_id", "=", "d.id").onRef("r.revision", "=", "d.revision"),
    )
    .innerJoin("original as o", "o.sha256", "r.sha256")
    .select(["o.content", "r.file_name as name"])
    .executeTakeFirstOrThrow();
  const read = await extractText(new Uint8Array(content), "dagsorden.pdf");
  return { name, text: read.ok ? read.extracted.text : "" };
};

test("stands on its new day, with its items, its findings and its file, and is found there", async () => {
  await send(test_.db, built);
  await archive();
  await search(test_.db, { query: "legeplads", sort: "relevance", limit: 10, offset: 0 });
  await move(day);
  await follow();
  expect(await meetings()).toEqual([{ date: day, sitting: 1, start: "13:00:00", place: "Rådhuset" }]);
  expect(await test_.db.selectFrom("item").select("held_on").distinct().execute()).toEqual([{ held_on: day }]);
  expect(await revisions()).toEqual([2, 2, 2]);
  const found = await search(test_.db, { query: "legeplads", sort: "relevance", limit: 10, offset: 0 });
  expect(JSON.stringify(found)).toContain(day);
  expect(JSON.stringify(found)).not.toContain(inDays(60));
  const { name, text } = await newestFile();
  expect(name).toContain(day);
  expect(text).toContain(shortDay(day));
  // Said once: where it was moved from.
  expect(text).toContain("Mødet er flyttet fra");
  expect(text.split(shortDay(inDays(60)))).toHaveLength(2);
});

test("is found at its old addresses, also when it is moved twice, and back", async () => {
  await send(test_.db, built);
  await archive();
  const at = (date: string) => ({ municipality: "birkeby", committee: "skoleudvalget", date, sitting: 1 });
  await move(day);
  await follow();
  await move(inDays(74));
  await follow();
  for (const date of [inDays(60), day])
    expect(await findMovedMeeting(test_.db, at(date))).toEqual({ date: inDays(74), sitting: 1 });
  expect((await findMeeting(test_.db, at(inDays(74))))?.change).toEqual({
    movedFrom: inDays(60),
    cancelled: false,
    reason: "Rokade",
  });
  await move(inDays(60));
  await follow();
  expect(await meetings()).toMatchObject([{ date: inDays(60) }]);
  expect(await findMovedMeeting(test_.db, at(inDays(60)))).toBeUndefined();
  expect(await findMovedMeeting(test_.db, at(day))).toEqual({ date: inDays(60), sitting: 1 });
  expect((await findMeeting(test_.db, at(inDays(60))))?.change).toBeNull();
  expect((await newestFile()).text).toContain(shortDay(inDays(60)));
});

test("takes its new hour and place, and nothing is done twice", async () => {
  await send(test_.db, built);
  await archive();
  await move(inDays(60), { start: "09:30", place: "Skolen ved søen" });
  await follow();
  expect(await meetings()).toEqual([{ date: inDays(60), sitting: 1, start: "09:30:00", place: "Skolen ved søen" }]);
  expect(await revisions()).toEqual([2, 2, 2]);
  await follow();
  expect(await revisions()).toEqual([2, 2, 2]);
});

test("goes into the archive on its new day when it was moved before it came there", async () => {
  await send(test_.db, built);
  await move(day);
  await archive();
  await follow();
  expect(await meetings()).toMatchObject([{ date: day }]);
  expect(await revisions()).toEqual([1, 1, 1]);
});

test("becomes a further sitting where the committee has a meeting in the archive that day", async () => {
  await send(test_.db, built);
  await archive();
  const other = aDocument({
    municipality: "Birkeby",
    committee: "Skoleudvalget",
    date: day,
    term: null,
    startTime: "08:00",
    items: [anItem("91", { title: "Besøg på skolen" })],
  });
  await importDocument(test_.db, undefined, other);
  await move(day);
  await follow();
  expect((await meetings()).map(({ date, sitting }) => [date, sitting]).sort()).toEqual([
    [day, 1],
    [day, 2],
  ]);
});

test("is met by the minutes of the day it was held", async () => {
  await send(test_.db, built);
  await archive();
  await move(day);
  await follow();
  const minutes = aDocument({
    municipality: "Birkeby",
    committee: "Skoleudvalget",
    date: day,
    term: null,
    startTime: "13:00",
    items: [anItem("1", { title: "Ny legeplads" }), anItem("2", { title: "Meddelelser" })],
  });
  expect(resultOf(await importDocument(test_.db, undefined, minutes))).toBe("new");
  expect(await meetings()).toHaveLength(1);
});

test("keeps its day when it is cancelled, and says so with the reason, also in its file", async () => {
  await send(test_.db, built);
  await archive();
  await cancelMeeting(test_.db, built.secretary, built.place, await plan(), "Få punkter");
  await follow();
  const at = { municipality: "birkeby", committee: "skoleudvalget", date: inDays(60), sitting: 1 };
  expect((await findMeeting(test_.db, at))?.change).toEqual({
    movedFrom: null,
    cancelled: true,
    reason: "Få punkter",
  });
  expect(await meetings()).toMatchObject([{ date: inDays(60) }]);
  expect(await revisions()).toEqual([2, 2, 2]);
  expect((await newestFile()).text).toContain("Mødet er aflyst. Begrundelse: Få punkter");
});
