import { expect, test } from "vitest";
import { choosePlace, type StoredDocument } from "./place.ts";

const key = (number: string) => ({ number, titleKey: `punkt ${number}` });
const sittings = [{ id: 1, sitting: 1, startTime: "13:00:00" }];
const minutes: StoredDocument = {
  id: 10,
  meetingId: 1,
  kind: "minutes",
  revision: 2,
  shas: ["old", "new"],
  items: ["36", "37", "38"].map(key),
};
const incoming = (numbers: string[], more = {}) => ({
  kind: "minutes" as const,
  sha256: "fresh",
  startTime: "13:00",
  items: numbers.map(key),
  ...more,
});

test("a file that any revision came from changes nothing", () => {
  expect(choosePlace(incoming(["99"], { sha256: "old" }), sittings, [minutes]).unchanged).toBe(true);
});

test("a document that shares items is a new revision", () => {
  expect(choosePlace(incoming(["38", "39"]), sittings, [minutes])).toEqual({
    meetingId: 1,
    document: minutes,
    unchanged: false,
  });
});

test("of two documents the one that shares most is revised", () => {
  const page = { ...minutes, id: 11, items: [key("37")] };
  expect(choosePlace(incoming(["37"]), sittings, [minutes, page]).document?.id).toBe(11);
});

test("other items of the same hour are a further document, also when no hour is printed", () => {
  for (const startTime of ["13:00", null])
    expect(choosePlace(incoming(["50"], { startTime }), sittings, [minutes])).toMatchObject({
      meetingId: 1,
      document: null,
    });
});

test("other items at another hour are a further sitting", () => {
  expect(choosePlace(incoming(["50"], { startTime: "19:00" }), sittings, [minutes]).meetingId).toBeNull();
});

test("minutes beside their agenda are a document of their own in the same meeting", () => {
  const agenda = { ...minutes, kind: "agenda" as const };
  expect(choosePlace(incoming(["36"], { startTime: "14:30" }), sittings, [agenda])).toMatchObject({
    meetingId: 1,
    document: null,
  });
});
