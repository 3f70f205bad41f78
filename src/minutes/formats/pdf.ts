import type { ExtractedText, Unreadable, Warning } from "../model.ts";
import { writeBlocks, type Block } from "./blocks.ts";
import { hidesBomb, isCutShort } from "./pdf-guard.ts";
import { readDocument, type ReadPage } from "./pdf-document.ts";
import { removeFurniture } from "./pdf-furniture.ts";
import { layoutPieces } from "./pdf-layout.ts";
import { joinPieces, type Piece } from "./pdf-pieces.ts";
import { findPageStarts } from "./pdf-page-starts.ts";
import { taggedPieces } from "./pdf-tags.ts";
import { readTypography } from "./pdf-typography.ts";
import { unreadable } from "./unreadable.ts";

/** Fewer letters than this on the average page, and it is a picture of a page with a stamp on it. */
const MIN_LETTERS_PER_PAGE = 20;

/** The text of a PDF: by its tags where a page has them, by the places of the letters where it has none. */
export async function extractPdf(bytes: Uint8Array): Promise<{ ok: true; extracted: ExtractedText } | Unreadable> {
  if (isCutShort(bytes)) return unreadable("pdf-truncated");
  if (hidesBomb(bytes)) return unreadable("pdf-bomb");
  const read = await readDocument(bytes);
  if (typeof read === "string") return unreadable(read);
  const { pages } = read;
  const letters = pages.reduce((sum, page) => sum + page.letters, 0);
  const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
  if (letters < MIN_LETTERS_PER_PAGE * pages.length && pages.some((page) => page.shapes.hasImage))
    return unreadable("pdf-scanned");
  if (letters === 0) return unreadable("no-text");
  if (unknown > 0.3 * letters) return unreadable("pdf-no-letters");
  const { blocks, removed, pieces } = readBlocks(pages);
  const text = writeBlocks(blocks);
  if (text === "") return unreadable("no-text");
  const warnings = warningsOf(pages, removed, unknown);
  const pageStarts = findPageStarts(text, pieces);
  return { ok: true, extracted: { format: "pdf", text, pages: pages.length, warnings, pageStarts } };
}

function readBlocks(pages: ReadPage[]): { blocks: Block[]; removed: number; pieces: Piece[][] } {
  const typography = readTypography(pages.map((page) => page.runs));
  const { removed, head } = removeFurniture(pages, typography.bodySize);
  const pieces: Piece[][] = pages.map(
    (page) => taggedPieces(page.tree, page.runs, typography) ?? layoutPieces(page.runs, page.shapes, typography),
  );
  const blocks = joinPieces(pieces, typography.isKnown);
  return { blocks: [...head.map((text): Block => ({ kind: "paragraph", text })), ...blocks], removed, pieces };
}

function warningsOf(pages: ReadPage[], removed: number, unknown: number): Warning[] {
  const warnings: Warning[] = [];
  const say = (code: string, message: string) => warnings.push({ code, message, line: null });
  if (removed > 0) say("page-furniture", `Sidehoveder, sidefødder og sidetal er udeladt (${removed} linjer).`);
  const pictures = pages.flatMap((page, index) => (page.letters === 0 && page.shapes.hasImage ? [index + 1] : []));
  if (pictures.length > 0)
    say("pages-without-text", `Side ${pictures.join(", ")} er billeder uden tekst og er ikke læst.`);
  if (unknown > 0)
    say("unknown-letters", `${unknown} tegn kunne ikke læses, fordi skrifttypen ikke siger, hvad de er.`);
  return warnings;
}
