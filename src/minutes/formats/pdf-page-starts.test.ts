import { expect, test } from "vitest";
import { findPageStarts } from "./pdf-page-starts.ts";
import { aPiece, type Piece } from "./pdf-pieces.ts";

const page = (...texts: string[]): Piece[] => texts.map((text) => aPiece({ kind: "paragraph", text }));

test("a page begins where its first words stand, also when they stood before", () => {
  const text = "Beslutning\n\nGodkendt.\n\nSagen udsættes til næste møde.\n\nBeslutning\n\nUdsat.\n";
  const pages = [page("Beslutning", "Godkendt.", "Sagen udsættes til næste møde."), page("Beslutning", "Udsat.")];
  expect(findPageStarts(text, pages)).toEqual([0, text.lastIndexOf("Beslutning")]);
});

test("the marks of a heading belong to its page", () => {
  const text = "Første side.\n\n## Anden side\n\nTekst.\n";
  const second: Piece[] = [aPiece({ kind: "heading", level: 2, text: "Anden side" })];
  expect(findPageStarts(text, [page("Første side."), second])).toEqual([0, text.indexOf("##")]);
});

test("pages whose first words were joined to those before begin by their length, in order and within the text", () => {
  const text = "En sætning der fortsætter på den næste side uden afbrydelse.\n";
  const starts = findPageStarts(text, [page("En sætning der fort-"), page("sætter på den"), [], page("næste side")]);
  expect(starts[0]).toBe(0);
  expect(starts).toEqual([...starts].sort((left, right) => left - right));
  expect(Math.max(...starts)).toBeLessThanOrEqual(text.length);
});
