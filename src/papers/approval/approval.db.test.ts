import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#database/connect.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { listAudit, verifyAudit } from "#identity/audit-queries.ts";
import { aPaper, aPaperTown, type PaperTown } from "../testing.ts";
import { findApproval } from "./approval-queries.ts";
import { approveStep, moveOn, returnPaper } from "./decide.ts";
import { setFlow } from "./flow-operations.ts";
import { submitPaper } from "./submit.ts";
import { takeBackPaper } from "./take-back.ts";
import { listTurns } from "./turn-queries.ts";

let database: TestDatabase;
let town: PaperTown;
let people: Record<"writer" | "head" | "director" | "secretary" | "mayor", Actor>;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  people = {
    writer: await town.person("writer"),
    head: await town.person("head"),
    director: await town.person("director"),
    secretary: await town.person("secretary"),
    mayor: await town.person("mayor"),
  };
});
afterAll(() => database.drop());

const at = (paperId: number) => ({ municipalityId: town.municipalityId, paperId });
const look = (paperId: number) => findApproval(database.db, town.municipalityId, paperId);
const stateOf = async (paperId: number) =>
  (
    await database.db
      .selectFrom("paper")
      .select("state")
      .where("municipality_id", "=", town.municipalityId)
      .where("id", "=", paperId)
      .executeTakeFirstOrThrow()
  ).state;

async function submit(paperId: number, actor = people.writer, persons: (string | null)[] = []) {
  const { mark } = await look(paperId);
  return submitPaper(database.db, actor, at(paperId), { seen: mark, persons, remark: null });
}

async function sentPaper(): Promise<number> {
  const id = await aPaper(database.db, people.writer, town);
  expect(await submit(id)).toEqual({ ok: true });
  return id;
}

async function approve(paperId: number, actor: Actor, position: number, db = database.db) {
  const { mark, rounds } = await look(paperId);
  return approveStep(db, actor, at(paperId), { round: rounds[0]?.number ?? 0, position, seen: mark }, null);
}

const statesOf = async (paperId: number) =>
  (await look(paperId)).rounds.map(({ steps }) => steps.map(({ role, state }) => `${role} ${state}`));

describe("a paper on its way", () => {
  test("goes from role to role, and is ready when the last has said yes", async () => {
    const id = await sentPaper();
    expect(await stateOf(id)).toBe("in-approval");
    for (const [index, role] of (["head", "director", "secretary"] as const).entries())
      expect(await approve(id, people[role], index + 1)).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("ready");
    expect(await statesOf(id)).toEqual([
      ["writer approved", "head approved", "director approved", "secretary approved"],
    ]);
  });

  test("keeps what was sent and what each said yes to", async () => {
    const id = await sentPaper();
    await approve(id, people.head, 1);
    const { rounds } = await look(id);
    expect(rounds[0]?.steps.map(({ snapshot }) => snapshot)).toEqual([1, 2, null, null]);
    const kept = await database.db.selectFrom("paper_snapshot").select("occasion").where("paper_id", "=", id).execute();
    expect(kept.map(({ occasion }) => occasion).sort()).toEqual(["approved", "submitted"]);
  });

  test("comes back with a reason, and goes its way anew", async () => {
    const id = await sentPaper();
    await approve(id, people.head, 1);
    const step = { round: 1, position: 2 };
    expect(await returnPaper(database.db, people.director, at(id), step, "Økonomien mangler")).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("draft");
    expect(await submit(id)).toEqual({ ok: true });
    expect(await statesOf(id)).toEqual([
      ["writer approved", "head waiting", "director waiting", "secretary waiting"],
      ["writer approved", "head approved", "director returned", "secretary dropped"],
    ]);
    expect((await look(id)).rounds[1]?.steps[2]).toMatchObject({
      comment: "Økonomien mangler",
      decided: { byName: people.director.name },
    });
  });

  test("is sent on by the secretary when somebody is away, and says why", async () => {
    const id = await sentPaper();
    const step = { round: 1, position: 1 };
    expect(await moveOn(database.db, people.director, at(id), step, "Ferie")).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await moveOn(database.db, people.secretary, at(id), step, "Alma er på barsel")).toEqual({ ok: true });
    expect((await look(id)).rounds[0]?.steps[1]).toMatchObject({ state: "skipped", comment: "Alma er på barsel" });
    expect(await approve(id, people.director, 2)).toEqual({ ok: true });
  });

  test("is taken back by who is responsible or by the secretary, also when it is ready", async () => {
    const id = await sentPaper();
    expect(await takeBackPaper(database.db, people.head, at(id), 1, "Fejl")).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await takeBackPaper(database.db, people.writer, at(id), 1, "Tallene er gamle")).toEqual({ ok: true });
    expect(await takeBackPaper(database.db, people.writer, at(id), 1, "Tallene er gamle")).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("draft");
    await submit(id);
    for (const [index, role] of (["head", "director", "secretary"] as const).entries())
      await approve(id, people[role], index + 1);
    expect(await takeBackPaper(database.db, people.secretary, at(id), 2, "Ny beregning")).toEqual({ ok: true });
    expect(await statesOf(id)).toEqual([
      ["writer approved", "head approved", "director approved", "secretary approved", "writer dropped"],
      ["writer approved", "head dropped", "director dropped", "secretary dropped", "writer dropped"],
    ]);
  });

  test("waits for the one it was sent to, when several have the role", async () => {
    const other = await town.person("head");
    const id = await aPaper(database.db, people.writer, town);
    await submit(id, people.writer, [other.userId, "nobody", null]);
    expect((await look(id)).rounds[0]?.steps.map(({ person }) => person?.id ?? null)).toEqual([
      null,
      other.userId,
      null,
      null,
    ]);
    expect((await listTurns(database.db, at(id))).map(({ userId }) => userId)).toEqual([other.userId]);
    expect(await approve(id, people.head, 1)).toEqual({ ok: false, reason: "forbidden" });
    expect(await approve(id, other, 1)).toEqual({ ok: true });
  });

  test("follows the flow its committee had when it was sent", async () => {
    const place = { municipalityId: town.municipalityId, committeeId: town.finance };
    const writer = await town.person("writer", { committeeId: town.finance });
    const secretary = await town.person("secretary", { committeeId: town.finance });
    const mark = "head:5 director:3 secretary:1";
    const own = [{ role: "secretary" as const, days: 2 }];
    expect(await setFlow(database.db, secretary, place, own, mark)).toEqual({ ok: true });
    const id = await aPaper(database.db, writer, town, { committeeId: town.finance });
    await submit(id, writer);
    expect(await setFlow(database.db, secretary, place, [], mark)).toEqual({ ok: false, reason: "changed" });
    expect(await setFlow(database.db, secretary, place, [], "secretary:2")).toEqual({ ok: true });
    expect(await statesOf(id)).toEqual([["writer approved", "secretary waiting"]]);
    expect(await approve(id, secretary, 1)).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("ready");
  });

  test("is in the protocol of actions, whose chain holds", async () => {
    const { entries } = await listAudit(database.db, town.municipalityId, {}, { limit: 200, offset: 0 });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        "paper.submitted",
        "paper.approved",
        "paper.returned",
        "paper.sent-on",
        "paper.taken-back",
        "flow.set",
      ]),
    );
    expect((await verifyAudit(database.db)).broken).toEqual([]);
  });
});

describe("of two at once", () => {
  test("who say yes, one is told that the other did, and when", async () => {
    const other = await town.person("head");
    const id = await sentPaper();
    const second = connect(database.url);
    const results = await Promise.all([approve(id, people.head, 1), approve(id, other, 1, second)]);
    await second.destroy();
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      reason: "decided",
      by: expect.stringMatching(/^head/),
      at: expect.any(Date),
      state: "approved",
    });
    expect((await statesOf(id))[0]).toEqual([
      "writer approved",
      "head approved",
      "director waiting",
      "secretary waiting",
    ]);
  });

  test("one saying yes and one sending back, one is told", async () => {
    const other = await town.person("head");
    const id = await sentPaper();
    const results = await Promise.all([
      approve(id, people.head, 1),
      returnPaper(database.db, other, at(id), { round: 1, position: 1 }, "Mangler bilag"),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "decided" });
  });

  test("the same form twice is one sending and one yes", async () => {
    const id = await aPaper(database.db, people.writer, town);
    expect(await Promise.all([submit(id), submit(id)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await Promise.all([approve(id, people.head, 1), approve(id, people.head, 1)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await statesOf(id)).toHaveLength(1);
    const { entries } = await listAudit(
      database.db,
      town.municipalityId,
      { subject: `paper:${id}` },
      { limit: 20, offset: 0 },
    );
    expect(entries.map(({ action }) => action)).toEqual(["paper.approved", "paper.submitted", "paper.created"]);
  });
});

describe("a yes", () => {
  test("to something else than was seen is not given", async () => {
    const id = await sentPaper();
    const { mark } = await look(id);
    await database.db
      .updateTable("paper_section")
      .set({ version: 2 })
      .where("paper_id", "=", id)
      .where("id", "=", 1)
      .execute();
    const step = { round: 1, position: 1, seen: mark };
    expect(await approveStep(database.db, people.head, at(id), step, null)).toEqual({ ok: false, reason: "changed" });
    expect(await approve(id, people.head, 1)).toEqual({ ok: true });
  });

  test("is given in turn: not before, not to what was taken back, not to another round", async () => {
    const id = await sentPaper();
    expect(await approve(id, people.director, 2)).toEqual({ ok: false, reason: "changed" });
    expect(await approve(id, people.writer, 0)).toEqual({ ok: false, reason: "changed" });
    expect(await approve(id, people.head, 99)).toEqual({ ok: false, reason: "changed" });
    await takeBackPaper(database.db, people.writer, at(id), 1, "Vent lidt");
    expect(await approve(id, people.head, 1)).toEqual({ ok: false, reason: "state" });
    await submit(id);
    const { mark } = await look(id);
    const old = { round: 1, position: 1, seen: mark };
    expect(await approveStep(database.db, people.head, at(id), old, null)).toEqual({ ok: false, reason: "changed" });
  });
});

/** Who may do what with an open paper of their own committee that waits for its head. */
const table: Record<Role, Record<"submit" | "approve" | "return" | "moveOn" | "takeBack", string>> = {
  administrator: row("unknown", "unknown", "unknown", "unknown", "unknown"),
  secretary: row("ok", "forbidden", "forbidden", "ok", "ok"),
  writer: row("ok", "forbidden", "forbidden", "forbidden", "forbidden"),
  head: row("ok", "ok", "ok", "forbidden", "forbidden"),
  director: row("ok", "forbidden", "forbidden", "forbidden", "forbidden"),
  mayor: row("unknown", "forbidden", "forbidden", "forbidden", "forbidden"),
  member: row("unknown", "unknown", "unknown", "unknown", "unknown"),
  substitute: row("unknown", "unknown", "unknown", "unknown", "unknown"),
  guest: row("unknown", "unknown", "unknown", "unknown", "unknown"),
  officer: row("unknown", "unknown", "unknown", "unknown", "unknown"),
  reader: row("unknown", "unknown", "unknown", "unknown", "unknown"),
};

function row(submit: string, approve: string, ret: string, moveOn: string, takeBack: string) {
  return { submit, approve, return: ret, moveOn, takeBack };
}

describe.each(Object.entries(table))("somebody with the role %s", (role, may) => {
  test("does what the table says, and nothing from elsewhere", async () => {
    const who = await town.person(role as Role);
    const stranger = await (await aSecondTown()).person(role as Role);
    for (const [actor, expected] of [
      [who, may],
      [stranger, row("unknown", "unknown", "unknown", "unknown", "unknown")],
    ] as const) {
      const draft = await aPaper(database.db, people.writer, town);
      const step = { round: 1, position: 1 };
      const results = {
        submit: await submit(draft, actor),
        approve: await approve(await sentPaper(), actor, 1),
        return: await returnPaper(database.db, actor, at(await sentPaper()), step, "Mangler"),
        moveOn: await moveOn(database.db, actor, at(await sentPaper()), step, "Ferie"),
        takeBack: await takeBackPaper(database.db, actor, at(await sentPaper()), 1, "Fortrudt"),
      };
      expect(
        Object.fromEntries(Object.entries(results).map(([name, result]) => [name, result.ok ? "ok" : result.reason])),
      ).toEqual(expected);
    }
  });
});

let second: Promise<PaperTown> | undefined;
const aSecondTown = () => (second ??= aPaperTown(database.db, "andeby"));

test("a paper that is not there, or stands in another municipality, is unknown", async () => {
  const other = await aSecondTown();
  const id = await sentPaper();
  const step = { round: 1, position: 1, seen: "" };
  for (const place of [
    { municipalityId: other.municipalityId, paperId: id },
    at(4_711_000),
    at(Number.NaN),
    at(-1),
    at(1e20),
  ])
    expect(await approveStep(database.db, people.head, place, step, null)).toEqual({ ok: false, reason: "unknown" });
});
