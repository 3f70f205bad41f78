import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor } from "#identity/actor.ts";
import { listAudit } from "#identity/audit-queries.ts";
import { createPaper, type NewPaper } from "./create-paper.ts";
import { findPaper, listPath, listSections, openPaper } from "./queries.ts";
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

const year = dayInDenmark(new Date()).slice(2, 4);
const input = (more: Partial<NewPaper> = {}): NewPaper => ({
  head: {
    title: "Trygge skoleveje",
    responsibleId: vera.userId,
    deadline: "2027-01-20",
    closed: false,
    closedGround: null,
  },
  committeeId: town.schools,
  templateId: null,
  reference: null,
  formKey: randomUUID(),
  ...more,
});
const create = (more: Partial<NewPaper> = {}, actor = vera) =>
  createPaper(database.db, actor, town.municipalityId, input(more));
const numberOf = async (id: number) =>
  (await findPaper(database.db, town.municipalityId, id, vera.userId))?.reference as string;

describe("a paper that is begun", () => {
  test("has the standard sections, the committee on its path, a version and an audit entry", async () => {
    const id = await aPaper(database.db, vera, town);
    const sections = await listSections(database.db, town.municipalityId, id);
    expect(sections.map(({ heading, version, updatedBy }) => [heading, version, updatedBy])).toEqual([
      ["Resumé", 1, null],
      ["Sagsfremstilling", 1, null],
      ["Den videre proces", 1, null],
      ["Økonomi", 1, null],
    ]);
    expect(await listPath(database.db, town.municipalityId, id)).toMatchObject([
      { committee: { name: "Skoleudvalget" }, role: "decides", date: null, result: null },
    ]);
    const { entries } = await listAudit(
      database.db,
      town.municipalityId,
      { subject: `paper:${id}` },
      { limit: 9, offset: 0 },
    );
    expect(entries).toMatchObject([{ action: "paper.created", actorName: vera.name }]);
  });

  test("is numbered without holes or doubles when forty are begun at once, some of them in vain", async () => {
    const other = await aPaperTown(database.db, "lindeby");
    const writer = await other.person("writer");
    const head = { ...input().head, responsibleId: writer.userId };
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        createPaper(database.db, writer, other.municipalityId, {
          ...input(),
          head,
          committeeId: n % 4 === 3 ? 999_999 : other.schools,
        }),
      ),
    );
    const ids = made.flatMap((result) => (result.ok ? [result.id] : []));
    expect(ids).toHaveLength(30);
    const rows = await database.db
      .selectFrom("paper")
      .select("reference")
      .where("municipality_id", "=", other.municipalityId)
      .orderBy("reference")
      .execute();
    expect(rows.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 30 }, (_, n) => `${year}-${String(n + 1).padStart(6, "0")}`),
    );
  });

  test("is one when its form is sent five times at once, and the numbers after it have no hole", async () => {
    const formKey = randomUUID();
    const made = await Promise.all(Array.from({ length: 5 }, () => create({ formKey })));
    expect(new Set(made.map((result) => result.ok && result.id)).size).toBe(1);
    const [first] = made;
    const next = await aPaper(database.db, vera, town);
    const serial = (reference: string) => Number(reference.slice(3));
    expect(serial(await numberOf(next))).toBe(serial(await numberOf(first?.ok ? first.id : 0)) + 1);
  });

  test("is another's when another sends a form with the same key", async () => {
    const formKey = randomUUID();
    const other = await town.person("secretary");
    const [mine, theirs] = [await create({ formKey }), await create({ formKey }, other)];
    expect(mine.ok && theirs.ok && mine.id !== theirs.id).toBe(true);
  });

  test("passes over a number that a case of the archive has", async () => {
    const last = await numberOf(await aPaper(database.db, vera, town));
    const next = (step: number) => `${year}-${String(Number(last.slice(3)) + step).padStart(6, "0")}`;
    await database.db
      .insertInto("case_file")
      .values({ municipality_id: town.municipalityId, id: 1, reference: next(1), reference_key: next(1) })
      .execute();
    expect(await numberOf(await aPaper(database.db, vera, town))).toBe(next(2));
  });

  test("takes the municipality's own number as it is typed, tidied, and refuses what is no number", async () => {
    const typed = await create({ reference: "  15.00.00-G01-39-18 " });
    expect(typed.ok && (await numberOf(typed.id))).toBe("15.00.00-G01-39-18");
    for (const reference of ["", "nr. 4", "abc", "15.00.00-G01-39-18; drop", "1".repeat(80)])
      expect(await create({ reference })).toEqual({ ok: false, reason: "reference-form" });
  });
});

describe("what is refused", () => {
  test("a committee, a template or a responsible person of another municipality, and one of no role here", async () => {
    const elsewhere = await aPaperTown(database.db, "egeby");
    const stranger = await elsewhere.person("writer");
    const member = await town.person("member");
    const { id: templateId } = await database.db
      .insertInto("paper_template")
      .values({ municipality_id: elsewhere.municipalityId, name: "Sag", sections: "[]", ended_at: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    expect(await create({ committeeId: elsewhere.schools })).toEqual({ ok: false, reason: "forbidden" });
    expect(await create({ templateId })).toEqual({ ok: false, reason: "unknown-template" });
    for (const responsibleId of [stranger.userId, member.userId, "ingen"])
      expect(await create({ head: { ...input().head, responsibleId } })).toEqual({
        ok: false,
        reason: "unknown-person",
      });
    for (const forged of [0, -1, 1.5, Number.NaN, 1e20]) {
      expect(await create({ templateId: forged })).toEqual({ ok: false, reason: "unknown-template" });
      expect(await create({ committeeId: forged })).toMatchObject({ ok: false });
    }
    expect(await create({}, member)).toEqual({ ok: false, reason: "forbidden" });
    expect(await create({}, stranger)).toEqual({ ok: false, reason: "forbidden" });
  });
});

test("a closed paper is opened by who may, which is noted, and is not there for others", async () => {
  const head = { title: "Køb af grunden ved Skovvej", closed: true, closedGround: "Lukket efter § 10: forhandling" };
  const id = await aPaper(database.db, vera, town, { head });
  const open = (actor: Actor) => openPaper(database.db, actor, town.municipalityId, id);
  expect(await open(vera)).toMatchObject({ title: head.title, closedGround: head.closedGround });
  expect(await open(await town.person("writer"))).toBeUndefined();
  expect(await open(await town.person("administrator"))).toBeUndefined();
  expect(await open(await town.person("head"))).toMatchObject({ id });
  const { entries } = await listAudit(
    database.db,
    town.municipalityId,
    { action: "closed.read" },
    { limit: 9, offset: 0 },
  );
  expect(entries.map(({ subject }) => subject)).toEqual([`paper:${id}`, `paper:${id}`]);
  expect(JSON.stringify(await listAudit(database.db, town.municipalityId, {}, { limit: 99, offset: 0 }))).not.toContain(
    "Skovvej",
  );
});

test("forged identifiers find nothing", async () => {
  for (const id of [0, -1, 1.5, Number.NaN, 2 ** 60, 99_999])
    expect(await openPaper(database.db, vera, town.municipalityId, id)).toBeUndefined();
});
