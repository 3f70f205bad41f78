import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { roles } from "#identity/actor.ts";
import { aPaperTown, type PaperTown } from "../testing.ts";
import { flowMark, setFlow } from "./flow-operations.ts";
import { findFlow, listFlows } from "./flow-queries.ts";
import { defaultFlow } from "./steps.ts";

let database: TestDatabase;
let town: PaperTown;
let elsewhere: PaperTown;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  elsewhere = await aPaperTown(database.db, "andeby");
});
afterAll(() => database.drop());

const own = [{ role: "mayor" as const, days: 2 }];
const place = () => ({ municipalityId: town.municipalityId, committeeId: town.schools });

test.each(roles)("a committee's flow is set by its secretary and by administrators: %s", async (role) => {
  const before = await findFlow(database.db, town.municipalityId, town.schools);
  const [who, stranger] = [await town.person(role), await elsewhere.person(role)];
  const isKeeper = role === "administrator" || role === "secretary";
  const result = await setFlow(database.db, who, place(), own, flowMark(before.steps));
  expect(result).toEqual(isKeeper ? { ok: true } : { ok: false, reason: "forbidden" });
  const other = { ...place(), committeeId: town.finance };
  for (const [actor, at] of [
    [stranger, place()],
    [who, other],
  ] as const)
    expect(await setFlow(database.db, actor, at, own, flowMark(defaultFlow))).toEqual({
      ok: false,
      reason: "forbidden",
    });
});

test("of two who set it at once one is told, and a committee without its own follows the default", async () => {
  const keeper = await town.person("administrator", { committeeId: null });
  const at = { ...place(), committeeId: town.finance };
  const seen = flowMark(defaultFlow);
  const results = await Promise.all([
    setFlow(database.db, keeper, at, own, seen),
    setFlow(database.db, keeper, at, [{ role: "director", days: 4 }], seen),
  ]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "changed" });
  const { steps } = await findFlow(database.db, town.municipalityId, town.finance);
  expect(await setFlow(database.db, keeper, at, steps, "what nobody saw")).toEqual({ ok: true });
  await setFlow(database.db, keeper, at, [], flowMark(steps));
  expect(await listFlows(database.db, town.municipalityId)).toMatchObject([
    { committee: { slug: "skoleudvalget" }, own: true, steps: own },
    { committee: { slug: "oekonomiudvalget" }, own: false, steps: defaultFlow },
  ]);
});
