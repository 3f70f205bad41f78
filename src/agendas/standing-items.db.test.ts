import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { openAgenda } from "./agenda-operations.ts";
import { readAgenda } from "./agenda-queries.ts";
import { findRules } from "./plan-queries.ts";
import { setRules } from "./plan-operations.ts";
import { findNumbering, listStandingItems, setStandingItems } from "./standing-items-operations.ts";
import { type StandingItem, standingVersion, usualStandingItems } from "./standing-items.ts";
import { type AgendaPlace, aMeeting, anActor, aTown } from "./testing.ts";

let database: TestDatabase;
let place: AgendaPlace;
let vera: Actor;
beforeAll(async () => {
  database = await testDatabase();
  place = await aTown(database.db);
  vera = anActor(place, "secretary");
});
afterAll(() => database.drop());

const signatures: StandingItem = {
  title: "Underskriftsark",
  text: "",
  place: "end",
  closed: true,
  closedGround: "Underskrifter",
};
const questions: StandingItem = {
  ...signatures,
  title: "Spørgetid",
  place: "first",
  closed: false,
  closedGround: null,
};
const seen = async () =>
  standingVersion(await listStandingItems(database.db, place), await findNumbering(database.db, place));
const titles = async (meeting: number) =>
  (await readAgenda(database.db, place.municipalityId, meeting))?.items.map(({ title }) => title);

test("a committee's own items begin its new agendas, and not those that are begun", async () => {
  const { db } = database;
  const begun = await aMeeting(db, place, "2027-02-02");
  await openAgenda(db, vera, { ...place, meetingId: begun });
  const items = [questions, signatures];
  expect(await setStandingItems(db, vera, place, { items, numbering: "year", seen: await seen() })).toEqual({
    ok: true,
  });
  const next = await aMeeting(db, place, "2027-03-02");
  await openAgenda(db, vera, { ...place, meetingId: next });
  expect(await titles(next)).toEqual(["Spørgetid", "Underskriftsark"]);
  expect((await readAgenda(db, place.municipalityId, next))?.items[1]).toMatchObject({
    closed: true,
    closedGround: "Underskrifter",
  });
  expect(await titles(begun)).toEqual(usualStandingItems.map(({ title }) => title));
});

test("of two who change them one is told, and the same form again does no harm", async () => {
  const { db } = database;
  const from = await seen();
  const both = await Promise.all([
    setStandingItems(db, vera, place, { items: [questions], numbering: "year", seen: from }),
    setStandingItems(db, vera, place, { items: [signatures], numbering: "year", seen: from }),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const [winner] = await listStandingItems(db, place);
  const again = { items: [winner as StandingItem], numbering: "year" as const, seen: from };
  expect(await setStandingItems(db, vera, place, again)).toEqual({ ok: true });
});

test("how items are numbered is set without touching the deadline, and the other way round", async () => {
  const { db } = database;
  const rules = { days: 6, saturdayCounts: true, meetingDayCounts: false };
  await setRules(db, vera, place, rules);
  await setStandingItems(db, vera, place, { items: [questions], numbering: "meeting", seen: await seen() });
  expect(await findRules(db, place.municipalityId, place.committeeId)).toEqual(rules);
  await setRules(db, vera, place, { ...rules, days: 7 });
  expect(await findNumbering(db, place)).toBe("meeting");
});

test("only the secretary sets them", async () => {
  const { db } = database;
  const change = { items: [questions], numbering: "year" as const, seen: await seen() };
  for (const role of ["administrator", "writer", "member"] as const)
    expect(await setStandingItems(db, anActor(place, role), place, change)).toEqual({ ok: false, reason: "unknown" });
});
