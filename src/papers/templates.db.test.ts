import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { createPaper } from "./create-paper.ts";
import { listSections } from "./queries.ts";
import type { Template } from "./template.ts";
import { endTemplate, keepTemplate, listTemplates } from "./templates.ts";
import { aPaper, aPaperTown, type PaperTown } from "./testing.ts";

let database: TestDatabase;
let town: PaperTown;
let secretary: Actor;
let administrator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  secretary = await town.person("secretary");
  administrator = await town.person("administrator", { committeeId: null });
});
afterAll(() => database.drop());

const template = (name: string): Template => ({
  name,
  sections: [
    { role: "summary", heading: "Kort fortalt", help: null, required: true },
    { role: "legal", heading: "Lovgrundlag", help: "Paragrafferne", required: false },
  ],
});
const keep = (actor: Actor, committeeId: number | null, name: string, replaces: number | null = null) =>
  keepTemplate(database.db, actor, { municipalityId: town.municipalityId, committeeId }, template(name), replaces);
const names = async (actor: Actor) =>
  (await listTemplates(database.db, actor, town.municipalityId)).map(({ name }) => name);

test("a secretary keeps a committee's templates, an administrator those of all", async () => {
  expect(await keep(secretary, town.schools, "Budgetkontrol")).toMatchObject({ ok: true });
  expect(await keep(secretary, town.finance, "Budgetkontrol")).toEqual({ ok: false, reason: "forbidden" });
  expect(await keep(secretary, null, "Lokalplan")).toEqual({ ok: false, reason: "forbidden" });
  expect(await keep(administrator, null, "Lokalplan")).toMatchObject({ ok: true });
  expect(await names(secretary)).toEqual(["Budgetkontrol"]);
  expect(await names(administrator)).toEqual(["Lokalplan", "Budgetkontrol"]);
  expect(await names(await town.person("writer"))).toEqual([]);
});

test("a form that is sent twice at once makes one template", async () => {
  const results = await Promise.all([keep(secretary, town.schools, "Høring"), keep(secretary, town.schools, "Høring")]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "taken" });
});

test("a template that is changed or ended leaves papers as they were begun", async () => {
  const kept = await keep(secretary, town.schools, "Tilsyn");
  const id = kept.ok ? kept.id : 0;
  const paper = await aPaper(database.db, secretary, town, { templateId: id });
  const headings = async () =>
    (await listSections(database.db, town.municipalityId, paper)).map(({ heading }) => heading);
  expect(await headings()).toEqual(["Kort fortalt", "Lovgrundlag"]);
  expect(await keep(secretary, town.schools, "Tilsyn", id)).toMatchObject({ ok: true });
  expect(await keep(secretary, town.schools, "Tilsyn", id)).toEqual({ ok: false, reason: "unknown" });
  expect(await headings()).toEqual(["Kort fortalt", "Lovgrundlag"]);
  const head = { title: "Sag", responsibleId: secretary.userId, deadline: null, closed: false, closedGround: null };
  const more = { committeeId: town.schools, templateId: id, reference: null, formKey: crypto.randomUUID() };
  expect(await createPaper(database.db, secretary, town.municipalityId, { head, ...more })).toEqual({
    ok: false,
    reason: "unknown-template",
  });
});

test("another municipality's template is not there", async () => {
  const egeby = await aPaperTown(database.db, "egeby");
  const stranger = await egeby.person("administrator", { committeeId: null });
  const [mine] = await listTemplates(database.db, administrator, town.municipalityId);
  expect(await endTemplate(database.db, stranger, egeby.municipalityId, mine?.id as number)).toMatchObject({
    reason: "unknown",
  });
  expect(await endTemplate(database.db, stranger, town.municipalityId, mine?.id as number)).toMatchObject({
    reason: "unknown",
  });
  expect(await endTemplate(database.db, administrator, town.municipalityId, mine?.id as number)).toMatchObject({
    ok: true,
  });
});
