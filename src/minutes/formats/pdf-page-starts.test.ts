import { expect, test } from "vitest";
import { writePdf } from "../../../tests/support/pdf.ts";
import { extractPdf } from "./pdf.ts";
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

test("a PDF says where in its text its pages begin", async () => {
  const page = (...lines: string[]) => ({ texts: lines.map((text, at) => ({ text, x: 60, y: 760 - at * 26 })) });
  const first = page("REFERAT Teknikudvalget", "Punkt 36: Godkendelse af dagsorden", "Beslutning", "Godkendt.");
  const second = page("Punkt 37: Ny cykelsti", "Stien skal gå fra broen til skolen.", "Beslutning", "Udsat.");
  const read = await extractPdf(writePdf([first, second]));
  const { text, pageStarts = [] } = read.ok ? read.extracted : { text: "" };
  expect(pageStarts).toHaveLength(2);
  expect(text.slice(pageStarts[1])).toMatch(/^Punkt 37/);
});
