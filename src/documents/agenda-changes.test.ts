import { expect, test } from "vitest";
import { allChanges, changesBetween } from "./agenda-changes.ts";
import type { AgendaDocument, AgendaItem } from "./model.ts";
import { anAgenda, anAgendaItem, richText } from "./testing.ts";

const withItem = (agenda: AgendaDocument, id: number, over: Partial<AgendaItem>): AgendaDocument => ({
  ...agenda,
  dispatchNumber: agenda.dispatchNumber + 1,
  items: agenda.items.map((item) => (item.id === id ? { ...item, ...over } : item)),
});

test("nothing has changed in an agenda that came back from the database with its properties in another order", () => {
  const before = anAgenda();
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, one]) => [key, turned(one)]),
    );
  };
  expect(changesBetween(before, turned(before) as AgendaDocument)).toEqual([]);
});

test("a paper's changed section and attachments are named, a new and a withdrawn item are told", () => {
  const before = anAgenda();
  const sections = before.items[1]?.sections.map((section) =>
    section.role === "economy" ? { ...section, body: richText("Planen koster 5 mio. kr.") } : section,
  );
  const changed = withItem(before, 2, { sections: sections ?? [], attachments: [] });
  const after = withItem({ ...changed, items: [...changed.items, anAgendaItem({ id: 9, number: 39 })] }, 3, {
    withdrawn: { with: 2, reason: "Udsat." },
  });
  expect(allChanges([before, changed, after])).toEqual([
    { id: 2, with: 1, kind: "changed", parts: ["bilag", "Økonomi"] },
    { id: 3, with: 2, kind: "withdrawn", parts: [] },
    { id: 9, with: 2, kind: "new", parts: [] },
  ]);
});

test("an item that was withdrawn before is not told again", () => {
  const before = withItem(anAgenda(), 3, { withdrawn: { with: 1, reason: "Udsat." } });
  expect(changesBetween(before, { ...before, dispatchNumber: 2 })).toEqual([]);
});
