import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import { findOriginal, getOriginalContent } from "./original-queries.ts";

let database: TestDatabase;
let sha256: string;

beforeAll(async () => {
  database = await testDatabase();
  await importMinutes(database.db, [
    {
      committee: "Klimaudvalget",
      date: "14-05-2024",
      participants: "Anna Holm (A), Bo Kjær (V)",
      items: [
        { number: 12, title: "Varmeplan", decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }] },
        { number: 13, title: "Gadelys", decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Godkendt." }] },
      ],
    },
  ]);
  ({ sha256 } = await database.db.selectFrom("original").select("sha256").executeTakeFirstOrThrow());
});
afterAll(() => database.drop());

test("an imported file comes back byte for byte under its own name", async () => {
  const found = await findOriginal(database.db, "birkeby", sha256);
  const content = await getOriginalContent(database.db, "birkeby", sha256);
  expect(found).toEqual({ fileName: "Klimaudvalget 14-05-2024.md", mediaType: "text/markdown", size: content.length });
  expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
});

test("a file of another municipality, or one nobody imported, is not found", async () => {
  expect(await findOriginal(database.db, "lysholt", sha256)).toBeUndefined();
  expect(await findOriginal(database.db, "birkeby", "0".repeat(64))).toBeUndefined();
});
