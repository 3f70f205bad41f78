import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { type Actor, roles } from "#identity/actor.ts";
import { readPaperFilters } from "./filters.ts";
import { countPapers, listOfSameCase, listPapers } from "./list-queries.ts";
import { paperStates } from "./paper.ts";
import { mayRead } from "./policy.ts";
import { findPaper } from "./queries.ts";
import { aPaper, aPaperTown, type PaperTown } from "./testing.ts";

let database: TestDatabase;
let town: PaperTown;
let writer: Actor;
const ids: number[] = [];
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  writer = await town.person("writer", { committeeId: null });
  for (const state of paperStates)
    for (const closed of [false, true])
      for (const committeeId of [town.schools, town.finance]) {
        const head = { closed, closedGround: closed ? "Lukket efter § 10" : null, title: `Sag 100 % ${state}` };
        const id = await aPaper(database.db, writer, town, { head: { ...head, deadline: "2020-01-31" }, committeeId });
        await database.db.updateTable("paper").set({ state }).where("id", "=", id).execute();
        if (committeeId === town.schools)
          await database.db
            .insertInto("consultation")
            .values({
              municipality_id: town.municipalityId,
              paper_id: id,
              position: 2,
              committee_id: town.finance,
              role: "decides",
              planned_meeting_id: town.meetings.finance[0] as number,
              treated_at: null,
              result: null,
            })
            .execute();
        ids.push(id);
      }
});
afterAll(() => database.drop());

const list = (actor: Actor, query = "") =>
  listPapers(database.db, actor, town.municipalityId, readPaperFilters(new URLSearchParams(query)), {
    limit: 100,
    offset: 0,
  });

test("the list holds what the policy lets each role read, neither more nor less", async () => {
  const people = [writer];
  for (const role of roles)
    for (const committeeId of [town.schools, town.finance, null]) people.push(await town.person(role, { committeeId }));
  const reader = await town.person("reader");
  await database.db
    .insertInto("deputy")
    .values({
      municipality_id: town.municipalityId,
      user_id: people.find(({ grants }) => grants[0]?.role === "head")?.userId as string,
      deputy_id: reader.userId,
      from_on: "2020-01-01",
      until_on: "2099-01-01",
      ended_at: null,
    })
    .execute();
  people.push(reader);
  for (const person of people) {
    const papers = await Promise.all(ids.map((id) => findPaper(database.db, town.municipalityId, id, person.userId)));
    const readable = papers.flatMap((paper) => (paper && mayRead(person, paper.facts) ? [paper.id] : []));
    const listed = (await list(person)).map(({ id }) => id).sort((a, b) => a - b);
    expect(listed, `${person.grants[0]?.role} in ${person.grants[0]?.committeeId}`).toEqual(readable);
  }
  expect((await list(reader)).length).toBeGreaterThan(0);
});

test("a stranger's list is empty", async () => {
  const stranger = await (await aPaperTown(database.db, "egeby")).person("secretary", { committeeId: null });
  expect(await list(stranger)).toEqual([]);
});

test("filters narrow the list, and the counts are of what they leave", async () => {
  expect(await list(writer)).toHaveLength(24);
  expect(await list(writer, "tilstand=klar&udvalg=skoleudvalget")).toHaveLength(2);
  expect(await list(writer, "tilstand=findes-ikke")).toHaveLength(24);
  expect(await list(writer, "frist=overskredet")).toHaveLength(8);
  expect(await list(writer, "soeg=100 %25 ready")).toHaveLength(4);
  expect(await list(writer, "soeg=1_0")).toHaveLength(0);
  const other = await town.person("secretary", { committeeId: null });
  expect(await list(other, "mine=ja")).toHaveLength(0);
  const filters = readPaperFilters(new URLSearchParams("tilstand=klar&udvalg=skoleudvalget"));
  expect(await countPapers(database.db, writer, town.municipalityId, filters)).toEqual(
    Object.fromEntries(paperStates.map((state) => [state, 2])),
  );
});

test("says the next body and when it meets", async () => {
  const [first] = await list(writer, "udvalg=skoleudvalget");
  expect(first?.next).toEqual({ committee: "Skoleudvalget", date: null });
});

test("papers of one case number know each other, as far as the reader may", async () => {
  const reference = "15.00.00-G01-39-18";
  const open = await aPaper(database.db, writer, town, { reference });
  const closed = await aPaper(database.db, writer, town, {
    reference,
    head: { title: "Hemmelig", closed: true, closedGround: "Lukket efter § 10" },
  });
  const key = { id: open, referenceKey: reference };
  expect(await listOfSameCase(database.db, writer, town.municipalityId, key)).toMatchObject([{ id: closed }]);
  const colleague = await town.person("writer");
  expect(await listOfSameCase(database.db, colleague, town.municipalityId, key)).toEqual([]);
});
