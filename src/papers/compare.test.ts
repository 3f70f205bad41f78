import { expect, test } from "vitest";
import { textOf } from "#rich-text/text-of.ts";
import type { RichText } from "#rich-text/model.ts";
import { comparePapers, type ComparedLine, type LineWords } from "./compare.ts";
import type { PaperContent } from "./snapshots.ts";

const text = (...blocks: [type: "paragraph" | "heading", text: string][]): RichText => ({
  type: "doc",
  content: blocks.map(([type, text]) => ({
    type,
    ...(type === "heading" && { attrs: { level: 2 } }),
    content: [{ type: "text", text }],
  })),
});
const paper = (more: Partial<PaperContent> = {}): PaperContent => ({
  reference: "26-000001",
  title: "Ny legeplads",
  committee: "Skoleudvalget",
  responsible: "Ida Holm",
  deadline: null,
  closed: false,
  closedGround: null,
  path: [{ committee: "Skoleudvalget", role: "decides", date: "2027-02-02" }],
  recommendations: [],
  sections: [{ id: 1, role: "summary", heading: "Resumé", body: text(["paragraph", "Der er 214 elever på skolen."]) }],
  attachments: [],
  ...more,
});
const words: LineWords = {
  closed: (ground) => `Lukket: ${ground}`,
  open: "Åben",
  deadline: (day) => `Frist ${day}`,
  step: ({ committee, role, date }) => `${committee} ${role} ${date}`,
  point: ({ number, text }) => `${number}. ${text}`,
  attachment: ({ name, closed }) => `${name}${closed ? " (lukket)" : ""}`,
};
const compare = (before: PaperContent, after: PaperContent) =>
  comparePapers(before, after, words, (blocks) => textOf({ type: "doc", content: blocks }).trim());
const shown = (lines: ComparedLine[] | undefined) =>
  lines?.map(({ kind, before, after }) => [
    kind,
    before?.map(({ text }) => text).join("") ?? null,
    after?.map(({ text }) => text).join("") ?? null,
  ]);

test("two versions that say the same have no change in any part", () => {
  expect(compare(paper(), paper()).map(({ changes }) => changes)).toEqual([0, 0, 0, 0, 0]);
});

test("a word that changed is told from the words around it, on both sides", () => {
  const after = paper({
    sections: [{ ...paper().sections[0]!, body: text(["paragraph", "Der er 216 elever på skolen."]) }],
  });
  const [, resume] = compare(paper(), after);
  expect(resume?.lines[0]).toEqual({
    kind: "changed",
    before: [
      { kind: "same", text: "Der er " },
      { kind: "removed", text: "214" },
      { kind: "same", text: " elever på skolen." },
    ],
    after: [
      { kind: "same", text: "Der er " },
      { kind: "added", text: "216" },
      { kind: "same", text: " elever på skolen." },
    ],
  });
});

test("headings show their words, and paragraphs that come and go stand on one side", () => {
  const section = { id: 2, role: "presentation" as const, heading: "Sagsfremstilling" };
  const before = paper({ sections: [{ ...section, body: text(["heading", "Baggrund"], ["paragraph", "Væk."]) }] });
  const after = paper({
    sections: [{ ...section, body: text(["heading", "Baggrund"], ["paragraph", "Et helt nyt afsnit."]) }],
  });
  expect(shown(compare(before, after)[1]?.lines)?.[0]).toEqual(["same", "Baggrund", "Baggrund"]);
  const gone = compare(before, paper({ sections: [] }))[1];
  expect(gone).toMatchObject({ heading: { text: "Sagsfremstilling" }, changes: 2 });
});

test("title, openness, points, path and attachments are compared line by line", () => {
  const before = paper({
    recommendations: [
      { number: 1, text: "at godkende", committee: null },
      { number: 2, text: "at bevilge 400 kr.", committee: null },
    ],
    attachments: [{ id: 1, name: "Plan", fileName: "plan.pdf", sha256: "a", closed: false }],
  });
  const after = paper({
    title: "Ny stor legeplads",
    closed: true,
    closedGround: "§ 10",
    recommendations: [{ number: 1, text: "at godkende", committee: null }],
    attachments: [{ id: 1, name: "Plan", fileName: "plan.pdf", sha256: "a", closed: true }],
  });
  const [head, , points, path, files] = compare(before, after);
  expect(shown(head?.lines)).toEqual([
    ["changed", "Ny legeplads", "Ny stor legeplads"],
    ["same", "Ida Holm", "Ida Holm"],
    ["changed", "Åben", "Lukket: § 10"],
  ]);
  expect(shown(points?.lines)).toEqual([
    ["same", "1. at godkende", "1. at godkende"],
    ["removed", "2. at bevilge 400 kr.", null],
  ]);
  expect(path?.changes).toBe(0);
  expect(shown(files?.lines)).toEqual([["changed", "Plan", "Plan (lukket)"]]);
});

test("attachments that change places are told, and none is lost", () => {
  const file = (name: string) => ({ id: 1, name, fileName: name, sha256: name, closed: false });
  const before = paper({ attachments: [file("A"), file("B"), file("C")] });
  const after = paper({ attachments: [file("C"), file("A"), file("B")] });
  const lines = shown(compare(before, after).at(-1)?.lines) ?? [];
  expect(lines.map(([, , right]) => right).filter((name) => name !== null)).toEqual(["C", "A", "B"]);
  expect(lines.some(([kind]) => kind !== "same")).toBe(true);
});
