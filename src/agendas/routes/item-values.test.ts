import { describe, expect, test } from "vitest";
import { readItem, valuesOf } from "./item-values.ts";

const numbers = new Map([
  [118, 79],
  [119, 80],
]);
const gorm = { userId: "gorm", name: "Gorm Gæst", email: "gorm@eksempel.example" };
const form = { numbers, people: [gorm] };
const typed = { title: "Rundvisning", place: "middle", closed: "no" };
const errors = (values: Record<string, string>) => {
  const read = readItem({ ...typed, ...values }, form, "da");
  return read.ok ? [] : Object.keys(read.errors);
};

describe("the form of an item", () => {
  test("takes times as they are written, people from the list and references by number", () => {
    const values = {
      ...typed,
      text: "Se [punkt 80].",
      startsAt: "9.15",
      minutes: "20",
      "guest-0": "Gorm Gæst (gorm@eksempel.example)",
      "guest-from-0": "09:15",
      "guest-3": "Berit Birk",
      "guest-email-3": "berit@example.dk",
      "guest-language-3": "en",
    };
    expect(readItem(values, form, "da")).toMatchObject({
      ok: true,
      input: {
        text: "Se [punkt:119].",
        startsAt: "09:15",
        minutes: 20,
        guests: [
          { name: "Gorm Gæst", userId: "gorm", email: null, language: "da", from: "09:15", until: null },
          { name: "Berit Birk", userId: null, email: "berit@example.dk", language: "en", from: null, until: null },
        ],
      },
    });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["no heading", { title: "" }, ["title"]],
    ["a heading of 301 characters", { title: "x".repeat(301) }, ["title"]],
    ["a reference to no item", { text: "Se [punkt 12]." }, ["text"]],
    ["a time that is none", { startsAt: "25:00" }, ["startsAt"]],
    ["minutes in words", { minutes: "tyve" }, ["minutes"]],
    ["no minutes at all", { minutes: "0" }, ["minutes"]],
    ["half minutes", { minutes: "1.5" }, ["minutes"]],
    ["closed without a ground", { closed: "yes" }, ["closedGround"]],
    ["a place there is not", { place: "loftet" }, ["place"]],
    ["a reason too short to be one", { lateReason: "ja" }, ["lateReason"]],
    [
      "a guest who leaves before coming",
      { "guest-1": "A", "guest-from-1": "10:00", "guest-until-1": "09:00" },
      ["guest-until-1"],
    ],
    ["a guest at no time of day", { "guest-2": "A", "guest-from-2": "kl. 10" }, ["guest-from-2"]],
    ["an address that is none", { "guest-1": "A", "guest-email-1": "berit" }, ["guest-email-1"]],
    ["two addresses in one", { "guest-1": "A", "guest-email-1": "a@example.dk, b@example.dk" }, ["guest-email-1"]],
    [
      "an address with a header in it",
      { "guest-1": "A", "guest-email-1": "a@example.dk\nBcc: b@example.dk" },
      ["guest-email-1"],
    ],
    ["an address and no name", { "guest-1": "", "guest-email-1": "a@example.dk" }, ["guest-1"]],
    ["a name of two lines", { "guest-1": "A\nBcc: b@example.dk" }, ["guest-1"]],
    ["a language there is not", { "guest-1": "A", "guest-language-1": "tlh" }, ["guest-language-1"]],
    ["a name too long", { "guest-0": "A".repeat(121) }, ["guest-0"]],
    ["too many guests", Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`guest-${n}`, "A"])), ["guest-0"]],
    ["all in order", { lateReason: "Fristen fra ministeriet" }, []],
  ])("with %s", (_what, values, wrong) => {
    expect(errors(values)).toEqual(wrong);
  });

  test("shows an item as it would be typed", () => {
    const item = {
      id: 118,
      number: 79,
      kind: "note" as const,
      title: "Rundvisning",
      text: "Se [punkt 80].",
      place: "middle" as const,
      closed: false,
      closedGround: null,
      paperClosed: false,
      startsAt: "09:15",
      minutes: 20,
      lateReason: null,
      guests: [
        {
          name: "Gorm Gæst",
          userId: "gorm",
          email: "gg@example.dk",
          language: "en" as const,
          from: null,
          until: "10:00",
        },
      ],
    };
    const values = valuesOf(item, form.people);
    const read = readItem(values, form, "da");
    expect(read).toMatchObject({
      ok: true,
      input: { startsAt: "09:15", guests: [{ userId: "gorm", until: "10:00" }] },
    });
  });
});
