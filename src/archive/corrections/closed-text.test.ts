import { expect, test } from "vitest";
import { aDocument, anItem } from "../import/testing.ts";
import { hasClosedText, heldBack } from "./closed-text.ts";
import type { Correction } from "./correction.ts";

const LONG = "Sælgeren kræver 4,2 mio. kr. for arealet, og forvaltningen kan højst anbefale 3,8 mio. kr. ".repeat(3);
const section = (role: "presentation" | "decision" | "attachments" | "other", text: string) => ({
  heading: "",
  role,
  text,
  span: { start: 0, end: 0 },
  tables: [],
  sections: [],
});
const closed = (...sections: ReturnType<typeof section>[]) => anItem("7", { closed: true, sections });
const reading = (...items: ReturnType<typeof closed>[]) => {
  const { minutes } = aDocument();
  const read = { ...minutes, items };
  return { read, minutes: read, told: [] };
};

test("a closed item with its title, a short decision and names of attachments is as it is published", () => {
  expect(hasClosedText(closed())).toBe(false);
  expect(hasClosedText(closed(section("decision", "Udvalget godkendte beslutningsprotokollen.")))).toBe(false);
  expect(hasClosedText(closed(section("other", "Punktet behandles for lukkede døre, jf. styrelseslovens § 10.")))).toBe(
    false,
  );
  expect(hasClosedText(closed(section("attachments", LONG)))).toBe(false);
});

test("a closed item with what was written for the meeting has text, also below another section", () => {
  expect(hasClosedText(closed(section("presentation", LONG)))).toBe(true);
  expect(hasClosedText(closed(section("decision", LONG.repeat(2))))).toBe(true);
  expect(hasClosedText(closed({ ...section("other", ""), sections: [section("presentation", LONG)] as never }))).toBe(
    true,
  );
  expect(hasClosedText({ ...closed(section("presentation", LONG)), closed: false })).toBe(false);
});

test("an item is let go when somebody says that its text is published, and no other one with it", () => {
  const text = section("presentation", LONG);
  const of = reading(closed(text), { ...closed(text), number: "8", title: "Salg af gården" });
  const item = { number: "8", title: "Salg af gården", nth: 1 };
  const published: Correction = { kind: "public-text", item };
  expect(heldBack(of, []).map(({ number }) => number)).toEqual(["7", "8"]);
  expect(heldBack(of, [published]).map(({ number }) => number)).toEqual(["7"]);
});
