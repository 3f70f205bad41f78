import { expect, test } from "vitest";
import { aDocument, anItem, aParticipant } from "../import/testing.ts";
import { anchorItem } from "./anchors.ts";
import { applyCorrections, ownDecision } from "./apply-corrections.ts";
import { type Correction, sumOf, withCorrection } from "./correction.ts";

const reading = aDocument().minutes;
const apply = (corrections: Correction[], to = reading) => applyCorrections(to, corrections);
const title = (number: string, was: string, to: string): Correction => ({
  kind: "item",
  item: { number, title: was, nth: 1 },
  field: "title",
  was,
  to,
});

test("a corrected date and committee are those of the meeting's own decisions, too", () => {
  const { minutes, told } = apply([
    { kind: "header", field: "date", was: "2024-05-14", to: "2024-05-15" },
    { kind: "header", field: "committee", was: "Teknikudvalget", to: "Klima- og Teknikudvalget" },
  ]);
  expect(told).toEqual([]);
  expect(minutes).toMatchObject({ date: "2024-05-15", committee: "Klima- og Teknikudvalget" });
  expect(minutes.items[0]?.decisions[0]).toMatchObject({ date: "2024-05-15", committee: "Klima- og Teknikudvalget" });
  expect(reading.date).toBe("2024-05-14");
});

test("an item keeps its corrections when a new reading gives it another number", () => {
  const item = anchorItem(reading.items, 1);
  const corrections: Correction[] = [
    { kind: "item", item, field: "closed", was: false, to: true },
    { kind: "item", item, field: "caseNumber", was: null, to: "24-000123" },
    { kind: "item", item, field: "outcome", was: "approved", to: "postponed" },
  ];
  const moved = { ...reading, items: [anItem("1"), anItem("2", { title: "Sag om emne 37" })] };
  const { minutes, told } = apply(corrections, moved);
  expect(told).toEqual([]);
  expect(minutes.items[1]).toMatchObject({ number: "2", closed: true, caseNumber: "24-000123" });
  expect(ownDecision(minutes.items[1] as never, minutes)?.outcome).toBe("postponed");
});

test("a correction of an item that is gone is told, and no other item gets it", () => {
  const correction = title("99", "Salg af grund", "Salg af en grund");
  const { minutes, told } = apply([correction]);
  expect(told).toEqual([{ correction, state: "gone" }]);
  expect(minutes).toEqual(reading);
});

test("an item of the same number and another title does not get a correction meant for the old one", () => {
  const correction = title("36", "Budgetopfølgning pr. 1. maj", "Budgetopfølgning pr. 1. juni");
  expect(apply([correction]).told).toEqual([{ correction, state: "gone" }]);
});

test("a correction holds where the reading now says a third thing, and that is told", () => {
  const correction: Correction = { kind: "header", field: "startTime", was: "12:00", to: "12:30" };
  const { minutes, told } = apply([correction]);
  expect(minutes.startTime).toBe("12:30");
  expect(told).toEqual([{ correction, state: "differs" }]);
});

test("a reading that has come to say what was corrected needs no word", () => {
  expect(apply([{ kind: "header", field: "startTime", was: "12:00", to: "13:00" }]).told).toEqual([]);
});

test("people are set right, added and taken out by their names", () => {
  const { minutes, told } = apply([
    { kind: "participant", name: "Gerda Birk Holm", to: aParticipant("Gerda Birk Holm", { party: "A" }) },
    { kind: "participant", name: "ANTON  Vestermose", to: null },
    { kind: "participant", name: null, to: aParticipant("Karla Toft", { attendance: "substitute" }) },
    { kind: "participant", name: "Ukendt Person", to: null },
  ]);
  expect(minutes.participants).toEqual([
    aParticipant("Gerda Birk Holm", { party: "A" }),
    aParticipant("Karla Toft", { attendance: "substitute" }),
  ]);
  expect(told.map(({ state, correction }) => [state, correction.kind === "participant" && correction.name])).toEqual([
    ["gone", "Ukendt Person"],
  ]);
});

test("of two corrections of one thing the later holds, and one back to what was read is none", () => {
  const first = withCorrection([], { kind: "header", field: "place", was: "Mødelokale 1", to: "Mødelokale 2" });
  const second = withCorrection(first, { kind: "header", field: "place", was: "Mødelokale 1", to: "Mødelokale 3" });
  expect(second).toHaveLength(1);
  expect(withCorrection(second, { kind: "header", field: "place", was: "Mødelokale 1", to: "Mødelokale 1" })).toEqual(
    [],
  );
});

test("the sum of corrections does not mind the order of their properties", () => {
  const one: Correction = { kind: "header", field: "place", was: null, to: "Rådhuset" };
  const other = JSON.parse('{"to":"Rådhuset","was":null,"field":"place","kind":"header"}') as Correction;
  expect(sumOf([one])).toBe(sumOf([other]));
  expect(sumOf([])).toBe("");
});
