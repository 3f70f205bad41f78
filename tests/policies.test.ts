import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#identity/actor.ts";

const root = new URL("..", import.meta.url).pathname;
const policies = globSync("src/**/policy.ts", { cwd: root }).toSorted();

const here = { municipalityId: 1, committeeId: 10, itemId: 100 };
const open = { id: 100, closed: false };
const closed = { id: 100, closed: true };

type Predicate = (...about: unknown[]) => unknown;
type Row = { asked: (predicate: Predicate, actor: Actor | null) => unknown; yes: readonly Role[] };

const row = (asked: (may: Predicate, actor: Actor | null) => unknown, ...yes: Role[]): Row => ({ asked, yes });
const inPlace = (may: Predicate, actor: Actor | null) => may(actor, here);
const inMunicipality = (may: Predicate, actor: Actor | null) => may(actor, 1);

/**
 * Role x operation: who may what in their own municipality, with a role that holds for all of it (a guest: for the item).
 * What depends on more than the place has a table of its own beside the policy.
 */
const table: Record<string, Record<string, Row>> = {
  "src/agendas/policy.ts": {
    mayPlan: row(inPlace, "administrator", "secretary"),
    mayBuildAgenda: row(inPlace, "secretary"),
    mayReadDraftAgenda: row(inPlace, "secretary", "director", "mayor"),
  },
  "src/identity/policy.ts": {
    mayManageAccess: row(inMunicipality, "administrator"),
    mayReadAudit: row(inMunicipality, "administrator"),
    mayWorkIn: row(inPlace, ...roles.filter((role) => role !== "guest")),
    maySeeClosed: row(inPlace, "secretary", "director", "mayor", "member", "substitute", "guest"),
    maySeeClosedPart: row(inPlace, "secretary", "director", "mayor", "member", "substitute"),
  },
  "src/import-review/policy.ts": {
    mayImport: row(inMunicipality, "administrator", "secretary"),
    mayReview: row((may, actor) => may(actor, { municipalityId: 1, begunBy: "somebody" }), "secretary"),
  },
  "src/papers/approval/policy.ts": {
    mayKeepFlow: row(inPlace, "administrator", "secretary"),
    mayMoveOn: row(inPlace, "secretary"),
    mayTakeBack: row((may, actor) => actor !== null && may(actor, { ...here, responsibleId: "bo" }), "secretary"),
    mayHaveDeputy: row(signedInOnly, "secretary", "head", "director", "mayor"),
    mayBeDeputy: row(signedInOnly, "secretary", "writer", "head", "director", "mayor"),
  },
  "src/reading/policy.ts": {
    mayReadItem: row((may, actor) => may(actor, here, open), ...roles),
    "mayReadItem closed": row(
      (may, actor) => may(actor, here, closed),
      "secretary",
      "director",
      "mayor",
      "member",
      "substitute",
      "guest",
    ),
    isSeated: row(inPlace, "member", "substitute", "mayor", "guest"),
  },
};

function signedInOnly(may: Predicate, actor: Actor | null): unknown {
  return actor !== null && may(actor, 1);
}

function withRole(role: Role, municipalityId: number, committeeId: number | null = null): Actor {
  const itemId = role === "guest" ? 100 : null;
  const grants = [{ municipalityId, role, committeeId, itemId }];
  return { userId: "ida", name: "Ida Holm", email: "ida@example.dk", isOperator: false, isExample: false, grants };
}

const predicatesOf = async (path: string): Promise<[string, Predicate][]> =>
  Object.entries(await import(`${root}${path}`)).filter(
    (entry): entry is [string, Predicate] => typeof entry[1] === "function" && /^(may|is|can)[A-Z]/.test(entry[0]),
  );

test.each(policies)("every predicate of %s stands in a table of roles", async (path) => {
  const own = `${root}${path.replace(/\.ts$/, ".test.ts")}`;
  const tested = existsSync(own) ? readFileSync(own, "utf8").replace(/^import [\s\S]*?;$/gm, "") : "";
  const names = (await predicatesOf(path)).map(([name]) => name);
  const missing = names.filter(
    (name) => !table[path]?.[name] && !(/\broles\b/.test(tested) && new RegExp(`\\b${name}\\b`).test(tested)),
  );
  expect(missing).toEqual([]);
});

describe.each(Object.keys(table))("%s", (path) => {
  test.each(Object.entries(table[path] ?? {}))("%s", async (name, { asked, yes }) => {
    const may = (await predicatesOf(path)).find(([known]) => known === name.split(" ")[0])?.[1] as Predicate;
    const allowed = (actorOf: (role: Role) => Actor) => roles.filter((role) => asked(may, actorOf(role)));
    expect(allowed((role) => withRole(role, 1))).toEqual(roles.filter((role) => yes.includes(role)));
    expect(
      allowed((role) => withRole(role, 2)),
      "with roles in another municipality",
    ).toEqual([]);
    if (asked !== inMunicipality && asked !== signedInOnly)
      expect(
        allowed((role) => withRole(role, 1, 11)),
        "with roles in another committee",
      ).toEqual([]);
    expect(Boolean(asked(may, null)), "the public").toBe(false);
  });
});
