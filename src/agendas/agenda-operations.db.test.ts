import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { verifyAudit } from "#identity/audit-queries.ts";
import { type AgendaAt, type AgendaResult, listAgendaChanges } from "./agenda-change.ts";
import type { ItemInput } from "./agenda-item.ts";
import {
  addNote,
  addPaper,
  changeItem,
  openAgenda,
  orderItems,
  removeItem,
  seePaper,
  setCalledBy,
} from "./agenda-operations.ts";
import { moved, ordered } from "./agenda-order.ts";
import { findAgendaMeeting, listGuests, readAgenda } from "./agenda-queries.ts";
import { type AgendaPlace, aMeeting, anActor, aPaper, aTown } from "./testing.ts";

let database: TestDatabase;
let place: AgendaPlace;
let vera: Actor;
let ole: Actor;
let meetingId: number;
let day = 1;
beforeAll(async () => {
  database = await testDatabase();
  place = await aTown(database.db);
  vera = anActor(place, "secretary");
  ole = anActor(place, "secretary", "Ole Ask");
});
afterAll(() => database.drop());
beforeEach(async () => {
  meetingId = await aMeeting(database.db, place, `2027-03-${String(day++).padStart(2, "0")}`);
  await openAgenda(database.db, vera, { ...place, meetingId });
});

const at = async (): Promise<AgendaAt> => {
  const agenda = await findAgendaMeeting(database.db, place.municipalityId, meetingId);
  return { municipalityId: place.municipalityId, meetingId, version: agenda?.version ?? 0 };
};
const titles = async () =>
  (await readAgenda(database.db, place.municipalityId, meetingId))?.items.map(({ title }) => title);
const added = (result: AgendaResult): number => (result.ok && result.itemId) || 0;
const said: ItemInput = {
  title: "Rundvisning",
  text: "",
  place: "middle",
  startsAt: null,
  minutes: null,
  closed: false,
  closedGround: null,
  lateReason: null,
  guests: [],
};

describe("a secretary", () => {
  test("begins an agenda with the standing items, once", async () => {
    await Promise.all([1, 2, 3].map(() => openAgenda(database.db, ole, { ...place, meetingId })));
    expect(await titles()).toEqual(["Godkendelse af dagsorden", "Meddelelser", "Underskriftsark"]);
  });

  test("puts papers and notes between them, closed ones after the open", async () => {
    const { db } = database;
    await addPaper(db, vera, await at(), await aPaper(db, place, { title: "Ansættelse", closed: true }));
    await addPaper(db, vera, await at(), await aPaper(db, place, { title: "Skoleveje" }));
    await addNote(db, vera, await at(), { title: "Rundvisning", text: "Mødet begynder i gården." });
    expect(await titles()).toEqual([
      "Godkendelse af dagsorden",
      "Skoleveje",
      "Rundvisning",
      "Meddelelser",
      "Ansættelse",
      "Underskriftsark",
    ]);
  });

  test("orders them by steps and by numbers", async () => {
    const { db } = database;
    const first = added(await addNote(db, vera, await at(), { title: "A", text: "" }));
    await addNote(db, vera, await at(), { title: "B", text: "" });
    const last = added(await addNote(db, vera, await at(), { title: "C", text: "" }));
    await orderItems(db, vera, await at(), ["down", first], (rows) => moved(rows, first, 1), first);
    expect((await titles())?.slice(1, 4)).toEqual(["B", "A", "C"]);
    await orderItems(db, vera, await at(), [[last, 2]], (rows) => ordered(rows, new Map([[last, 2]])));
    expect((await titles())?.slice(1, 4)).toEqual(["C", "B", "A"]);
  });

  test("says when an item is treated, who is called in, and why it is closed", async () => {
    const { db } = database;
    const id = added(await addNote(db, vera, await at(), { title: "Rundvisning", text: "" }));
    const guests = [
      {
        name: "Gerda Gran",
        userId: null,
        email: "gerda@example.dk",
        language: "en" as const,
        from: "13:15",
        until: "13:30",
      },
      { name: "Gorm Gæst", userId: "gorm", email: null, language: "da" as const, from: null, until: null },
    ];
    const input = { ...said, startsAt: "13:15", minutes: 20, closed: true, closedGround: "Personforhold", guests };
    expect(await changeItem(db, vera, await at(), id, input)).toEqual({ ok: true, itemId: id });
    const agenda = await readAgenda(db, place.municipalityId, meetingId);
    expect(agenda?.items[2]).toMatchObject({
      startsAt: "13:15",
      minutes: 20,
      closed: true,
      closedGround: "Personforhold",
      guests: [
        { name: "Gerda Gran", from: "13:15", until: "13:30" },
        { name: "Gorm Gæst", from: null, until: null },
      ],
    });
    expect((await listGuests(db, place.municipalityId, meetingId)).map(({ userId }) => userId)).toEqual([null, "gorm"]);
    await changeItem(db, vera, await at(), id, { ...input, guests: guests.slice(1), closed: false });
    expect((await readAgenda(db, place.municipalityId, meetingId))?.items[1]).toMatchObject({
      closed: false,
      closedGround: null,
      guests: [{ name: "Gorm Gæst" }],
    });
  });

  test("changes neither title nor place of a paper, and takes it off again", async () => {
    const { db } = database;
    const paper = await aPaper(db, place, { title: "Skoleveje" });
    const id = added(await addPaper(db, vera, await at(), paper));
    await changeItem(db, vera, await at(), id, { ...said, title: "Noget andet", place: "first" });
    expect((await titles())?.[1]).toBe("Skoleveje");
    await removeItem(db, vera, await at(), id);
    expect(await titles()).not.toContain("Skoleveje");
    expect(await addPaper(db, vera, await at(), paper)).toMatchObject({ ok: true });
  });

  test("says who asked for an extraordinary meeting", async () => {
    await setCalledBy(database.db, vera, await at(), "chair");
    expect(await findAgendaMeeting(database.db, place.municipalityId, meetingId)).toMatchObject({ calledBy: "chair" });
  });
});

describe("two at once", () => {
  test("one succeeds and the other is told what happened, with nothing of theirs done", async () => {
    const { db } = database;
    const seen = await at();
    const results = await Promise.all([
      addNote(db, vera, seen, { title: "Veras punkt", text: "" }),
      addNote(db, ole, seen, { title: "Oles punkt", text: "" }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "changed" });
    const winner = results[0]?.ok ? "Vera Birk" : "Ole Ask";
    expect(await listAgendaChanges(db, seen)).toMatchObject([
      { by: winner, action: "agenda.item-added", title: winner === "Vera Birk" ? "Veras punkt" : "Oles punkt" },
    ]);
    expect((await titles())?.length).toBe(4);
  });

  test("ten forms at once change it once", async () => {
    const { db } = database;
    const seen = await at();
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => addNote(db, n % 2 ? vera : ole, seen, { title: `Punkt ${n}`, text: "" })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await at()).version).toBe(seen.version + 1);
  });

  test("the same form sent twice adds once, and the second time succeeds too", async () => {
    const { db } = database;
    const seen = await at();
    const paper = await aPaper(db, place, { title: "Skoleveje" });
    const results = await Promise.all([1, 2, 3].map(() => addPaper(db, vera, seen, paper)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    expect((await titles())?.filter((title) => title === "Skoleveje")).toHaveLength(1);
    const again = await at();
    expect(await addNote(db, vera, again, { title: "A", text: "" })).toMatchObject({ ok: true });
    expect(await addNote(db, vera, again, { title: "A", text: "med mere" })).toEqual({ ok: false, reason: "changed" });
  });
});

describe("refused", () => {
  test("are those who are no secretary of the committee, and other municipalities' agendas are not there", async () => {
    const { db } = database;
    const paper = await aPaper(db, place);
    const others = [anActor(place, "member"), anActor(place, "writer"), anActor(place, "administrator")];
    for (const actor of others) {
      expect(await addPaper(db, actor, await at(), paper)).toEqual({ ok: false, reason: "unknown" });
      expect(await openAgenda(db, actor, { ...place, meetingId })).toEqual({ ok: false, reason: "unknown" });
    }
    const elsewhere = await aTown(db, `anden-by-${day}`);
    const stranger = anActor(elsewhere, "secretary");
    for (const municipalityId of [place.municipalityId, elsewhere.municipalityId]) {
      const seen = { ...(await at()), municipalityId };
      expect(await addNote(db, stranger, seen, { title: "A", text: "" })).toEqual({ ok: false, reason: "unknown" });
      expect(await openAgenda(db, stranger, seen)).toEqual({ ok: false, reason: "unknown" });
    }
    expect(await addPaper(db, vera, await at(), 999_999)).toEqual({ ok: false, reason: "paper-gone" });
    expect(await removeItem(db, vera, await at(), 999_999)).toEqual({ ok: false, reason: "unknown" });
  });

  test("are items of another agenda by their number", async () => {
    const { db } = database;
    const id = added(await addNote(db, vera, await at(), { title: "Her", text: "" }));
    const here = meetingId;
    meetingId = await aMeeting(db, place, "2027-04-20");
    await openAgenda(db, vera, { ...place, meetingId });
    expect(await removeItem(db, vera, await at(), id)).toEqual({ ok: false, reason: "unknown" });
    expect(await changeItem(db, vera, await at(), id, said)).toEqual({ ok: false, reason: "unknown" });
    meetingId = here;
    expect(await titles()).toContain("Her");
  });

  test("are papers that were withdrawn meanwhile, that go elsewhere, or that stand there already", async () => {
    const { db } = database;
    const paper = await aPaper(db, place);
    const elsewhere = await aPaper(db, { ...place, committeeId: 11 });
    expect(await addPaper(db, vera, await at(), elsewhere)).toEqual({ ok: false, reason: "paper-gone" });
    expect(await addPaper(db, vera, await at(), paper)).toMatchObject({ ok: true });
    expect(await addPaper(db, ole, await at(), paper)).toEqual({ ok: false, reason: "paper-already-on" });
    const gone = await aPaper(db, place);
    await db.updateTable("paper").set({ state: "withdrawn" }).where("id", "=", gone).execute();
    expect(await addPaper(db, vera, await at(), gone)).toEqual({ ok: false, reason: "paper-gone" });
  });

  test("are papers that another committee still writes or approves, though their path comes here", async () => {
    const { db } = database;
    const paper = await aPaper(db, place, { title: "Køb af grund", closed: true });
    await db.updateTable("paper").set({ committee_id: 11 }).where("id", "=", paper).execute();
    for (const state of ["draft", "in-approval"] as const) {
      await db.updateTable("paper").set({ state }).where("id", "=", paper).execute();
      expect(await addPaper(db, vera, await at(), paper)).toEqual({ ok: false, reason: "paper-gone" });
      expect(await titles()).not.toContain("Køb af grund");
    }
    await db.updateTable("paper").set({ state: "ready" }).where("id", "=", paper).execute();
    expect(await addPaper(db, vera, await at(), paper)).toMatchObject({ ok: true });
  });

  test("is every change once it is sent or the meeting is called off", async () => {
    const { db } = database;
    const seen = await at();
    await db.updateTable("agenda").set({ state: "dispatched" }).where("planned_meeting_id", "=", meetingId).execute();
    expect(await addNote(db, vera, seen, { title: "A", text: "" })).toEqual({ ok: false, reason: "dispatched" });
    await db.updateTable("agenda").set({ state: "building" }).where("planned_meeting_id", "=", meetingId).execute();
    await db.updateTable("planned_meeting").set({ cancelled_at: new Date() }).where("id", "=", meetingId).execute();
    expect(await addNote(db, vera, seen, { title: "A", text: "" })).toEqual({ ok: false, reason: "cancelled" });
  });
});

test("the audit tells each change, and no words of a closed item", async () => {
  const { db } = database;
  const secret = added(
    await addPaper(db, vera, await at(), await aPaper(db, place, { title: "Hemmelig", closed: true })),
  );
  await seePaper(db, vera, await at(), secret);
  await removeItem(db, vera, await at(), secret);
  const entries = await db
    .selectFrom("audit_entry")
    .select(["action", "details"])
    .where("subject", "=", `agenda:${meetingId}`)
    .orderBy("number")
    .execute();
  expect(entries.map(({ action }) => action)).toEqual([
    "agenda.opened",
    "agenda.item-added",
    "agenda.paper-seen",
    "agenda.item-removed",
  ]);
  expect(JSON.stringify(entries)).not.toContain("Hemmelig");
  expect((await verifyAudit(db)).broken).toEqual([]);
});
