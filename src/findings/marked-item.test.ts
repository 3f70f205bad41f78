import { expect, test } from "vitest";
import type { ItemFinding } from "./item-queries.ts";
import { claimKey, evidenceKey, markItem } from "./marked-item.ts";

const TEXT = "Punkt 1\nAnlæg 40 og drift 60 giver 110.\n\nOg 7 stemmer.\n";

function finding(position: number, words: string, more: Partial<ItemFinding> = {}): ItemFinding {
  const start = TEXT.indexOf(words);
  return {
    position,
    kind: "sum-in-prose",
    verdict: "error",
    span: { start, end: start + words.length },
    claim: words,
    stated: words,
    computed: null,
    explanation: "",
    evidence: [],
    ...more,
  };
}

const place = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, text: words });
const section = {
  position: 1,
  parent: null,
  heading: "",
  text: TEXT.slice(8, -1),
  tables: [],
  span: { start: 8, end: TEXT.length },
};

test("findings stand at their paragraph, with what they were computed from; only those worth a look are numbered", () => {
  const marked = markItem(
    TEXT,
    [section],
    [
      finding(3, "110", {
        evidence: [
          { ...place("40"), elsewhere: null },
          { ...place("60"), elsewhere: null },
        ],
      }),
      finding(4, "7", { verdict: "ok", evidence: [{ ...place("7"), elsewhere: null }] }),
    ],
  );
  expect(marked.findings.map(({ number }) => number)).toEqual([1, null]);
  const [first, second] = marked.sections[0]?.blocks ?? [];
  expect(first?.findings.map(({ position }) => position)).toEqual([3]);
  expect(
    [...(first?.lines.values() ?? [])]
      .flat()
      .map(({ key }) => key)
      .sort(),
  ).toEqual([claimKey({ position: 3 }), evidenceKey({ position: 3 }, 0), evidenceKey({ position: 3 }, 1)].sort());
  expect(second?.findings.map(({ position }) => position)).toEqual([4]);
  expect(marked.unplaced).toEqual([]);
});

test("a finding in a heading is told apart, and evidence elsewhere is not marked here", () => {
  const elsewhere = { committee: "a", committeeName: "A", date: "2024-01-01", sitting: 1, item: null };
  const marked = markItem(TEXT, [section], [finding(1, "Punkt 1", { evidence: [{ ...place("40"), elsewhere }] })]);
  expect(marked.unplaced.map(({ position }) => position)).toEqual([1]);
  expect(marked.sections[0]?.blocks.flatMap(({ lines }) => [...lines])).toEqual([]);
});
