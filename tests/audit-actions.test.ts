import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditMessages } from "../src/identity/routes/messages-audit.ts";

const root = new URL("..", import.meta.url).pathname;

/** What the code writes into the audit, where it is written as such: `action: "paper.created"` and in lists of actions. */
const written = globSync("src/**/*.ts", { cwd: root, exclude: ["**/*.test.ts"] })
  .flatMap((path) => [
    ...readFileSync(root + path, "utf8").matchAll(
      /\baction: "([a-z.-]+)"|\| "([a-z-]+\.[a-z-]+)"|CLOSED_READ = "([a-z]+\.[a-z-]+)"/g,
    ),
  ])
  .map(([, literal, union, constant]) => literal ?? union ?? constant ?? "")
  .filter((action) => action.includes("."));

test.each(["da", "en"] as const)("every action of the audit has words in %s", (language) => {
  const { actions } = auditMessages[language];
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((action) => !actions[action])).toEqual([]);
});

test("both languages have words for the same actions", () => {
  expect(Object.keys(auditMessages.en.actions).toSorted()).toEqual(Object.keys(auditMessages.da.actions).toSorted());
});
