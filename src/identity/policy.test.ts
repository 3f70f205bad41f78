import { describe, expect, test } from "vitest";
import { type Actor, type Grant, hasRole, type Role, roles } from "./actor.ts";
import { mayManageAccess, mayReadAudit, maySeeClosed, mayWorkIn } from "./policy.ts";

const here = { municipalityId: 1, committeeId: 10, itemId: 100 };

function actor(role: Role, grant: Partial<Grant> = {}, more: Partial<Actor> = {}): Actor {
  const grants = [{ municipalityId: 1, committeeId: null, itemId: null, role, ...grant }];
  return {
    userId: "u",
    name: "Ida Holm",
    email: "ida@example.dk",
    isOperator: false,
    isExample: false,
    grants,
    ...more,
  };
}

/** One row a role: access, audit, work, closed items. */
const table: Record<Role, [boolean, boolean, boolean, boolean]> = {
  administrator: [true, true, true, false],
  secretary: [false, false, true, true],
  writer: [false, false, true, false],
  head: [false, false, true, false],
  director: [false, false, true, true],
  mayor: [false, false, true, true],
  member: [false, false, true, true],
  substitute: [false, false, true, true],
  guest: [false, false, false, false],
  officer: [false, false, true, false],
  reader: [false, false, true, false],
};

describe.each(roles)("a person with the role %s", (role) => {
  const [access, audit, work, closed] = table[role];
  test("may in their own municipality what the table says", () => {
    const who = actor(role);
    expect([mayManageAccess(who, 1), mayReadAudit(who, 1), mayWorkIn(who, here), maySeeClosed(who, here)]).toEqual([
      access,
      audit,
      work,
      closed,
    ]);
  });
  test("may nothing in another municipality", () => {
    const who = actor(role, { municipalityId: 2 });
    expect([mayManageAccess(who, 1), mayReadAudit(who, 1), mayWorkIn(who, here), maySeeClosed(who, here)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
  test("with a role in another committee sees nothing closed in this one", () => {
    expect(maySeeClosed(actor(role, { committeeId: 11 }), here)).toBe(false);
  });
});

test("a guest sees the closed item they are named for, and no other", () => {
  const guest = actor("guest", { committeeId: 10, itemId: 100 });
  expect(maySeeClosed(guest, here)).toBe(true);
  expect(maySeeClosed(guest, { ...here, itemId: 101 })).toBe(false);
  expect(maySeeClosed(guest, { municipalityId: 1, committeeId: 10 })).toBe(false);
});

test("an operator gives access everywhere and sees nothing closed", () => {
  const operator = { ...actor("reader", { municipalityId: 9 }), isOperator: true };
  expect(mayManageAccess(operator, 1)).toBe(true);
  expect(maySeeClosed(operator, here)).toBe(false);
});

test("an anonymous reader has no role anywhere", () => {
  expect(hasRole(null, here, roles)).toBe(false);
  expect(mayManageAccess(null, 1)).toBe(false);
});

test("a role in one committee says nothing about the municipality as a whole", () => {
  expect(hasRole(actor("secretary", { committeeId: 10 }), { municipalityId: 1 }, ["secretary"])).toBe(false);
});
