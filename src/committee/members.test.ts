import { expect, it } from "vitest";
import { type MemberRow, membersOf } from "./members.ts";

function aRow(row: Partial<MemberRow>): MemberRow {
  return {
    slug: "bo-berg",
    name: "Bo Berg",
    party: "V",
    first: "2024-01-16",
    last: "2024-06-11",
    seats: 5,
    present: 4,
    substitute: 0,
    ...row,
  };
}

it("puts a person's parties together in the order of time", () => {
  const rows = [
    aRow({ party: "I", first: "2025-02-11", last: "2025-06-10", seats: 3, present: 3 }),
    aRow({}),
    aRow({ party: null, first: "2024-08-13", last: "2024-08-13", seats: 1, present: 0 }),
  ];
  expect(membersOf(rows).members).toEqual([
    {
      slug: "bo-berg",
      name: "Bo Berg",
      parties: ["V", "I"],
      first: "2024-01-16",
      last: "2025-06-10",
      seats: 9,
      present: 7,
      substitute: 0,
    },
  ]);
});

it("keeps those who only came for somebody else apart, and the latest first", () => {
  const { members, substitutes } = membersOf([
    aRow({ slug: "a", name: "Åse", last: "2023-01-01" }),
    aRow({ slug: "b", name: "Bo", last: "2024-01-01", substitute: 1 }),
    aRow({ slug: "c", name: "Carl", seats: 0, present: 0, substitute: 2 }),
  ]);
  expect(members.map(({ name }) => name)).toEqual(["Bo", "Åse"]);
  expect(substitutes.map(({ name }) => name)).toEqual(["Carl"]);
});
