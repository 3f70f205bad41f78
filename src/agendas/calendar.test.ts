import { expect, test } from "vitest";
import { calendarFile } from "./calendar.ts";

const meeting = {
  id: 7,
  committee: { slug: "skoleudvalget", name: "Skoleudvalget" },
  date: "2027-02-02",
  start: "13:00",
  end: null,
  startsAt: new Date("2027-02-02T12:00:00Z"),
  endsAt: new Date("2027-02-02T14:30:00Z"),
  place: "Rådhuset, lokale 3; 1. sal",
  extraordinary: false,
  movedFrom: null,
  cancelled: false,
  reason: null,
  version: 1,
};
const where = {
  home: "https://moeder.example.dk",
  municipality: "birkeby",
  address: (slug: string) => `/birkeby/udvalg/${slug}/plan`,
};
const lines = (text: string) => text.replace(/\r\n /g, "").split("\r\n");

test("a calendar holds each meeting with its time in UTC, its place and where to read on", () => {
  const file = lines(calendarFile("Skoleudvalget", [meeting], where));
  expect(file).toEqual(
    expect.arrayContaining([
      "BEGIN:VCALENDAR",
      "UID:birkeby-7@moeder.example.dk",
      "DTSTART:20270202T120000Z",
      "DTEND:20270202T143000Z",
      "SUMMARY:Skoleudvalget",
      "LOCATION:Rådhuset\\, lokale 3\\; 1. sal",
      "STATUS:CONFIRMED",
      "URL;VALUE=URI:https://moeder.example.dk/birkeby/udvalg/skoleudvalget/plan",
    ]),
  );
});

test("a cancelled meeting keeps its identity, says so, and counts as newer", () => {
  const cancelled = { ...meeting, cancelled: true, reason: "For få punkter", version: 3 };
  const file = lines(calendarFile("Skoleudvalget", [cancelled], where));
  expect(file).toEqual(
    expect.arrayContaining([
      "UID:birkeby-7@moeder.example.dk",
      "SEQUENCE:3",
      "STATUS:CANCELLED",
      "SUMMARY:Aflyst: Skoleudvalget",
      "DESCRIPTION:For få punkter",
    ]),
  );
});

test("no line is longer than calendars may read", () => {
  const long = { ...meeting, place: "Æblehaven ".repeat(40), extraordinary: true };
  for (const line of calendarFile("Skoleudvalget", [long], where).split("\r\n"))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
