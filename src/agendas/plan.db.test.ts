import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { listAudit, verifyAudit } from "#identity/audit-queries.ts";
import { defaultRules } from "./dispatch-deadline.ts";
import { cancelMeeting, moveMeeting, planMeeting, setRules } from "./plan-operations.ts";
import { findRules, listPlanned } from "./plan-queries.ts";

let database: TestDatabase;
let place: { municipalityId: number; committeeId: number };
let vera: Actor;
beforeAll(async () => {
  database = await testDatabase();
  const town = await database.db
    .insertInto("municipality")
    .values({ slug: "birkeby", name: "Birkeby" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await database.db
    .insertInto("committee")
    .values({
      municipality_id: town.id,
      id: 10,
      slug: "skoleudvalget",
      name: "Skoleudvalget",
      name_key: "skoleudvalget",
      kind: "committee",
      successor_id: null,
    })
    .execute();
  place = { municipalityId: town.id, committeeId: 10 };
  vera = {
    userId: "vera",
    name: "Vera Birk",
    email: "vera@example.dk",
    isOperator: false,
    isExample: false,
    grants: [{ ...place, role: "secretary", itemId: null }],
  };
});
afterAll(() => database.drop());

const meeting = { date: "2027-02-02", start: "13:00", end: "15:00", place: "Rådhuset", extraordinary: false };
const from = "2027-01-01";
const listed = async () => listPlanned(database.db, { ...place, from });
const newest = async () => (await listed()).at(-1) as Awaited<ReturnType<typeof listed>>[number];

describe("a secretary's plan", () => {
  test("takes a meeting once", async () => {
    expect(await planMeeting(database.db, vera, place, meeting)).toMatchObject({ ok: true });
    expect(await planMeeting(database.db, vera, place, meeting)).toEqual({ ok: false, reason: "taken" });
    expect(await listed()).toMatchObject([{ ...meeting, cancelled: false, movedFrom: null, version: 1 }]);
  });

  test("says from where a meeting was moved, also when it is moved twice, and why", async () => {
    const later = { ...meeting, date: "2027-02-09" };
    const before = await newest();
    expect(await moveMeeting(database.db, vera, place, before, later, "Vinterferie")).toMatchObject({ ok: true });
    await moveMeeting(database.db, vera, place, await newest(), { ...later, date: "2027-02-16" }, "Lokalet er optaget");
    expect(await newest()).toMatchObject({ date: "2027-02-16", movedFrom: "2027-02-02", reason: "Lokalet er optaget" });
  });

  test("refuses a change to a meeting that somebody else changed meanwhile", async () => {
    const seen = await newest();
    await moveMeeting(database.db, vera, place, seen, { ...meeting, date: "2027-02-17" }, "Rokade");
    expect(await cancelMeeting(database.db, vera, place, seen, "Få punkter")).toEqual({ ok: false, reason: "changed" });
    expect(await newest()).toMatchObject({ date: "2027-02-17", cancelled: false });
  });

  test("lets one of two who move two meetings to the same hour", async () => {
    await planMeeting(database.db, vera, place, { ...meeting, date: "2027-03-02" });
    await planMeeting(database.db, vera, place, { ...meeting, date: "2027-03-09" });
    const two = (await listed()).filter(({ date }) => date.startsWith("2027-03"));
    const results = await Promise.all(
      two.map((one) => moveMeeting(database.db, vera, place, one, { ...meeting, date: "2027-04-06" }, "Påske")),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "taken" });
  });

  test("keeps a cancelled meeting with its reason, and the hour is free again", async () => {
    const seen = (await listed())[0] as Awaited<ReturnType<typeof newest>>;
    expect(await cancelMeeting(database.db, vera, place, seen, "For få punkter")).toMatchObject({ ok: true });
    expect(await cancelMeeting(database.db, vera, place, { ...seen, version: seen.version + 1 }, "Igen")).toEqual({
      ok: false,
      reason: "changed",
    });
    const again = { ...meeting, date: seen.date, start: seen.start, extraordinary: true };
    expect(await planMeeting(database.db, vera, place, again)).toMatchObject({ ok: true });
    expect(
      (await listed())
        .filter(({ date }) => date === seen.date)
        .map(({ cancelled }) => cancelled)
        .sort(),
    ).toEqual([false, true]);
  });

  test("is only the secretary's: others, other committees and other municipalities are refused or unknown", async () => {
    const seen = await newest();
    const elsewhere = { ...place, committeeId: 11 };
    const other = { ...vera, grants: [{ ...elsewhere, role: "secretary" as const, itemId: null }] };
    expect(await planMeeting(database.db, other, place, meeting)).toEqual({ ok: false, reason: "forbidden" });
    expect(await cancelMeeting(database.db, other, elsewhere, seen, "Ond vilje")).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await setRules(database.db, other, place, defaultRules)).toEqual({ ok: false, reason: "forbidden" });
  });

  test("counts days as the committee's own rules say", async () => {
    expect(await findRules(database.db, place.municipalityId, place.committeeId)).toEqual(defaultRules);
    const rules = { days: 5, saturdayCounts: true, meetingDayCounts: false };
    await setRules(database.db, vera, place, rules);
    await setRules(database.db, vera, place, { ...rules, days: 6 });
    expect(await findRules(database.db, place.municipalityId, place.committeeId)).toEqual({ ...rules, days: 6 });
  });

  test("keeps rules that are set again as they are, and says so once", async () => {
    const rules = { days: 9, saturdayCounts: true, meetingDayCounts: true };
    const told = async () =>
      (await listAudit(database.db, place.municipalityId, {}, { limit: 100, offset: 0 })).entries.filter(
        ({ action }) => action === "rules.set",
      ).length;
    const before = await told();
    await Promise.all([1, 2, 3].map(() => setRules(database.db, vera, place, rules)));
    expect(await told()).toBe(before + 1);
  });

  test("is in the audit", async () => {
    const { entries } = await listAudit(database.db, place.municipalityId, {}, { limit: 100, offset: 0 });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["meeting.planned", "meeting.moved", "meeting.cancelled", "rules.set"]),
    );
    expect((await verifyAudit(database.db)).broken).toEqual([]);
  });
});
