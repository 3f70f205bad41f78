import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { PaperState } from "#database/schema-papers.ts";
import type { Actor } from "#identity/actor.ts";
import { listAudit, verifyAudit } from "#identity/audit-queries.ts";
import { changeHead } from "./change-head.ts";
import { deletePaper } from "./delete-paper.ts";
import type { PaperHead } from "./paper.ts";
import { findPaper, listPath, listRecommendations } from "./queries.ts";
import { recordTreatment } from "./record-treatment.ts";
import { saveSection } from "./save-section.ts";
import { setPath } from "./set-path.ts";
import { setRecommendations } from "./set-recommendations.ts";
import { findSnapshot, keepVersion, listSnapshots } from "./snapshots.ts";
import { aPaper, aPaperTown, type PaperTown } from "./testing.ts";
import { resumePaper, withdrawPaper } from "./withdraw-paper.ts";

let database: TestDatabase;
let town: PaperTown;
let vera: Actor;
let secretary: Actor;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  vera = await town.person("writer");
  secretary = await town.person("secretary");
});
afterAll(() => database.drop());

const db = () => database.db;
const seen = (id: number, version = 1) => ({ municipalityId: town.municipalityId, id, version });
const find = (id: number) => findPaper(db(), town.municipalityId, id, vera.userId);
const head = (more: Partial<PaperHead> = {}): PaperHead => ({
  title: "Ny legeplads ved Birkeby Skole",
  responsibleId: vera.userId,
  deadline: null,
  closed: false,
  closedGround: null,
  ...more,
});
const setState = (id: number, state: PaperState) =>
  db()
    .updateTable("paper")
    .set({ state })
    .where("municipality_id", "=", town.municipalityId)
    .where("id", "=", id)
    .execute();
/** Sends the paper out with the agenda of a meeting, as a dispatch does. */
async function sendOut(id: number, meetingId: number): Promise<void> {
  const meeting = { municipality_id: town.municipalityId, planned_meeting_id: meetingId };
  await db()
    .insertInto("agenda")
    .values({ ...meeting, state: "dispatched", called_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db()
    .insertInto("agenda_item")
    .values({ ...meeting, position: 1, kind: "paper", paper_id: id, title: "x", came_with: 0 } as never)
    .execute();
  await setState(id, "dispatched");
}

describe("the head", () => {
  test("is changed by one of two at once, and the other is told who was first", async () => {
    const id = await aPaper(db(), vera, town);
    const results = await Promise.all([
      changeHead(db(), vera, seen(id), head({ title: "Veras titel" })),
      changeHead(db(), secretary, seen(id), head({ title: "Sekretærens titel" })),
    ]);
    const [won, lost] = results[0].ok ? [vera, results[1]] : [secretary, results[0]];
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, version: 2 }]);
    expect(lost).toMatchObject({ ok: false, reason: "changed", last: { by: won.name } });
    expect((await find(id))?.facts.version).toBe(2);
  });

  test("that is sent twice is changed once", async () => {
    const id = await aPaper(db(), vera, town);
    const wanted = head({ deadline: "2027-01-29", closed: true, closedGround: "Lukket efter § 10: forhandling" });
    expect(await changeHead(db(), vera, seen(id), wanted)).toEqual({ ok: true, version: 2 });
    expect(await changeHead(db(), vera, seen(id), wanted)).toEqual({ ok: true, version: 2 });
    expect(await find(id)).toMatchObject({ deadline: "2027-01-29", closedGround: "Lukket efter § 10: forhandling" });
    await changeHead(db(), vera, seen(id, 2), head({ closedGround: "står der endnu" }));
    expect(await find(id)).toMatchObject({ closedGround: null, facts: { closed: false } });
  });

  test("takes nobody of no role in the committee as responsible", async () => {
    const id = await aPaper(db(), vera, town);
    const member = await town.person("member");
    expect(await changeHead(db(), vera, seen(id), head({ responsibleId: member.userId }))).toEqual({
      ok: false,
      reason: "unknown-person",
    });
  });

  test("is not there for strangers, and not for change once the paper has gone on", async () => {
    const id = await aPaper(db(), vera, town);
    const stranger = await (await aPaperTown(db(), "egeby")).person("secretary");
    expect(await changeHead(db(), stranger, seen(id), head())).toEqual({ ok: false, reason: "unknown" });
    expect(await changeHead(db(), stranger, { ...seen(id), municipalityId: town.municipalityId + 1 }, head())).toEqual({
      ok: false,
      reason: "unknown",
    });
    await setState(id, "finished");
    expect(await changeHead(db(), secretary, seen(id), head({ title: "For sent" }))).toEqual({
      ok: false,
      reason: "forbidden",
    });
  });
});

describe("the points of the Indstilling", () => {
  test("are each for a body on the path or for all, and each body has its own with their numbers", async () => {
    const id = await aPaper(db(), vera, town);
    const points = [
      { text: "at godkende planen", committeeId: town.schools },
      { text: "at bevilge 400.000 kr.", committeeId: town.finance },
      { text: "at tage forløbet til efterretning", committeeId: null },
    ];
    expect(await setRecommendations(db(), vera, seen(id), points)).toEqual({ ok: false, reason: "not-on-path" });
    await setPath(db(), vera, seen(id), [
      { committeeId: town.schools, role: "recommends", meetingId: null },
      { committeeId: town.finance, role: "approves", meetingId: null },
    ]);
    expect(await setRecommendations(db(), vera, seen(id, 2), points)).toEqual({ ok: true, version: 3 });
    expect(await setRecommendations(db(), vera, seen(id, 2), points)).toEqual({ ok: true, version: 3 });
    expect(await listRecommendations(db(), town.municipalityId, id, town.finance)).toMatchObject([
      { number: 2, text: "at bevilge 400.000 kr.", committee: "Økonomiudvalget" },
      { number: 3, committee: null },
    ]);
  });

  test("are for all bodies when the one they were for leaves the path", async () => {
    const id = await aPaper(db(), vera, town);
    await setRecommendations(db(), vera, seen(id), [{ text: "at godkende", committeeId: town.schools }]);
    await setPath(db(), vera, seen(id, 2), [{ committeeId: town.finance, role: "decides", meetingId: null }]);
    expect(await listRecommendations(db(), town.municipalityId, id)).toMatchObject([{ committeeId: null }]);
  });
});

describe("the path", () => {
  test("is refused with the fault of each step, and stays as it was", async () => {
    const id = await aPaper(db(), vera, town);
    const egeby = await aPaperTown(db(), "oestby");
    const result = await setPath(db(), vera, seen(id), [
      { committeeId: town.finance, role: "decides", meetingId: town.meetings.finance[1] as number },
      { committeeId: town.schools, role: "decides", meetingId: town.meetings.schools[0] as number },
      { committeeId: egeby.schools, role: "decides", meetingId: null },
      { committeeId: town.schools, role: "decides", meetingId: egeby.meetings.schools[0] as number },
    ]);
    expect(result).toEqual({
      ok: false,
      reason: "faults",
      faults: [
        { index: 1, reason: "order" },
        { index: 2, reason: "unknown-committee" },
        { index: 3, reason: "unknown-meeting" },
      ],
    });
    expect(await listPath(db(), town.municipalityId, id)).toHaveLength(1);
  });

  test("leads the paper from body to body with what each decided, and the paper is finished where it ends", async () => {
    const id = await aPaper(db(), vera, town);
    const [first, second] = [town.meetings.schools[0] as number, town.meetings.finance[0] as number];
    await setPath(db(), vera, seen(id), [
      { committeeId: town.schools, role: "recommends", meetingId: first },
      { committeeId: town.finance, role: "decides", meetingId: second },
    ]);
    expect(await recordTreatment(db(), secretary, seen(id, 2), 1, "Anbefales.")).toMatchObject({ reason: "forbidden" });
    await sendOut(id, first);
    expect(
      await setPath(db(), secretary, seen(id, 2), [{ committeeId: town.finance, role: "decides", meetingId: second }]),
    ).toMatchObject({ reason: "faults", faults: [{ index: 0, reason: "settled" }] });
    expect(await recordTreatment(db(), secretary, seen(id, 2), 2, "Godkendt.")).toMatchObject({ reason: "not-sent" });
    expect(await recordTreatment(db(), vera, seen(id, 2), 1, "Anbefales.")).toMatchObject({ reason: "forbidden" });
    expect(await recordTreatment(db(), secretary, seen(id, 2), 1, "Anbefales.")).toEqual({ ok: true, version: 3 });
    expect((await find(id))?.facts.state).toBe("ready");
    expect(await listPath(db(), town.municipalityId, id)).toMatchObject([{ result: "Anbefales." }, { result: null }]);

    await sendOut(id, second);
    const other = await town.person("secretary", { committeeId: town.finance });
    expect(await recordTreatment(db(), secretary, seen(id, 3), 2, "Godkendt.")).toMatchObject({ reason: "not-sent" });
    expect(await recordTreatment(db(), other, seen(id, 3), 2, "Godkendt.")).toEqual({ ok: true, version: 4 });
    expect((await find(id))?.facts.state).toBe("finished");
  });
});

test("a step is settled by the body's own agenda, whether its meeting was planned or not, and the next turn is not", async () => {
  const id = await aPaper(db(), vera, town);
  const reading = { committeeId: town.schools, role: "decides" as const, meetingId: null };
  await setPath(db(), vera, seen(id), [reading, { ...reading, role: "approves" }]);
  await sendOut(id, town.meetings.schools[1] as number);
  expect(await setPath(db(), secretary, seen(id, 2), [{ ...reading, role: "notes" }, reading])).toMatchObject({
    faults: [{ index: 0, reason: "settled" }],
  });
  expect(await setPath(db(), secretary, seen(id, 2), [reading, { ...reading, role: "notes" }])).toMatchObject({
    ok: true,
  });
});

describe("a paper that is taken back", () => {
  test("is withdrawn once, drops its approval, and can be taken up again", async () => {
    const id = await aPaper(db(), vera, town);
    await db()
      .insertInto("approval")
      .values({
        municipality_id: town.municipalityId,
        paper_id: id,
        round: 1,
        position: 1,
        role: "head",
        state: "waiting",
      } as never)
      .execute();
    await setState(id, "in-approval");
    expect(await withdrawPaper(db(), vera, seen(id), "Projektet er opgivet")).toEqual({ ok: true, version: 2 });
    expect(await withdrawPaper(db(), vera, seen(id), "Projektet er opgivet")).toEqual({ ok: true, version: 2 });
    const { state } = await db()
      .selectFrom("approval")
      .select("state")
      .where("paper_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(state).toBe("dropped");
    expect(await resumePaper(db(), vera, seen(id, 2))).toEqual({ ok: true, version: 3 });
    expect((await find(id))?.facts.state).toBe("draft");
  });

  test("stays while an agenda that is being built holds it", async () => {
    const id = await aPaper(db(), vera, town);
    const meeting = { municipality_id: town.municipalityId, planned_meeting_id: town.meetings.schools[2] as number };
    await db()
      .insertInto("agenda")
      .values({ ...meeting, called_by: null })
      .execute();
    await db()
      .insertInto("agenda_item")
      .values({ ...meeting, position: 1, kind: "paper", paper_id: id, title: "x" } as never)
      .execute();
    await setState(id, "ready");
    expect(await withdrawPaper(db(), secretary, seen(id), "Udsat")).toEqual({ ok: false, reason: "on-agenda" });
  });

  test("is removed only while nobody has written in it, and its number is used for the next", async () => {
    const id = await aPaper(db(), vera, town);
    const reference = (await find(id))?.reference;
    expect(await deletePaper(db(), await town.person("writer"), town.municipalityId, id)).toMatchObject({
      reason: "forbidden",
    });
    expect(await deletePaper(db(), vera, town.municipalityId, id)).toEqual({ ok: true });
    expect(await deletePaper(db(), vera, town.municipalityId, id)).toEqual({ ok: false, reason: "unknown" });
    const next = await aPaper(db(), vera, town);
    expect((await find(next))?.reference).toBe(reference);
    const body = { type: "doc" as const, content: [{ type: "paragraph", content: [{ type: "text", text: "Ord" }] }] };
    await saveSection(db(), vera, { ...seen(next), paperId: next, sectionId: 1, baseVersion: 1, body });
    expect(await deletePaper(db(), vera, town.municipalityId, next)).toEqual({ ok: false, reason: "touched" });
  });
});

test("a version that is kept holds the whole paper as it stood", async () => {
  const id = await aPaper(db(), vera, town);
  await setRecommendations(db(), vera, seen(id), [{ text: "at godkende", committeeId: null }]);
  expect(await keepVersion(db(), vera, seen(id, 2))).toEqual({ ok: true, version: 3 });
  await changeHead(db(), vera, seen(id, 3), head({ title: "En anden titel" }));
  await keepVersion(db(), vera, seen(id, 4));
  expect(await listSnapshots(db(), town.municipalityId, id)).toMatchObject([
    { number: 2, occasion: "kept", by: vera.name },
    { number: 1 },
  ]);
  expect(await findSnapshot(db(), town.municipalityId, id, 1)).toMatchObject({
    title: "Ny legeplads ved Birkeby Skole",
    committee: "Skoleudvalget",
    path: [{ committee: "Skoleudvalget", role: "decides" }],
    recommendations: [{ number: 1, text: "at godkende", committee: null }],
    sections: [{ heading: "Resumé" }, {}, {}, { heading: "Økonomi" }],
  });
  expect(await findSnapshot(db(), town.municipalityId + 1, id, 1)).toBeUndefined();
});

test("a version that is kept twice at once is kept once, and again when the paper has changed", async () => {
  const id = await aPaper(db(), vera, town);
  const keep = () => keepVersion(db(), vera, seen(id));
  await Promise.all([keep(), keep(), keep()]);
  expect(await listSnapshots(db(), town.municipalityId, id)).toHaveLength(1);
  await changeHead(db(), vera, seen(id, 2), head({ title: "En anden titel" }));
  await keep();
  expect(await listSnapshots(db(), town.municipalityId, id)).toHaveLength(2);
});

test("everything that was done is in the audit, and the chain holds", async () => {
  const { entries } = await listAudit(db(), town.municipalityId, {}, { limit: 500, offset: 0 });
  expect([...new Set(entries.map(({ action }) => action))].sort()).toEqual([
    "paper.created",
    "paper.deleted",
    "paper.head-changed",
    "paper.path-set",
    "paper.recommendations-set",
    "paper.resumed",
    "paper.text-saved",
    "paper.treated",
    "paper.version-kept",
    "paper.withdrawn",
  ]);
  expect((await verifyAudit(db())).broken).toEqual([]);
});
