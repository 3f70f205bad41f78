import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { importPaths } from "./import-paths.ts";

const folder = fileURLToPath(new URL("../../../../shared/minutes", import.meta.url));

// Real minutes are not shipped with the project.
if (!existsSync(folder)) test("real minutes: not tested here, there is no ../shared/minutes", () => undefined);
else
  describe("five real minutes", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await testDatabase();
      const report = await importPaths(database.db, [folder]);
      expect(report).toMatchObject({ documents: { new: 5 }, items: 39, failures: [] });
    });
    afterAll(() => database.drop());

    test("are five meetings of two committees in two municipalities", async () => {
      const meetings = await database.db
        .selectFrom("meeting")
        .innerJoin("committee", "committee.id", "meeting.committee_id")
        .innerJoin("municipality", "municipality.id", "meeting.municipality_id")
        .select(["municipality.slug as municipality", "committee.slug as committee", "meeting.held_on"])
        .orderBy("meeting.held_on")
        .execute();
      const bru = { municipality: "naestved", committee: "beskaeftigelses-og-rekrutteringsudvalget" };
      expect(meetings).toEqual([
        { ...bru, held_on: "2023-06-13" },
        { ...bru, held_on: "2024-05-14" },
        { ...bru, held_on: "2024-06-11" },
        { municipality: "horsens", committee: "beskaeftigelses-og-integrationsudvalget", held_on: "2024-08-28" },
        { ...bru, held_on: "2025-10-28" },
      ]);
    });

    test.each([
      ["23-003968", ["2024-05-14/40", "2025-10-28/82"]],
      ["15.00.00-G01-39-18S", ["2023-06-13/45", "2024-05-14/39"]],
    ])("case %s is found at every meeting that treated it", async (reference, places) => {
      const items = await database.db
        .selectFrom("item")
        .innerJoin("case_file", "case_file.id", "item.case_id")
        .where("case_file.reference", "=", reference)
        .select(["item.held_on", "item.slug"])
        .orderBy("item.held_on")
        .execute();
      expect(items.map(({ held_on, slug }) => `${held_on}/${slug}`)).toEqual(places);
    });

    test("a member's party is the one of the day", async () => {
      const seen = await database.db
        .selectFrom("party_observation")
        .innerJoin("person", "person.id", "party_observation.person_id")
        .where("person.name", "=", "Githa Nelander")
        .select(["seen_on", "party"])
        .orderBy("seen_on")
        .execute();
      expect(seen.map(({ seen_on, party }) => `${seen_on} ${party}`)).toEqual(
        expect.arrayContaining(["2023-06-13 D", "2025-10-28 O"]),
      );
    });

    test("references keep body, day and number, and point outside where the archive has no such meeting", async () => {
      const references = await database.db
        .selectFrom("resolved_reference")
        .where("number_value", "is not", null)
        .select(["committee_key", "referred_on", "number_value", "target_item_id"])
        .execute();
      expect(references.length).toBeGreaterThan(20);
      expect(references).toContainEqual({
        committee_key: "beskæftigelses- og rekrutteringsudvalg",
        referred_on: "2024-01-16",
        number_value: 5,
        target_item_id: null,
      });
    });
  });
