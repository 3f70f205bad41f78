import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { listAudit } from "#identity/audit-queries.ts";
import { addAttachment, arrangeAttachments, MOST_ATTACHMENTS, removeAttachment } from "./attachments.ts";
import { openAttachment } from "./download.ts";
import { findPaper, listAttachments } from "./queries.ts";
import { aPaper, aPaperTown, type PaperTown } from "./testing.ts";

let database: TestDatabase;
let town: PaperTown;
let vera: Actor;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  vera = await town.person("writer");
});
afterAll(() => database.drop());

const db = () => database.db;
const place = (id: number) => ({ municipalityId: town.municipalityId, id });
const add = (id: number, name: string, { closed = false, text = name, actor = vera } = {}) =>
  addAttachment(db(), actor, place(id), { name, bytes: Buffer.from(text), closed });
const names = async (id: number) =>
  (await listAttachments(db(), town.municipalityId, id)).map(
    ({ name, closed }) => `${name}${closed ? " (lukket)" : ""}`,
  );
const open = (actor: Actor, id: number, attachment: number) =>
  openAttachment(db(), actor, town.municipalityId, id, attachment);

describe("attachments", () => {
  test("stand in the order they came, when twenty come at once, and the same file once", async () => {
    const id = await aPaper(db(), vera, town);
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(id, `Bilag ${n % 10}.txt`)));
    const files = await listAttachments(db(), town.municipalityId, id);
    expect(files.map(({ name }) => name).sort()).toEqual(Array.from({ length: 10 }, (_, n) => `Bilag ${n}`));
    expect(new Set(files.map(({ id }) => id)).size).toBe(10);
  });

  test("are ordered, named and closed; those a form does not know of come last", async () => {
    const id = await aPaper(db(), vera, town);
    for (const name of ["a.txt", "b.txt", "c.txt"]) await add(id, name);
    const version = (await findPaper(db(), town.municipalityId, id, vera.userId))?.facts.version ?? 0;
    const arrangement = [
      { id: 2, name: "Kortbilag", closed: true },
      { id: 1, name: "a", closed: false },
      { id: 77, name: "forfalsket", closed: false },
    ];
    const arrange = () => arrangeAttachments(db(), vera, { ...place(id), version }, arrangement);
    expect(await arrange()).toEqual({ ok: true, version: version + 1 });
    expect(await names(id)).toEqual(["Kortbilag (lukket)", "a", "c"]);
    expect(await arrange()).toEqual({ ok: true, version: version + 1 });
    const other = [{ id: 1, name: "ny", closed: false }];
    expect(await arrangeAttachments(db(), vera, { ...place(id), version }, other)).toMatchObject({ reason: "changed" });
  });

  test("are removed once, and what was removed can come again", async () => {
    const id = await aPaper(db(), vera, town);
    await add(id, "plan.txt");
    expect(await removeAttachment(db(), vera, place(id), 1)).toMatchObject({ ok: true });
    expect(await removeAttachment(db(), vera, place(id), 1)).toMatchObject({ ok: true });
    expect(await names(id)).toEqual([]);
    expect(await add(id, "plan.txt")).toMatchObject({ ok: true, id: 2 });
  });

  test("are not added by those who may not, nor more than there can be", async () => {
    const id = await aPaper(db(), vera, town);
    expect(await add(id, "x.txt", { actor: await town.person("member") })).toEqual({ ok: false, reason: "unknown" });
    await db().updateTable("paper").set({ state: "ready" }).where("id", "=", id).execute();
    expect(await add(id, "x.txt")).toEqual({ ok: false, reason: "forbidden" });
    await db().updateTable("paper").set({ state: "draft" }).where("id", "=", id).execute();
    for (let n = 0; n < MOST_ATTACHMENTS; n++) await add(id, `${n}.txt`);
    expect(await add(id, "et for meget.txt")).toEqual({ ok: false, reason: "too-many" });
    expect(await add(id, "x.html", { text: "<html>" })).toEqual({ ok: false, reason: "kind" });
  });
});

describe("an attachment is read", () => {
  test("by those who read the paper; a closed one of an open paper as a closed paper, and that is noted", async () => {
    const id = await aPaper(db(), vera, town);
    await add(id, "åbent.txt");
    await add(id, "lukket.txt", { closed: true });
    const colleague = await town.person("writer");
    expect((await open(colleague, id, 1))?.content.toString()).toBe("åbent.txt");
    expect(await open(colleague, id, 2)).toBeUndefined();
    expect(await open(await town.person("member"), id, 1)).toBeUndefined();
    expect(await open(await (await aPaperTown(db(), "egeby")).person("secretary"), id, 1)).toBeUndefined();
    const head = await town.person("head");
    expect(await open(head, id, 2)).toMatchObject({ fileName: "lukket.txt", mediaType: "text/plain", size: 10 });
    const noted = await listAudit(db(), town.municipalityId, { actor: head.userId }, { limit: 9, offset: 0 });
    expect(noted.entries).toMatchObject([{ action: "closed.read", subject: `paper:${id}/attachment:2` }]);
    for (const attachment of [0, 3, -1, Number.NaN]) expect(await open(head, id, attachment)).toBeUndefined();
  });

  test("by members when an agenda with it has been sent to them, also after it was removed, and no other", async () => {
    const id = await aPaper(db(), vera, town);
    for (const name of ["sendt.txt", "lukket.txt", "senere.txt"])
      await add(id, name, { closed: name === "lukket.txt" });
    const meeting = { municipality_id: town.municipalityId, planned_meeting_id: town.meetings.schools[0] as number };
    await db()
      .insertInto("agenda")
      .values({ ...meeting, state: "dispatched", called_by: null })
      .execute();
    const item = await db()
      .insertInto("agenda_item")
      .values({ ...meeting, position: 1, kind: "paper", paper_id: id, title: "x", came_with: 0 } as never)
      .returning("id")
      .executeTakeFirstOrThrow();
    const attachments = [
      { paperId: id, id: 1, closed: false },
      { paperId: id, id: 2, closed: true },
    ];
    await db()
      .insertInto("dispatch")
      .values({
        ...meeting,
        number: 0,
        deadline_on: "2027-01-27",
        late: false,
        content: JSON.stringify({ items: [{ id: item.id, attachments }] }),
        dispatched_by: "s",
        dispatched_by_name: "S",
      } as never)
      .execute();
    await db().updateTable("paper").set({ state: "dispatched" }).where("id", "=", id).execute();
    await removeAttachment(db(), await town.person("secretary"), place(id), 1);
    const [member, reader] = [await town.person("member"), await town.person("reader")];
    expect((await open(member, id, 1))?.fileName).toBe("sendt.txt");
    expect((await open(member, id, 2))?.fileName).toBe("lukket.txt");
    expect(await open(member, id, 3)).toBeUndefined();
    expect((await open(reader, id, 1))?.fileName).toBe("sendt.txt");
    expect(await open(reader, id, 2)).toBeUndefined();
    const elsewhere = await town.person("member", { committeeId: town.finance });
    expect(await open(elsewhere, id, 1)).toBeUndefined();
  });
});
