import { expect, test } from "vitest";
import { type GrantInput, grantFault, grantShape, personShape } from "./grant.ts";

const today = "2026-11-23";
const grant: GrantInput = { role: "secretary", committeeId: null, untilOn: null };

test.each<[string, Partial<GrantInput>]>([
  ["a role without an end", {}],
  ["a role for one day", { untilOn: today }],
  ["a substitute in a committee for a time", { role: "substitute", committeeId: 10, untilOn: "2027-02-01" }],
  ["a guest at an item", { role: "guest", itemId: 7 }],
])("%s can be given", (_what, change) => {
  expect(grantFault({ ...grant, ...change }, today)).toBeNull();
});

test.each([
  [{ role: "substitute", untilOn: "2027-02-01" }, "committee-needed"],
  [{ role: "substitute", committeeId: 10 }, "period-needed"],
  [{ role: "guest", committeeId: 10 }, "item-needed"],
  [{ role: "member", itemId: 7 }, "item-unwanted"],
  [{ untilOn: "2026-11-22" }, "ends-before-it-begins"],
  [{ fromOn: "2027-01-02", untilOn: "2027-01-01" }, "ends-before-it-begins"],
] as const)("%j is refused: %s", (change, fault) => {
  expect(grantFault({ ...grant, ...change }, today)).toBe(fault);
});

test.each(["Ida\r\nBcc: alle@example.dk", "Ida\u0000", "<b>Ida</b>", "I", "x".repeat(101)])("%j is no name", (name) => {
  expect(personShape.safeParse({ name, email: "ida@example.dk" }).success).toBe(false);
});

test.each(["ida@example.dk\r\nBcc: alle@example.dk", "ida@example.dk, bo@example.dk", "Ida <ida@example.dk>", "ida"])(
  "%j is no address",
  (email) => {
    expect(personShape.safeParse({ name: "Ida Holm", email }).success).toBe(false);
  },
);

test("days that are not in the calendar and numbers that are none are refused", () => {
  expect(grantShape.safeParse({ ...grant, untilOn: "2026-02-30" }).success).toBe(false);
  expect(grantShape.safeParse({ ...grant, itemId: Number.NaN }).success).toBe(false);
  expect(grantShape.safeParse({ ...grant, role: "operator" }).success).toBe(false);
});
