import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor } from "#identity/actor.ts";
import { aPaper, aPaperTown, type PaperTown } from "../testing.ts";
import { findApproval } from "./approval-queries.ts";
import { approveStep, returnPaper } from "./decide.ts";
import { endDeputy, setDeputy } from "./deputy-operations.ts";
import { listDeputies, listPossibleDeputies } from "./deputy-queries.ts";
import { submitPaper } from "./submit.ts";
import { listTurns } from "./turn-queries.ts";

let database: TestDatabase;
let town: PaperTown;
let writer: Actor;
let head: Actor;
let colleague: Actor;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  writer = await town.person("writer");
  head = await town.person("head");
  // A colleague of another committee: sees nothing of this one's papers by themself.
  colleague = await town.person("head", { committeeId: town.finance });
});
afterAll(() => database.drop());

const today = dayInDenmark(new Date());
const later = (days: number) => dayInDenmark(new Date(Date.now() + days * 86_400_000));
const period = { fromOn: today, untilOn: later(7) };

async function sentPaper(closed = false): Promise<{ municipalityId: number; paperId: number }> {
  const closedHead = closed ? { closed, closedGround: "§ 10, stk. 1: personsag" } : {};
  const paperId = await aPaper(database.db, writer, town, { head: closedHead });
  const at = { municipalityId: town.municipalityId, paperId };
  const { mark } = await findApproval(database.db, town.municipalityId, paperId);
  await submitPaper(database.db, writer, at, { seen: mark, persons: [], remark: null });
  return at;
}

async function approve(actor: Actor, at: { municipalityId: number; paperId: number }, position = 1) {
  const { mark } = await findApproval(database.db, at.municipalityId, at.paperId);
  return approveStep(database.db, actor, at, { round: 1, position, seen: mark }, null);
}

describe("a deputy", () => {
  test("sees and decides what waits for the other, and it says for whom", async () => {
    const at = await sentPaper();
    expect(await approve(colleague, at)).toEqual({ ok: false, reason: "unknown" });
    expect(await setDeputy(database.db, head, town.municipalityId, { deputyId: colleague.userId, ...period })).toEqual({
      ok: true,
    });
    expect(await listTurns(database.db, { userId: colleague.userId })).toMatchObject([
      { paperId: at.paperId, deputyFor: head.name },
    ]);
    expect(await approve(colleague, at)).toEqual({ ok: true });
    const { rounds } = await findApproval(database.db, at.municipalityId, at.paperId);
    expect(rounds[0]?.steps[1]?.decided).toMatchObject({ byName: colleague.name, deputyFor: head.name });
  });

  test("decides closed papers too, but only steps of the other's", async () => {
    const at = await sentPaper(true);
    expect(await approve(colleague, at)).toEqual({ ok: true });
    expect(await approve(colleague, at, 2)).toEqual({ ok: false, reason: "forbidden" });
  });

  test("sends back once, however often the form is sent", async () => {
    const at = await sentPaper();
    const step = { round: 1, position: 1 };
    expect(await returnPaper(database.db, colleague, at, step, "Mangler bilag")).toEqual({ ok: true });
    // It is a draft again, and no business of theirs.
    expect(await returnPaper(database.db, colleague, at, step, "Mangler bilag")).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  test("acts in the period only, and not after it was ended", async () => {
    const at = await sentPaper();
    const set = (values: { from_on: string; until_on: string }) =>
      database.db.updateTable("deputy").set(values).execute();
    await set({ from_on: later(1), until_on: later(7) });
    expect(await approve(colleague, at)).toEqual({ ok: false, reason: "unknown" });
    await set({ from_on: later(-7), until_on: later(-1) });
    expect(await approve(colleague, at)).toEqual({ ok: false, reason: "unknown" });
    expect(await listDeputies(database.db, town.municipalityId, head.userId)).toEqual([]);
    await set({ from_on: today, until_on: today });
    const [mine] = await listDeputies(database.db, town.municipalityId, head.userId);
    const id = mine?.id as number;
    expect(await endDeputy(database.db, colleague, town.municipalityId, id)).toEqual({ ok: false, reason: "unknown" });
    expect(await endDeputy(database.db, head, town.municipalityId, id)).toEqual({ ok: true });
    expect(await endDeputy(database.db, head, town.municipalityId, id)).toEqual({ ok: true });
    expect(await approve(colleague, at)).toEqual({ ok: false, reason: "unknown" });
    expect(await listTurns(database.db, { userId: colleague.userId })).toEqual([]);
  });

  test("does not hand on what they do for another", async () => {
    const third = await town.person("writer", { committeeId: town.finance });
    const from = await town.person("head");
    await setDeputy(database.db, from, town.municipalityId, { deputyId: colleague.userId, ...period });
    await setDeputy(database.db, colleague, town.municipalityId, { deputyId: third.userId, ...period });
    const at = await sentPaper();
    expect(await approve(third, at)).toEqual({ ok: false, reason: "unknown" });
    expect((await listTurns(database.db, at)).map(({ userId }) => userId)).not.toContain(third.userId);
  });

  test("who has left the municipality acts for nobody", async () => {
    const leaver = await town.person("head", { committeeId: town.finance });
    await setDeputy(database.db, head, town.municipalityId, { deputyId: leaver.userId, ...period });
    const at = await sentPaper();
    await database.db
      .updateTable("role_grant")
      .set({ ended_at: new Date() })
      .where("user_id", "=", leaver.userId)
      .execute();
    expect((await approve({ ...leaver, grants: [] }, at)).ok).toBe(false);
    expect((await listTurns(database.db, at)).map(({ userId }) => userId)).not.toContain(leaver.userId);
  });
});

describe("naming a deputy", () => {
  test("twice is once", async () => {
    const own = await town.person("director");
    const values = { deputyId: colleague.userId, ...period };
    const both = await Promise.all([
      setDeputy(database.db, own, town.municipalityId, values),
      setDeputy(database.db, own, town.municipalityId, values),
    ]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await listDeputies(database.db, town.municipalityId, own.userId)).toHaveLength(1);
  });

  test("is for those who approve, and of colleagues who work with papers", async () => {
    const member = await town.person("member");
    const guest = await town.person("guest");
    const reader = await town.person("reader");
    const values = { deputyId: colleague.userId, ...period };
    for (const who of [writer, member, guest, reader])
      expect(await setDeputy(database.db, who, town.municipalityId, values)).toEqual({
        ok: false,
        reason: "forbidden",
      });
    for (const deputyId of [member.userId, guest.userId, reader.userId, head.userId, "nobody"])
      expect(await setDeputy(database.db, head, town.municipalityId, { deputyId, ...period })).toEqual({
        ok: false,
        reason: "unknown-person",
      });
    const possible = (await listPossibleDeputies(database.db, town.municipalityId)).map(({ userId }) => userId);
    expect(possible).toContain(writer.userId);
    expect(possible).not.toContain(member.userId);
  });

  test("in another municipality is for its own people", async () => {
    const other = await aPaperTown(database.db, "andeby");
    const stranger = await other.person("head");
    expect(await setDeputy(database.db, head, other.municipalityId, { deputyId: stranger.userId, ...period })).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await setDeputy(database.db, head, town.municipalityId, { deputyId: stranger.userId, ...period })).toEqual({
      ok: false,
      reason: "unknown-person",
    });
  });
});
