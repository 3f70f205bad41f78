import { expect, test } from "vitest";
import { usualStandingItems } from "#agendas/standing-items.ts";
import { readStanding, standingValues } from "./standing-form.ts";

test("what is shown and sent again unchanged is the same", () => {
  expect(readStanding(standingValues(usualStandingItems), "da")).toEqual({ ok: true, items: usualStandingItems });
});

test("a row without a heading is left out, and rows stand by their place and order", () => {
  const values = {
    ...standingValues(usualStandingItems),
    "title-1": "",
    "title-3": "Spørgetid",
    "place-3": "first",
    "order-3": "0",
  };
  const read = readStanding({ ...values, "order-0": "2", "order-3": "1" }, "da");
  expect(read.ok && read.items.map(({ title }) => title)).toEqual([
    "Spørgetid",
    "Godkendelse af dagsorden",
    "Underskriftsark",
  ]);
});

test("a closed item asks for its ground at its own field", () => {
  const read = readStanding({ ...standingValues(usualStandingItems), "closed-2": "yes" }, "da");
  expect(!read.ok && Object.keys(read.errors)).toEqual(["ground-2"]);
});

test("more items than there can be are told, and none is lost", () => {
  const values = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`title-${n}`, `Punkt ${n}`]));
  const places = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`place-${n}`, "last"]));
  expect(readStanding({ ...values, ...places }, "da").ok).toBe(false);
});
