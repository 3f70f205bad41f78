import { expect, test } from "vitest";
import type { Item, Section } from "#minutes/model.ts";
import { caseKey } from "./case-key.ts";
import { searchRow, sectionRoles } from "./index-item.ts";
import { stem } from "./stem.ts";
import { pairText, Place, termKey } from "./term-key.ts";

const span = { start: 0, end: 0 };

function section(more: Partial<Section>): Section {
  return { heading: "", role: "presentation", text: "", tables: [], sections: [], span, ...more };
}

function anItem(more: Partial<Item>): Item {
  return {
    number: "12",
    title: "Klagestatistik 2024",
    caseNumber: null,
    closed: false,
    attachments: [],
    sections: [],
    treatment: [],
    recommendations: [],
    decisions: [],
    references: [],
    commitments: [],
    span,
    ...more,
  };
}

const rowOf = (item: Item) => searchRow(item, new Set());

/** The place a word has in the row; undefined when it is not there. */
function placeOf(item: Item, key: number): number | undefined {
  const { terms, termCount } = rowOf(item);
  const view = new DataView(terms.buffer);
  const keys = Array.from({ length: termCount }, (_, at) => Number(view.getBigInt64(at * 12 + 4)));
  return Object.values(Place).find((place) => keys.includes(key + place));
}

const word = (text: string) => termKey(stem(text));

test("a word counts for the best place it stands in", () => {
  const item = anItem({
    sections: [
      section({ heading: "Økonomi", text: "Budgettet og klagerne omtales." }),
      section({ role: "decision", text: "Udsat til næste møde. Budgettet revideres." }),
    ],
  });
  expect(placeOf(item, word("klagestatistik"))).toBe(Place.title);
  expect(placeOf(item, word("klage"))).toBe(Place.titlePart);
  expect(placeOf(item, word("budget"))).toBe(Place.decision);
  expect(placeOf(item, word("økonomi"))).toBe(Place.topic);
  expect(placeOf(item, word("omtale"))).toBe(Place.word);
  expect(placeOf(item, word("vinter"))).toBeUndefined();
});

test("what is said three times is what the item is about", () => {
  const once = anItem({ sections: [section({ text: "En skole. To ting." })] });
  const often = anItem({ sections: [section({ text: "Skolen, skolerne og en skole." })] });
  expect(placeOf(once, word("skole"))).toBe(Place.word);
  expect(placeOf(often, word("skole"))).toBe(Place.topic);
});

test("the item's own case number weighs more than one it mentions", () => {
  const item = anItem({ caseNumber: "24-002766", sections: [section({ text: "Se også sag 23-000017." })] });
  expect(placeOf(item, termKey(caseKey("24/2766")))).toBe(Place.title);
  expect(placeOf(item, termKey(caseKey("23-17")))).toBe(Place.word);
});

test("words side by side in the title are kept together", () => {
  expect(placeOf(anItem({ title: "Ny skolestruktur" }), termKey(pairText(stem("ny"), stem("skolestruktur"))))).toBe(
    Place.title,
  );
});

test("decisions count once, whether they stand in a section or not", () => {
  const decision = {
    committee: null,
    date: null,
    outcome: "approved",
    absent: [],
    substitutes: [],
    parts: [],
    dissents: [],
  };
  const item = anItem({ decisions: [{ ...decision, outcome: "approved", text: "Vedtaget enstemmigt." }] });
  expect(placeOf(item, word("enstemmigt"))).toBe(Place.decision);
});

test("the sections are there as bits, and numbers are no words to mend with", () => {
  const words = new Set<string>();
  const row = searchRow(anItem({ sections: [section({ role: "economy", text: "936.000 kroner" })] }), words);
  expect(row.sections).toBe(1 << sectionRoles.indexOf("economy"));
  expect([...words]).toEqual(["klagestatistik", "kroner"]);
});

test("the same item gives the same row", () => {
  const item = anItem({ sections: [section({ text: "Sygedagpengeområdet og lokalplanforslaget." })] });
  expect(rowOf(item)).toEqual(rowOf(item));
});
