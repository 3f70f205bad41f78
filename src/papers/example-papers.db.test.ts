import { afterAll, beforeAll, expect, test } from "vitest";
import { keepExamplePlan } from "#agendas/example-plan.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { keepExampleUsers } from "#identity/example-users.ts";
import { examplePapers } from "./example-texts.ts";
import { keepExamplePapers } from "./example-papers.ts";

let database: TestDatabase;
const today = dayInDenmark(new Date());
beforeAll(async () => {
  database = await testDatabase();
  const { id } = await database.db
    .insertInto("municipality")
    .values({ slug: "eksempelkoebing", name: "Eksempelkøbing", is_example: true })
    .returning("id")
    .executeTakeFirstOrThrow();
  const names = new Set(
    examplePapers.flatMap(({ committee, path }) => [committee, ...path.map((step) => step.committee)]),
  );
  await database.db
    .insertInto("committee")
    .values(
      [...names].map((name, index) => ({
        municipality_id: id,
        id: index + 1,
        slug: `udvalg-${index}`,
        name,
        name_key: name,
        kind: "committee" as const,
        successor_id: null,
      })),
    )
    .execute();
  await keepExampleUsers(database.db, true);
  await keepExamplePlan(database.db, today);
});
afterAll(() => database.drop());

test("the example papers are written once, each in its state, with their path planned", async () => {
  await keepExamplePapers(database.db, today);
  await keepExamplePapers(database.db, today);
  const papers = await database.db.selectFrom("paper").select(["title", "state", "closed"]).orderBy("id").execute();
  expect(papers).toEqual(
    examplePapers.map(({ title, state, closedGround }) => ({ title, state, closed: closedGround !== undefined })),
  );
  const steps = await database.db.selectFrom("consultation").select("planned_meeting_id").execute();
  expect(steps.length).toBe(examplePapers.reduce((sum, { path }) => sum + path.length, 0));
  expect(steps.every((step) => step.planned_meeting_id !== null)).toBe(true);
  const texts = await database.db.selectFrom("paper_section_version").select("version").execute();
  expect(texts).toHaveLength(examplePapers.reduce((sum, { sections }) => sum + Object.keys(sections).length, 0));
  const points = await database.db.selectFrom("paper_recommendation").select("text").execute();
  expect(points).toHaveLength(examplePapers.reduce((sum, paper) => sum + paper.points.length, 0));
});

test("one of them has come back with a reason, another is talked about, and somebody is away", async () => {
  const returned = await database.db.selectFrom("approval").select("comment").where("state", "=", "returned").execute();
  expect(returned).toHaveLength(1);
  expect(await database.db.selectFrom("paper_comment").select("text").execute()).toHaveLength(2);
  expect(await database.db.selectFrom("deputy").select("id").execute()).toHaveLength(1);
});

test("without a municipality of examples nothing is written", async () => {
  const empty = await testDatabase();
  await keepExamplePapers(empty.db, today);
  expect(await empty.db.selectFrom("paper").select("id").execute()).toEqual([]);
  await empty.drop();
});
