import { describe, expect, test } from "vitest";
import { correctReading } from "#archive/corrections/correct-reading.ts";
import { type Correction, withCorrection } from "#archive/corrections/correction.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import {
  type FromForm,
  headerCorrections,
  itemCorrections,
  notAnItem,
  peopleCorrections,
  startOfItem,
} from "./corrections-from-form.ts";
import { reviewView } from "./review-view.ts";
import { someMinutes, TODAY } from "./testing.ts";
import { understand } from "./understand.ts";

const TEXT = someMinutes();
const extracted = { format: "text" as const, text: TEXT, pages: null, warnings: [] };
const read = readMinutes(extracted, { file: "a.txt", sha256: "" });
const around = { municipality: "Prøvested", committees: [], today: TODAY };

/** What would be kept: values as they were read are no corrections. */
const kept = (form: FromForm): Correction[] => (form.ok ? form.corrections.reduce(withCorrection, []) : []);
const after = (corrections: Correction[]) => correctReading({ minutes: read, extracted }, corrections).minutes;

const head = {
  committee: "Teknikudvalget",
  date: "2024-05-14",
  startTime: "13:00",
  endTime: "",
  place: read.place ?? "",
};

describe("the form of the meeting", () => {
  test("sent as it stands corrects nothing", () => {
    expect(kept(headerCorrections(read, head))).toEqual([]);
  });

  test("corrects what was changed, and takes out what was emptied", () => {
    const corrections = kept(headerCorrections(read, { ...head, date: "2024-05-15", place: "" }));
    expect(after(corrections)).toMatchObject({ date: "2024-05-15", place: null, committee: "Teknikudvalget" });
    expect(corrections).toHaveLength(2);
  });

  test("names the fields that hold nothing usable, and keeps none of them", () => {
    const form = headerCorrections(read, { ...head, committee: " ", date: "2024-02-30", startTime: "25:00" });
    expect(form).toEqual({ ok: false, wrong: ["committee", "date", "startTime"] });
  });
});

describe("the form of an item", () => {
  const same = {
    number: "37",
    title: "Ny cykelsti ved åen",
    caseNumber: "24-000123",
    closed: "no",
    outcome: "approved",
  };

  test("sent as it stands corrects nothing", () => {
    expect(kept(itemCorrections(read, 1, same))).toEqual([]);
  });

  test("corrects each field that was changed", () => {
    const written = { number: "38", title: "Cykelsti", caseNumber: "", closed: "yes", outcome: "postponed" };
    const item = after(kept(itemCorrections(read, 1, written))).items[1];
    expect(item).toMatchObject({ number: "38", title: "Cykelsti", caseNumber: null, closed: true });
    expect(item?.decisions.at(-1)?.outcome).toBe("postponed");
  });

  test("of an item that is not there corrects nothing", () => {
    expect(itemCorrections(read, 9, same).ok).toBe(false);
  });

  test("makes it a part of the one above", () => {
    expect(after(kept(notAnItem(TEXT, read, 1))).items.map(({ number }) => number)).toEqual(["36"]);
    expect(notAnItem(TEXT, read, 9).ok).toBe(false);
  });
});

describe("the form of a missing item", () => {
  test("begins one at the line, with the line's own words where no title is written", () => {
    const line = TEXT.split("\n").indexOf("Stien skal gå fra broen til skolen.") + 1;
    const { items } = after(
      kept(startOfItem(TEXT, { line: String(line), newNumber: "38", newTitle: "", newClosed: "no" })),
    );
    expect(items.map(({ number, title }) => [number, title]).at(-1)).toEqual([
      "38",
      "Stien skal gå fra broen til skolen.",
    ]);
  });

  test.each(["", "0", "999", "5", "x"])("at line %j says that there are no words", (line) => {
    expect(startOfItem(TEXT, { line })).toEqual({ ok: false, wrong: ["line"] });
  });
});

describe("the form of who took part", () => {
  const rowsOf = (corrections: Correction[]) =>
    reviewView(understand({ minutes: read, extracted }, corrections, around), TEXT, corrections).people.map(
      (person) => ({
        was: person.was,
        name: person.name,
        party: person.party ?? "",
        attendance: person.attendance as string,
        substituteFor: person.substituteFor ?? "",
        remove: person.removed,
      }),
    );

  test("sent as it stands corrects nothing", () => {
    expect(kept(peopleCorrections(read, rowsOf([])))).toEqual([]);
  });

  test("changes, takes out and adds, and shows all of it the next time", () => {
    const [anna, bo, carla] = rowsOf([]) as [never, never, never];
    const added = { was: null, name: "Dines Eg", party: "F", attendance: "excused", substituteFor: "", remove: false };
    const corrections = kept(
      peopleCorrections(read, [
        { ...(anna as object), party: "B" } as never,
        { ...(bo as object), remove: true } as never,
        carla,
        added,
      ]),
    );
    expect(after(corrections).participants.map(({ name, party }) => [name, party])).toEqual([
      ["Anna Holm", "B"],
      ["Carla Dam", "C"],
      ["Dines Eg", "F"],
    ]);
    const rows = rowsOf(corrections);
    expect(rows.map(({ name, remove }) => [name, remove])).toEqual([
      ["Anna Holm", false],
      ["Bo Kjær", true],
      ["Carla Dam", false],
      ["Dines Eg", false],
    ]);
    expect(kept(peopleCorrections(read, rows))).toEqual(corrections);
  });

  test("names the line whose name is missing", () => {
    const [anna] = rowsOf([]);
    expect(peopleCorrections(read, [{ ...anna!, name: "" }])).toEqual({ ok: false, wrong: ["name-0"] });
  });
});
