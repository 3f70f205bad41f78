import { expect, test } from "vitest";
import { planItems, type StoredItem } from "./plan-items.ts";

const stored = (id: number, number: string | null, more: Partial<StoredItem> = {}): StoredItem => ({
  id,
  number,
  titleKey: `titel ${number ?? id}`,
  slug: number ?? `punkt-${id}`,
  documentId: 1,
  documentKind: "minutes",
  ...more,
});
const item = (number: string | null, titleKey = `titel ${number}`, slug = number ?? "punkt-1") => ({
  number,
  titleKey,
  slug,
});

test("an item that is there again keeps its number, also with another title", () => {
  const plan = planItems({ kind: "minutes", documentId: 1, items: [item("36", "ny titel"), item("38")] }, [
    stored(360, "36"),
    stored(370, "37"),
  ]);
  expect(plan).toEqual({ remove: [360, 370], ids: [360, "new"], slugs: ["36", "38"] });
});

test("a further document leaves the items of the others alone", () => {
  const plan = planItems({ kind: "minutes", documentId: null, items: [item("37")] }, [stored(360, "36")]);
  expect(plan).toEqual({ remove: [], ids: ["new"], slugs: ["37"] });
});

test("a numberless item whose title was changed is known by its place", () => {
  const plan = planItems({ kind: "minutes", documentId: 1, items: [item(null, "ny titel")] }, [
    stored(7, null, { slug: "punkt-1" }),
  ]);
  expect(plan.ids).toEqual([7]);
});

test("numberless items of two documents get different addresses", () => {
  const plan = planItems({ kind: "minutes", documentId: null, items: [item(null, "andet")] }, [
    stored(7, null, { slug: "punkt-1" }),
  ]);
  expect(plan.slugs).toEqual(["punkt-1-2"]);
});

test("minutes take the place of the agenda, with an item that was only on the agenda", () => {
  const agenda = { documentId: 9, documentKind: "agenda" as const };
  const plan = planItems({ kind: "minutes", documentId: null, items: [item("36"), item("37")] }, [
    stored(360, "36", agenda),
    stored(370, "37", agenda),
    stored(380, "38", agenda),
  ]);
  expect(plan).toEqual({ remove: [360, 370, 380], ids: [360, 370], slugs: ["36", "37"] });
});

test("the minutes of one item take only that item's place on the agenda", () => {
  const agenda = { documentId: 9, documentKind: "agenda" as const };
  const plan = planItems({ kind: "minutes", documentId: null, items: [item("36")] }, [
    stored(360, "36", agenda),
    stored(370, "37", agenda),
    stored(380, "38", agenda),
  ]);
  expect(plan.remove).toEqual([360]);
});

test("an agenda that comes after its minutes changes no item", () => {
  const plan = planItems({ kind: "agenda", documentId: null, items: [item("36"), item("37")] }, [stored(360, "36")]);
  expect(plan).toMatchObject({ remove: [], ids: [null, null] });
});
