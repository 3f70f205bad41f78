import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anAgenda, anAgendaItem, richText } from "#documents/testing.ts";
import type { AgendaItem } from "#documents/model.ts";
import { itemChange, meetingChanges } from "./changes.ts";

const section = (text: string): AgendaItem["sections"][number] => ({
  role: "presentation",
  heading: "Sagsfremstilling",
  body: richText(...text.split("\n")),
});
const item = (text: string, over: Partial<AgendaItem> = {}) =>
  anAgendaItem({ id: 7, sections: [section(text)], ...over });

describe("an item in a later dispatch", () => {
  test("that is as it was has no change", () => {
    expect(itemChange(item("Alt er som før."), item("Alt er som før."))).toBeNull();
  });

  test("that was not there is new", () => {
    expect(itemChange(null, item("Ny sag"))?.kind).toBe("added");
  });

  test("that is withdrawn says so once, and never to those who did not know it", () => {
    const gone = item("Sagen", { withdrawn: { with: 1, reason: "Trukket tilbage" } });
    expect(itemChange(item("Sagen"), gone)?.kind).toBe("withdrawn");
    expect(itemChange(gone, gone)).toBeNull();
    expect(itemChange(null, gone)).toBeNull();
  });

  test("shows its changed text word by word, and only where it is changed", () => {
    const change = itemChange(
      item("Første afsnit står fast.\nDet koster 3,9 mio. kr. i alt.\nTredje afsnit står fast."),
      item("Første afsnit står fast.\nDet koster 4,2 mio. kr. i alt.\nTredje afsnit står fast."),
    );
    const [text] = change?.texts ?? [];
    expect(text?.places).toHaveLength(1);
    expect(text?.places[0]?.filter(({ kind }) => kind !== "same").map(({ kind, text }) => [kind, text])).toEqual([
      ["removed", "3,9"],
      ["added", "4,2"],
    ]);
  });

  test("tells of title, time, guests, reason to close, and attachments by name", () => {
    const attachment = { paperId: 1, id: 1, name: "Tilbud", closed: false, sha256: "a" };
    const change = itemChange(
      item("Sagen", { attachments: [attachment, { ...attachment, id: 2, name: "Kort" }] }),
      item("Sagen", {
        title: "Ny overskrift",
        closed: true,
        closedGround: "§ 10: pris",
        startsAt: "15:00",
        guests: [{ name: "Ida Holm", from: "15:00", until: null }],
        attachments: [
          { ...attachment, sha256: "b" },
          { ...attachment, id: 3, name: "Skema" },
        ],
      }),
    );
    expect(change?.facts.map(({ fact, after }) => [fact, after])).toEqual([
      ["title", "Ny overskrift"],
      ["closed", "§ 10: pris"],
      ["time", "15:00"],
      ["guests", "Ida Holm (15:00)"],
    ]);
    expect(change?.attachments).toEqual({ added: ["Skema"], removed: ["Kort"], replaced: ["Tilbud"] });
  });

  test("whose section is gone shows what it said", () => {
    const change = itemChange(item("Et afsnit, der tages ud."), item("", { sections: [] }));
    expect(change?.texts[0]?.places[0]).toEqual([{ kind: "removed", text: "Et afsnit, der tages ud." }]);
  });
});

test("a changed text can be put together from its words, both as it was and as it is", () => {
  const texts = fc.array(fc.constantFrom("udgifter", "falder", "stiger", "i 2027", "ikke", "meget"), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const change = itemChange(item(before.join(" ")), item(after.join(" ")));
      const words = change?.texts[0]?.places.flat() ?? [{ kind: "same", text: after.join(" ") }];
      const join = (without: string) => words.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");
      expect(join("added")).toBe(before.join(" "));
      expect(join("removed")).toBe(after.join(" "));
      for (const { from, to } of change?.texts[0]?.added ?? []) expect(after.join(" ").slice(from, to)).not.toBe("");
    }),
  );
});

test("a meeting that is moved to another room says from where to where", () => {
  expect(meetingChanges(anAgenda(), anAgenda({ place: "Biblioteket" }))).toEqual([
    { fact: "place", before: anAgenda().place, after: "Biblioteket" },
  ]);
});
