import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { roles } from "#identity/actor.ts";
import { aPaper, aPaperTown, type PaperTown } from "../testing.ts";
import { addComment, settleComment } from "./comment-operations.ts";
import { listComments } from "./comment-queries.ts";

let database: TestDatabase;
let town: PaperTown;
let writer: Actor;
let head: Actor;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  writer = await town.person("writer");
  head = await town.person("head");
});
afterAll(() => database.drop());

const at = (paperId: number) => ({ municipalityId: town.municipalityId, paperId });
const listed = (paperId: number) => listComments(database.db, town.municipalityId, paperId);

describe("comments", () => {
  test("stand with the paper or a section, with who wrote them, until they are dealt with", async () => {
    const id = await aPaper(database.db, writer, town);
    await addComment(database.db, head, at(id), { sectionId: null, text: "Hvem har set tallene?" });
    await addComment(database.db, writer, at(id), { sectionId: 1, text: "Økonomi har." });
    expect(await listed(id)).toMatchObject([
      { id: 1, section: null, text: "Hvem har set tallene?", writtenBy: head.name, settled: null },
      { id: 2, section: "Resumé", writtenBy: writer.name },
    ]);
    expect(await settleComment(database.db, writer, at(id), 1)).toEqual({ ok: true });
    expect(await settleComment(database.db, head, at(id), 1)).toEqual({ ok: true });
    expect((await listed(id))[0]?.settled).toMatchObject({ by: writer.name });
  });

  test("sent twice, also at once, are one; two people's at once are two", async () => {
    const id = await aPaper(database.db, writer, town);
    const comment = { sectionId: null, text: "Mangler et bilag" };
    await Promise.all([
      addComment(database.db, head, at(id), comment),
      addComment(database.db, head, at(id), comment),
      addComment(database.db, writer, at(id), comment),
    ]);
    expect((await listed(id)).map((one) => one.id)).toEqual([1, 2]);
  });

  test("on a section that is not there, or that are not there, are unknown", async () => {
    const id = await aPaper(database.db, writer, town);
    const unknown = { ok: false, reason: "unknown" };
    expect(await addComment(database.db, head, at(id), { sectionId: 99, text: "x" })).toEqual(unknown);
    expect(await settleComment(database.db, head, at(id), 99)).toEqual(unknown);
    expect(await settleComment(database.db, head, at(id), Number.NaN)).toEqual(unknown);
  });

  test("are over when the paper has been sent out", async () => {
    const id = await aPaper(database.db, writer, town);
    await database.db.updateTable("paper").set({ state: "dispatched" }).where("id", "=", id).execute();
    expect(await addComment(database.db, head, at(id), { sectionId: null, text: "For sent" })).toEqual({
      ok: false,
      reason: "state",
    });
  });

  test.each(roles)("are written by those who work on the paper: %s", async (role: Role) => {
    const id = await aPaper(database.db, writer, town);
    const other = await aTown();
    const result = await addComment(database.db, await town.person(role), at(id), { sectionId: null, text: "x" });
    expect(result.ok).toBe(["secretary", "writer", "head", "director"].includes(role));
    expect(await addComment(database.db, await other.person(role), at(id), { sectionId: null, text: "x" })).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

let second: Promise<PaperTown> | undefined;
const aTown = () => (second ??= aPaperTown(database.db, "andeby"));
