import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { richText } from "#rich-text/testing.ts";
import { textOf } from "#rich-text/text-of.ts";
import { findSection } from "../queries.ts";
import { saveSection } from "../save-section.ts";
import { aPaper, aPaperTown, type PaperTown } from "../testing.ts";
import { answerFinding, reopenFinding } from "./answer-finding.ts";
import { listFindings, openFindings } from "./findings.ts";
import { useComputed } from "./use-computed.ts";

let database: TestDatabase;
let town: PaperTown;
let vera: Actor;
let paperId: number;
const wrong = "Der bruges 250.000 kr. på løn og 120.000 kr. på drift, i alt 380.000 kr.";
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  vera = await town.person("writer");
  paperId = await aPaper(database.db, vera, town);
  await save(1, richText(wrong));
});
afterAll(() => database.drop());

const place = () => ({ municipalityId: town.municipalityId, paperId });
const save = (baseVersion: number, body: ReturnType<typeof richText>) =>
  saveSection(database.db, vera, { ...place(), sectionId: 1, baseVersion, body });
const open = () => openFindings(database.db, town.municipalityId, paperId);
const keyOf = async () => (await listFindings(database.db, town.municipalityId, paperId))[0]?.key ?? "";

test("a finding is open until somebody answers it, and the answer is remembered while the text says the same", async () => {
  expect(await open()).toMatchObject([{ computed: "370.000 kr.", sectionId: 1 }]);
  const answer = { ...place(), key: await keyOf(), reason: "Beløbet er afrundet af forsyningen." };
  expect(await answerFinding(database.db, vera, answer)).toEqual({ ok: true });
  expect(await answerFinding(database.db, vera, answer)).toEqual({ ok: true });
  expect(await open()).toEqual([]);
  await save(2, richText("Nyt afsnit foran.", wrong));
  expect(await open()).toEqual([]);
  expect(await listFindings(database.db, town.municipalityId, paperId)).toMatchObject([
    { block: 1, answer: { reason: answer.reason, by: vera.name } },
  ]);
  const told = await database.db
    .selectFrom("audit_entry")
    .select("details")
    .where("municipality_id", "=", town.municipalityId)
    .where("action", "=", "paper.finding-answered")
    .execute();
  expect(told).toMatchObject([{ details: { reason: answer.reason } }]);
});

test("an answer can be taken back", async () => {
  expect(await reopenFinding(database.db, vera, { ...place(), key: await keyOf() })).toEqual({ ok: true });
  expect(await open()).toHaveLength(1);
});

test("an answer needs a reason, a finding that is still there, and a person who may write", async () => {
  const { db } = database;
  const key = await keyOf();
  const stranger = await town.person("writer", { committeeId: town.finance });
  const officer = await town.person("member");
  const answer = (actor: Actor, more: object) =>
    answerFinding(db, actor, { ...place(), key, reason: "Fordi", ...more });
  expect(await answer(vera, { reason: " . " })).toEqual({ ok: false, reason: "reason-missing" });
  expect(await answer(vera, { key: "0" })).toEqual({ ok: false, reason: "settled" });
  expect(await answer(vera, { paperId: 999_999 })).toEqual({ ok: false, reason: "gone" });
  expect(await answer(stranger, {})).toEqual({ ok: false, reason: "gone" });
  expect(await answer(officer, {})).toEqual({ ok: false, reason: "gone" });
  expect(await useComputed(db, stranger, { ...place(), key })).toEqual({ ok: false, reason: "gone" });
  expect(await open()).toHaveLength(1);
});

test("the computed figure is written by one click, and then there is nothing to answer", async () => {
  const { db } = database;
  const key = await keyOf();
  expect(await useComputed(db, vera, { ...place(), key })).toMatchObject({ ok: true });
  const section = await findSection(db, town.municipalityId, paperId, 1);
  expect(textOf(section?.body ?? richText())).toContain("i alt 370.000 kr.");
  expect(await listFindings(db, town.municipalityId, paperId)).toEqual([]);
  expect(await useComputed(db, vera, { ...place(), key })).toEqual({ ok: false, reason: "settled" });
});

test("a paper that is not there has no findings", async () => {
  expect(await openFindings(database.db, town.municipalityId, 999_999)).toEqual([]);
});
