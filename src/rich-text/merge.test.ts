import { expect, test } from "vitest";
import { mergeTexts, settle } from "./merge.ts";
import type { RichNode, RichText } from "./model.ts";
import { bullets, paragraph, richText, tableOf } from "./testing.ts";

const [one, two, three] = ["Første afsnit om veje.", "Andet afsnit om stier.", "Tredje afsnit om broer."];
const base = richText(one, two, three);

test.each<[string, RichText, RichText, RichText]>([
  [
    "of different blocks",
    richText("Første afsnit om alle veje.", two, three),
    richText(one, two, "Tredje afsnit om gamle broer."),
    richText("Første afsnit om alle veje.", two, "Tredje afsnit om gamle broer."),
  ],
  [
    "of blocks beside each other",
    richText("Første afsnit om alle veje.", two, three),
    richText(one, "Andet afsnit om nye stier.", three),
    richText("Første afsnit om alle veje.", "Andet afsnit om nye stier.", three),
  ],
  [
    "of a block, and a new one after it",
    richText(one, "Andet afsnit om nye stier.", three),
    richText(one, two, "Nyt", three),
    richText(one, "Andet afsnit om nye stier.", "Nyt", three),
  ],
  [
    "of a block, and the next one gone",
    richText("Første afsnit om alle veje.", two, three),
    richText(one, three),
    richText("Første afsnit om alle veje.", three),
  ],
  ["that are the same", richText(one, "Nyt", three), richText(one, "Nyt", three), richText(one, "Nyt", three)],
  [
    "at both ends",
    richText("Forord", one, two, three),
    richText(one, two, three, "Efterord"),
    richText("Forord", one, two, three, "Efterord"),
  ],
  ["of one alone", base, richText(three, one), richText(three, one)],
])("changes %s go together by themselves", (_, mine, theirs, merged) => {
  expect(mergeTexts(base, mine, theirs)).toMatchObject({ ok: true, text: merged });
  expect(mergeTexts(base, theirs, mine)).toMatchObject({ ok: true, text: merged });
});

test("two items of a list, and two cells of a table, go together", () => {
  const list = (a: string, b: string) => richText(bullets(a, b));
  expect(
    mergeTexts(list("løn", "drift"), list("løn og pension", "drift"), list("løn", "drift og anlæg")),
  ).toMatchObject({
    ok: true,
    text: list("løn og pension", "drift og anlæg"),
  });
  const table = (a: string, b: string, ...more: string[][]) => richText(tableOf(["Post", "Kr."], [a, b], ...more));
  expect(mergeTexts(table("El", "?"), table("El og gas", "?"), table("El", "12"))).toMatchObject({
    ok: true,
    text: table("El og gas", "12"),
  });
  expect(mergeTexts(table("El", "?"), table("El", "?", ["Vand", "8"]), table("El", "12"))).toMatchObject({
    ok: true,
    text: table("El", "12", ["Vand", "8"]),
  });
});

test("a table that grew wider for one and longer for the other is for somebody to choose", () => {
  const wide = richText(tableOf(["Post", "Kr.", "År"], ["El", "12", "2026"]));
  const long = richText(tableOf(["Post", "Kr."], ["El", "12"], ["Vand", "8"]));
  expect(mergeTexts(richText(tableOf(["Post", "Kr."], ["El", "12"])), wide, long).ok).toBe(false);
});

test("where both changed a block both are shown, and the rest is settled", () => {
  const mine = richText("Første afsnit om alle veje.", two, "Tredje afsnit om broer og tunneler.");
  const theirs = richText(one, "Andet afsnit om nye stier.", "Tredje afsnit om gamle broer.");
  const merged = mergeTexts(base, mine, theirs);
  expect(merged).toEqual({
    ok: false,
    theirChanges: 2,
    parts: [
      { kind: "settled", blocks: [paragraph("Første afsnit om alle veje."), paragraph("Andet afsnit om nye stier.")] },
      {
        kind: "conflict",
        base: [paragraph(three)],
        mine: [paragraph("Tredje afsnit om broer og tunneler.")],
        theirs: [paragraph("Tredje afsnit om gamle broer.")],
      },
    ],
  });
  if (merged.ok) return;
  const start = ["Første afsnit om alle veje.", "Andet afsnit om nye stier."];
  expect(settle(merged.parts, ["mine"])).toEqual(richText(...start, "Tredje afsnit om broer og tunneler."));
  expect(settle(merged.parts, ["theirs"])).toEqual(richText(...start, "Tredje afsnit om gamle broer."));
  expect(settle(merged.parts, [])).toEqual(
    richText(...start, "Tredje afsnit om broer og tunneler.", "Tredje afsnit om gamle broer."),
  );
  expect(settle(merged.parts, [[paragraph("Tredje afsnit.")]])).toEqual(richText(...start, "Tredje afsnit."));
});

test("a block that one took away and the other changed is for somebody to choose", () => {
  const merged = mergeTexts(base, richText(one, three), richText(one, "Andet afsnit om nye stier.", three));
  expect(merged).toMatchObject({
    ok: false,
    parts: [{}, { kind: "conflict", mine: [], theirs: [paragraph("Andet afsnit om nye stier.")] }, {}],
  });
});

test("a text emptied is an empty paragraph", () => {
  const empty: RichNode[] = [{ type: "paragraph" }];
  expect(mergeTexts(base, { type: "doc", content: empty }, base)).toMatchObject({ ok: true, text: { content: empty } });
});

test("texts are the same in whatever order the database gives their parts back", () => {
  const reordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reordered);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, part]) => [name, reordered(part)]),
    );
  };
  const kept = reordered(richText(one, two, tableOf(["a"], ["b"]))) as RichText;
  const mine = richText(one, "Andet afsnit om nye stier.", tableOf(["a"], ["b"]));
  expect(mergeTexts(kept, mine, kept)).toMatchObject({ ok: true, text: mine, theirChanges: 0 });
});
