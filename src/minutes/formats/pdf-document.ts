import type { PdfPage } from "./pdf-furniture.ts";
import { readRuns } from "./pdf-runs.ts";
import { readShapes, type Shapes } from "./pdf-shapes.ts";
import { readTree, type Tag } from "./pdf-tree.ts";
import { dropPdfium, loadPdfium, type Pdfium } from "./pdfium.ts";
import type { UnreadableCode } from "./unreadable.ts";

export type ReadPage = PdfPage & { tree: Tag[]; letters: number; unknown: number; shapes: Shapes };

const MAX_PAGES = 5000;
/** Pieces of text on one page. PDFium takes a time that grows with their square; a piece a letter makes 5,000. */
const MAX_TEXTS = 40_000;
const MAX_LETTERS = 20_000_000;
const MAX_MILLISECONDS = 60_000;

/** Above this the instance is let go when the document is read: its memory never shrinks by itself. */
const MAX_MEMORY = 512 * 1024 * 1024;

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY. */
const LOCKED = new Set([4, 5]);

/** Reads every page; a code where that cannot be done. */
export async function readDocument(bytes: Uint8Array): Promise<{ pages: ReadPage[] } | UnreadableCode> {
  const pdfium = await loadPdfium();
  try {
    const read = readPages(pdfium, bytes);
    if (pdfium.memory.buffer.byteLength > MAX_MEMORY) dropPdfium();
    return read;
  } catch (error) {
    // PDFium ran out of memory or into a broken document; the instance is not to be trusted any more.
    dropPdfium();
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return "pdf-damaged";
    throw error;
  }
}

function readPages(pdfium: Pdfium, bytes: Uint8Array): { pages: ReadPage[] } | UnreadableCode {
  const at = pdfium.malloc(bytes.length);
  if (at === 0) return "pdf-too-complex";
  new Uint8Array(pdfium.memory.buffer).set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document === 0) {
    const locked = LOCKED.has(pdfium.FPDF_GetLastError());
    pdfium.free(at);
    return locked ? "pdf-password" : "pdf-damaged";
  }
  const read = readAll(pdfium, document);
  pdfium.FPDF_CloseDocument(document);
  pdfium.free(at);
  return read;
}

function readAll(pdfium: Pdfium, document: number): { pages: ReadPage[] } | UnreadableCode {
  const count = pdfium.FPDF_GetPageCount(document);
  if (count === 0) return "pdf-damaged";
  if (count > MAX_PAGES) return "pdf-too-complex";
  const until = performance.now() + MAX_MILLISECONDS;
  const fonts = new Map<number, boolean>();
  const pages: ReadPage[] = [];
  let letters = 0;
  let broken = 0;
  for (let index = 0; index < count; index++) {
    const page = readPage(pdfium, document, index, fonts);
    if (page === "too-complex") return "pdf-too-complex";
    if (page) pages.push(page);
    else broken++;
    letters += page?.letters ?? 0;
    if (letters > MAX_LETTERS || performance.now() > until) return "pdf-too-complex";
  }
  return broken > 0 ? "pdf-damaged" : { pages };
}

function readPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  fonts: Map<number, boolean>,
): ReadPage | "too-complex" | null {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const shapes = readShapes(pdfium, page);
  if (shapes.texts > MAX_TEXTS) {
    pdfium.FPDF_ClosePage(page);
    return "too-complex";
  }
  const text = pdfium.FPDFText_LoadPage(page);
  const read = text === 0 ? { runs: [], letters: 0, unknown: 0 } : readRuns(pdfium, text, fonts);
  const tree = read.letters > 0 ? readTree(pdfium, page) : [];
  const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  if (text !== 0) pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
  return { ...read, ...size, tree, shapes };
}
