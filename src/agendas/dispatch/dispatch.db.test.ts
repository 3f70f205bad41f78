import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { AgendaDocument } from "#documents/model.ts";
import { roles } from "#identity/actor.ts";
import { verifyAudit } from "#identity/audit-queries.ts";
import { aPerson } from "#identity/testing.ts";
import { readAgenda } from "../agenda-queries.ts";
import { addPaper, changeItem, openAgenda } from "../agenda-operations.ts";
import { aMeeting, anActor, aPaper } from "../testing.ts";
import { dispatchAddendum, type AddendumInput } from "./dispatch-addendum.ts";
import { dispatchAgenda } from "./dispatch-agenda.ts";
import { anAgendaToSend, type BuiltAgenda, inDays, send } from "./testing.ts";

let test_: TestDatabase;
let built: BuiltAgenda;
beforeEach(async () => {
  test_ = await testDatabase();
  built = await anAgendaToSend(test_.db);
});
afterEach(() => test_.drop());

const read = async () => (await readAgenda(test_.db, built.place.municipalityId, built.meetingId)) as AgendaDocument;
const at = (version: number) => ({
  municipalityId: built.place.municipalityId,
  meetingId: built.meetingId,
  version,
});
const recipients = () =>
  test_.db
    .selectFrom("dispatch_recipient")
    .select(["number", "name", "role", "sent_at"])
    .orderBy("number")
    .orderBy("position")
    .execute();
const paperState = async (id: number) =>
  (await test_.db.selectFrom("paper").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;

describe("sending an agenda", () => {
  test("gives numbers for good, keeps the whole of it, and notes members and substitutes as recipients", async () => {
    expect(await send(test_.db, built)).toEqual({ ok: true, number: 0 });
    const agenda = await read();
    expect(agenda.items.map(({ number, title, closed }) => [number, title, closed])).toEqual([
      [1, "Ny legeplads ved skolen", false],
      [2, "Meddelelser", false],
      [3, "Køb af grund", true],
    ]);
    expect(agenda.dispatchedAt).not.toBe(null);
    expect((await recipients()).map(({ name, role, sent_at }) => [name, role, sent_at])).toEqual([
      ["Mogens Medlem", "member", null],
      ["Sofie Stedfortræder", "substitute", null],
    ]);
    expect([await paperState(built.open), await paperState(built.closed)]).toEqual(["dispatched", "dispatched"]);
    const snapshots = await test_.db.selectFrom("paper_snapshot").select(["paper_id", "occasion"]).execute();
    expect(snapshots).toEqual([
      { paper_id: built.open, occasion: "dispatched" },
      { paper_id: built.closed, occasion: "dispatched" },
    ]);
    expect((await verifyAudit(test_.db)).broken).toEqual([]);
  });

  test("what was sent stays as it was, whatever is changed in a paper afterwards", async () => {
    await send(test_.db, built);
    const before = await read();
    await test_.db.updateTable("paper").set({ title: "Noget andet" }).where("id", "=", built.open).execute();
    await test_.db.deleteFrom("paper_section").where("paper_id", "=", built.open).execute();
    expect(await read()).toEqual(before);
  });

  test("of two at once one sends it, and the other is told who and when", async () => {
    const other = anActor(built.place, "secretary", "Otto Overgaard");
    const [mine, theirs] = await Promise.all([send(test_.db, built), send(test_.db, built, { actor: other })]);
    const [won, lost] = mine.ok ? [built.secretary, theirs] : [other, mine];
    expect([mine.ok, theirs.ok].filter(Boolean)).toHaveLength(1);
    expect(lost).toEqual({ ok: false, reason: "dispatched", by: won.name, at: expect.any(Date) });
    expect(await recipients()).toHaveLength(2);
  });

  test("the same form sent twice by the same person sends once and succeeds", async () => {
    const both = await Promise.all([send(test_.db, built), send(test_.db, built)]);
    expect(both).toEqual([
      { ok: true, number: 0 },
      { ok: true, number: 0 },
    ]);
    expect(await recipients()).toHaveLength(2);
  });

  test("an agenda that was changed since the page was made is not sent", async () => {
    expect(await send(test_.db, built, { version: 3 })).toEqual({ ok: false, reason: "changed" });
    expect(await paperState(built.open)).toBe("ready");
  });

  test("warnings must be answered, and those that were shown", async () => {
    await test_.db.deleteFrom("paper_section").where("role", "=", "economy").execute();
    const answer = (answered: string | null) => dispatchAgenda(test_.db, built.secretary, at(4), { answered });
    expect(await answer(null)).toEqual({ ok: false, reason: "unanswered" });
    expect(await answer("noget andet")).toEqual({ ok: false, reason: "unanswered" });
    const numbers = await test_.db.selectFrom("agenda_item").select("number").execute();
    expect(numbers.map(({ number }) => number)).toEqual([null, null, null]);
    expect(await send(test_.db, built)).toEqual({ ok: true, number: 0 });
  });

  test("what the law asks for cannot be answered away: nobody to send to", async () => {
    await test_.db.deleteFrom("role_grant").where("role", "=", "member").execute();
    expect(await send(test_.db, built)).toEqual({ ok: false, reason: "hindered" });
  });

  test("after the deadline each item needs a reason why it cannot wait", async () => {
    await test_.db
      .updateTable("planned_meeting")
      .set({ held_on: inDays(1) })
      .execute();
    expect(await send(test_.db, built)).toEqual({ ok: false, reason: "hindered" });
    await test_.db.updateTable("agenda_item").set({ late_reason: "Ansøgningsfristen er i overmorgen." }).execute();
    expect(await send(test_.db, built)).toEqual({ ok: true, number: 0 });
    expect(await test_.db.selectFrom("dispatch").select("late").executeTakeFirst()).toEqual({ late: true });
  });

  test("a cancelled or a held meeting's agenda is not sent", async () => {
    await test_.db
      .updateTable("planned_meeting")
      .set({ held_on: inDays(-1) })
      .execute();
    expect(await send(test_.db, built)).toEqual({ ok: false, reason: "past" });
    await test_.db
      .updateTable("planned_meeting")
      .set({ held_on: inDays(9), cancelled_at: new Date() })
      .execute();
    expect(await send(test_.db, built)).toEqual({ ok: false, reason: "cancelled" });
  });

  test("a guest who signs in here is let in to their item until the meeting, and to no other", async () => {
    const guest = await aPerson(test_.db, built.place.municipalityId, "Gorm Gæst", "reader");
    const [item] = (await read()).items;
    await changeItem(test_.db, built.secretary, at(4), item?.id as number, {
      title: "x",
      text: "",
      place: "middle",
      startsAt: null,
      minutes: null,
      closed: false,
      closedGround: null,
      lateReason: null,
      guests: [{ name: "Gorm Gæst", userId: guest.userId, email: null, language: "da", from: "13:00", until: "13:20" }],
    });
    expect(await send(test_.db, built, { version: 5 })).toEqual({ ok: true, number: 0 });
    const grants = await test_.db
      .selectFrom("role_grant")
      .select(["user_id", "item_id", "until_on"])
      .where("role", "=", "guest")
      .execute();
    expect(grants).toEqual([{ user_id: guest.userId, item_id: item?.id, until_on: inDays(60) }]);
  });

  test("nobody but the committee's own secretary learns that there is an agenda", async () => {
    const { municipalityId } = built.place;
    const grant = { municipalityId, committeeId: null, itemId: null };
    const strangers = roles.filter((role) => role !== "secretary").map((role) => ({ ...grant, role }));
    const elsewhere = { ...grant, role: "secretary" as const };
    for (const one of [
      ...strangers,
      { ...elsewhere, committeeId: 11 },
      { ...elsewhere, municipalityId: municipalityId + 1 },
    ]) {
      const actor = { ...built.secretary, grants: [one] };
      expect(await send(test_.db, built, { actor })).toEqual({ ok: false, reason: "unknown" });
      expect(await dispatchAddendum(test_.db, actor, at(4), nothing)).toEqual({ ok: false, reason: "unknown" });
    }
  });
});

const nothing: AddendumInput = { papers: [], notes: [], withdraw: [], changes: [], lateReason: null };

describe("an addendum", () => {
  const addendum = (input: Partial<AddendumInput>, version = 5, actor = built.secretary) =>
    dispatchAddendum(test_.db, actor, at(version), { ...nothing, ...input });

  test("adds with the next numbers, withdraws with a reason, and moves nothing that was read", async () => {
    await send(test_.db, built);
    const before = await read();
    const fresh = await aPaper(test_.db, built.place, { title: "Cykelsti ved åen" });
    const withdrawn = before.items[0]?.id as number;
    expect(
      await addendum({
        papers: [fresh],
        notes: [{ title: "Besøg", text: "Kl. 12." }],
        withdraw: [{ itemId: withdrawn, reason: "Ansøgeren har fortrudt." }],
      }),
    ).toEqual({ ok: true, number: 1 });
    const after = await read();
    expect(after.items.map(({ number, title, cameWith, withdrawn }) => [number, title, cameWith, withdrawn])).toEqual([
      [1, "Ny legeplads ved skolen", 0, { with: 1, reason: "Ansøgeren har fortrudt." }],
      [2, "Meddelelser", 0, null],
      [3, "Køb af grund", 0, null],
      [4, "Cykelsti ved åen", 1, null],
      [5, "Besøg", 1, null],
    ]);
    expect(after.items.slice(1, 3)).toEqual(before.items.slice(1));
    expect([await paperState(built.open), await paperState(fresh)]).toEqual(["ready", "dispatched"]);
    expect((await recipients()).map(({ number, name }) => [number, name])).toEqual([
      [0, "Mogens Medlem"],
      [0, "Sofie Stedfortræder"],
      [1, "Mogens Medlem"],
      [1, "Sofie Stedfortræder"],
    ]);
  });

  test("goes round the numbers that a later meeting was sent with", async () => {
    await send(test_.db, built);
    const later = await aMeeting(test_.db, built.place, inDays(90));
    const paper = await aPaper(test_.db, built.place, { title: "Senere" });
    const there = { municipalityId: built.place.municipalityId, meetingId: later };
    await openAgenda(test_.db, built.secretary, there);
    await test_.db.deleteFrom("agenda_item").where("kind", "=", "standing").execute();
    await addPaper(test_.db, built.secretary, { ...there, version: 1 }, paper);
    const sent = await send(test_.db, { ...built, meetingId: later }, { version: 2 });
    expect(sent.ok).toBe(true);
    await addendum({ notes: [{ title: "Besøg", text: "" }] });
    const numbers = (await read()).items.map(({ number }) => number);
    const sameYear = inDays(60).slice(0, 4) === inDays(90).slice(0, 4);
    expect(numbers).toEqual([1, 2, 3, sameYear ? 5 : 4]);
  });

  test("brings a paper's new text only when it is asked to", async () => {
    await send(test_.db, built);
    const [item] = (await read()).items;
    await test_.db.updateTable("paper").set({ title: "Ny og større legeplads" }).where("id", "=", built.open).execute();
    await test_.db
      .updateTable("paper")
      .set({ title: "Køb af en anden grund" })
      .where("id", "=", built.closed)
      .execute();
    await addendum({ changes: [item?.id as number] });
    expect((await read()).items.map(({ number, title }) => [number, title])).toEqual([
      [1, "Ny og større legeplads"],
      [2, "Meddelelser"],
      [3, "Køb af grund"],
    ]);
  });

  test("of two at once one is sent and the other told; the same form twice is sent once", async () => {
    await send(test_.db, built);
    const other = anActor(built.place, "secretary", "Otto Overgaard");
    const input = { notes: [{ title: "Besøg", text: "" }] };
    const results = await Promise.all([addendum(input), addendum(input, 5, other)]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "changed" });
    const winner = results[0]?.ok ? built.secretary : other;
    expect(await addendum(input, 5, winner)).toEqual({ ok: true, number: 1 });
    expect((await read()).items).toHaveLength(4);
  });

  test("is refused before the agenda is sent, when it is empty, and for what is not there", async () => {
    expect(await addendum({ notes: [{ title: "a", text: "" }] }, 4)).toEqual({ ok: false, reason: "not-dispatched" });
    await send(test_.db, built);
    const elsewhere = await aPaper(test_.db, { ...built.place, committeeId: 11 });
    const [item] = (await read()).items;
    expect(await addendum({})).toEqual({ ok: false, reason: "empty" });
    for (const input of [
      { papers: [elsewhere] },
      { papers: [built.open] },
      { papers: [999_999] },
      { withdraw: [{ itemId: 999_999, reason: "Findes ikke" }] },
      { withdraw: [{ itemId: item?.id as number, reason: "a" }], changes: [item?.id as number] },
    ])
      expect(await addendum(input)).toEqual({ ok: false, reason: "gone" });
    expect((await read()).items).toHaveLength(3);
  });

  test("after the deadline says why what it adds cannot wait", async () => {
    await send(test_.db, built);
    await test_.db
      .updateTable("planned_meeting")
      .set({ held_on: inDays(1) })
      .execute();
    const notes = [{ title: "Besøg", text: "" }];
    expect(await addendum({ notes })).toEqual({ ok: false, reason: "late-without-reason" });
    expect(await addendum({ notes, lateReason: "Gæsten meldte sig i går." })).toEqual({ ok: true, number: 1 });
    expect((await read()).items.at(-1)?.lateReason).toBe("Gæsten meldte sig i går.");
  });
});
