import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { listAudit } from "#identity/audit-queries.ts";
import type { RichText } from "#rich-text/model.ts";
import { textOf } from "#rich-text/text-of.ts";
import { listSections } from "./queries.ts";
import { saveSection } from "./save-section.ts";
import { aPaper, aPaperTown, type PaperTown } from "./testing.ts";

let database: TestDatabase;
let town: PaperTown;
let vera: Actor;
let hans: Actor;
let paperId: number;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  vera = await town.person("writer");
  hans = await town.person("head");
  paperId = await aPaper(database.db, vera, town);
});
afterAll(() => database.drop());

const paragraphs = (...texts: string[]): RichText => ({
  type: "doc",
  content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});
const save = (actor: Actor, sectionId: number, baseVersion: number, ...texts: string[]) =>
  saveSection(database.db, actor, {
    municipalityId: town.municipalityId,
    paperId,
    sectionId,
    baseVersion,
    body: paragraphs(...texts),
  });
const standing = async (sectionId: number) => {
  const section = (await listSections(database.db, town.municipalityId, paperId)).find(({ id }) => id === sectionId);
  return { text: textOf(section?.body as RichText).trim(), version: section?.version, by: section?.updatedBy };
};
const kept = async (sectionId: number) =>
  database.db
    .selectFrom("paper_section_version")
    .select(["version", "body", "saved_by_name"])
    .where("municipality_id", "=", town.municipalityId)
    .where("paper_id", "=", paperId)
    .where("section_id", "=", sectionId)
    .orderBy("version")
    .execute();

describe("a section that is saved", () => {
  test("has the next version, says by whom, and keeps every text there was", async () => {
    expect(await save(vera, 1, 1, "Første udkast.")).toEqual({ ok: true, version: 2, merged: false });
    expect(await save(vera, 1, 2, "Andet udkast.")).toEqual({ ok: true, version: 3, merged: false });
    expect(await standing(1)).toEqual({ text: "Andet udkast.", version: 3, by: vera.name });
    expect((await kept(1)).map(({ version, body }) => [version, textOf(body as RichText).trim()])).toEqual([
      [2, "Første udkast."],
      [3, "Andet udkast."],
    ]);
  });

  test("stays as it is when the same text is saved again, also from an old version", async () => {
    expect(await save(vera, 1, 2, "Andet udkast.")).toEqual({ ok: true, version: 3, merged: false });
    expect(await kept(1)).toHaveLength(2);
  });

  test("takes up both when two have changed different paragraphs", async () => {
    await save(vera, 2, 1, "Skolen er slidt.", "Der er 214 elever.");
    await save(vera, 2, 2, "Skolen er nedslidt.", "Der er 214 elever.");
    const second = await save(hans, 2, 2, "Skolen er slidt.", "Der er 216 elever.");
    expect(second).toMatchObject({
      ok: true,
      version: 4,
      merged: true,
      body: paragraphs("Skolen er nedslidt.", "Der er 216 elever."),
      other: { by: vera.name },
    });
    expect(await standing(2)).toMatchObject({ text: "Skolen er nedslidt.\n\nDer er 216 elever.", by: hans.name });
  });

  test("is not overwritten when two have changed the same paragraph: the second is shown both", async () => {
    await save(vera, 3, 1, "Udvalget får en status i maj.");
    await save(vera, 3, 2, "Udvalget får en status i juni.");
    expect(await save(hans, 3, 2, "Udvalget får en status i april.")).toMatchObject({
      ok: false,
      reason: "conflict",
      version: 3,
      base: paragraphs("Udvalget får en status i maj."),
      theirs: paragraphs("Udvalget får en status i juni."),
      mine: paragraphs("Udvalget får en status i april."),
      other: { by: vera.name },
    });
    expect(await standing(3)).toMatchObject({ text: "Udvalget får en status i juni.", version: 3 });
    expect(await save(hans, 3, 3, "Udvalget får en status i april.")).toMatchObject({ ok: true, version: 4 });
  });

  test("loses no words when twenty add a paragraph each at once", async () => {
    const begun = await save(vera, 4, 1, "Udgifter i alt.");
    const base = begun.ok ? begun.version : 0;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save(n % 2 ? hans : vera, 4, base, "Udgifter i alt.", `Post ${n}.`)),
    );
    const { text } = await standing(4);
    for (const [n, result] of results.entries()) {
      if (result.ok) expect(text).toContain(`Post ${n}.`);
      else expect(result).toMatchObject({ reason: "conflict", mine: paragraphs("Udgifter i alt.", `Post ${n}.`) });
    }
    expect(results.some(({ ok }) => ok)).toBe(true);
    const versions = (await kept(4)).map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
  });

  test("is asked about when the version it began from never was", async () => {
    expect(await save(hans, 1, 900, "Fra ingenting.")).toMatchObject({ ok: false, reason: "conflict", version: 3 });
  });

  test("is in the audit once for each who sits and writes, not at every pause", async () => {
    const { entries } = await listAudit(
      database.db,
      town.municipalityId,
      { action: "paper.text-saved", subject: `paper:${paperId}` },
      { limit: 99, offset: 0 },
    );
    const ofFirst = entries.filter(({ details }) => details["section"] === 1);
    expect(ofFirst.map(({ actorName }) => actorName)).toEqual([vera.name]);
  });
});

describe("what cannot be saved", () => {
  test("is gone for others' eyes, and for forged or foreign identifiers", async () => {
    const egeby = await aPaperTown(database.db, "egeby");
    const stranger = await egeby.person("secretary");
    const member = await town.person("member");
    for (const who of [stranger, member]) expect(await save(who, 1, 3, "Ondt.")).toEqual({ ok: false, reason: "gone" });
    for (const section of [0, 99, Number.NaN, 1.5])
      expect(await save(vera, section, 1, "Ondt.")).toEqual({ ok: false, reason: "gone" });
    const elsewhere = { paperId, sectionId: 1, baseVersion: 3, body: paragraphs("Ondt.") };
    expect(await saveSection(database.db, stranger, { ...elsewhere, municipalityId: egeby.municipalityId })).toEqual({
      ok: false,
      reason: "gone",
    });
    expect(await standing(1)).toMatchObject({ text: "Andet udkast." });
  });

  test("is forbidden once the paper is in approval, except to those who approve", async () => {
    await database.db
      .updateTable("paper")
      .set({ state: "in-approval" })
      .where("municipality_id", "=", town.municipalityId)
      .where("id", "=", paperId)
      .execute();
    expect(await save(vera, 1, 3, "For sent.")).toEqual({ ok: false, reason: "forbidden" });
    expect(await save(hans, 1, 3, "Rettet af lederen.")).toEqual({ ok: true, version: 4, merged: false });
  });
});
