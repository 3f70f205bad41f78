import { describe, expect, test } from "vitest";
import { anAgenda, anAgendaItem } from "#documents/testing.ts";
import { type Actor, type Grant, type Role, roles } from "#identity/actor.ts";
import { isSeated, mayReadItem, visibleTo } from "./policy.ts";

const here = { municipalityId: 1, committeeId: 10 };
const open = { id: 100, closed: false };
const closed = { id: 101, closed: true };

function actor(role: Role, grant: Partial<Grant> = {}): Actor {
  const grants = [{ municipalityId: 1, committeeId: 10, itemId: null, role, ...grant }];
  return { userId: "u", name: "Ida Holm", email: "ida@example.dk", isOperator: false, isExample: false, grants };
}

/** One row a role in the committee: an open item, a closed one, and whether unread agendas wait for them. */
const table: Record<Role, [boolean, boolean, boolean]> = {
  administrator: [true, false, false],
  secretary: [true, true, false],
  writer: [true, false, false],
  head: [true, false, false],
  director: [true, true, false],
  mayor: [true, true, true],
  member: [true, true, true],
  substitute: [true, true, true],
  guest: [false, false, false],
  officer: [true, false, false],
  reader: [true, false, false],
};

describe.each(roles)("a person with the role %s", (role) => {
  const may = (who: Actor) => [mayReadItem(who, here, open), mayReadItem(who, here, closed)];
  test("reads in their own committee what the table says", () => {
    const who = actor(role);
    expect([...may(who), isSeated(who, here)]).toEqual(table[role]);
  });
  test("reads nothing of another committee or municipality", () => {
    expect(may(actor(role, { committeeId: 11 }))).toEqual([false, false]);
    expect(may(actor(role, { municipalityId: 2 }))).toEqual([false, false]);
    expect(visibleTo(actor(role, { committeeId: 11 }), here, anAgenda())).toBeNull();
  });
});

test("a guest and a substitute who are named for one item read that item, and are told of no other", () => {
  const agenda = anAgenda({
    items: [anAgendaItem({ id: 100 }), anAgendaItem({ id: 101, closed: true, closedGround: "§ 10" })],
  });
  for (const role of ["guest", "substitute"] as const) {
    const visible = visibleTo(actor(role, { itemId: 101 }), here, agenda);
    expect(visible?.agenda.items.map(({ id }) => id)).toEqual([101]);
    expect(visible?.hidden).toBe(0);
  }
});

test("a reader of the committee is told how many closed items are left out, and nothing of them", () => {
  const secret = anAgendaItem({ id: 101, closed: true, title: "Salg af Strandgården", closedGround: "§ 10" });
  const visible = visibleTo(actor("reader"), here, anAgenda({ items: [anAgendaItem({ id: 100 }), secret] }));
  expect(visible?.hidden).toBe(1);
  expect(JSON.stringify(visible)).not.toContain("Strandgården");
});

test("a closed attachment of an open item is seen by those who see closed items only", () => {
  const attachment = { paperId: 1, id: 1, name: "Tilbud", closed: true, sha256: "a" };
  const agenda = anAgenda({ items: [anAgendaItem({ id: 100, attachments: [attachment] })] });
  expect(visibleTo(actor("member"), here, agenda)?.agenda.items[0]?.attachments).toHaveLength(1);
  expect(visibleTo(actor("writer"), here, agenda)?.agenda.items[0]?.attachments).toHaveLength(0);
  const named = (role: "guest" | "substitute") => visibleTo(actor(role, { itemId: 100 }), here, agenda);
  expect(named("substitute")?.agenda.items[0]?.attachments).toHaveLength(1);
  expect(named("guest")?.agenda.items[0]?.attachments).toHaveLength(0);
});

test("nobody reads without signing in", () => {
  expect(mayReadItem(null, here, open)).toBe(false);
  expect(visibleTo(null, here, anAgenda())).toBeNull();
});
