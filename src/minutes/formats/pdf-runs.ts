import { raised } from "./blocks.ts";
import { readUtf16, type Pdfium } from "./pdfium.ts";

/**
 * A piece of one line in one style, without gaps wider than a space. Units are points from a corner of the page,
 * turned so that the text reads from left to right and `y`, the baseline, grows upwards.
 */
export type Run = {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** Number of the marked content the tag tree refers to; -1 outside any. */
  mark: number;
  /** Marked as no part of the text: page head, page number, watermark. */
  artifact: boolean;
  /** White space stood before it. */
  spaced: boolean;
  /** Which way the text runs on the page: 0 to the right, 1 upwards, 2 to the left, 3 downwards. */
  turn: number;
};

export type PageText = {
  runs: Run[];
  letters: number;
  /** Letters whose font does not say what they are. */
  unknown: number;
};

type Style = Pick<Run, "size" | "bold" | "mark" | "artifact" | "turn">;

/** Room between two pieces that more than a word space explains, in units of the letters' size. */
const GAP = 0.55;

/** Reads the page's letters with their places, and puts them together to runs in the order the file has them. */
export function readRuns(pdfium: Pdfium, textPage: number, fonts: Map<number, boolean>): PageText {
  const count = pdfium.FPDFText_CountChars(textPage);
  const { scratch } = pdfium;
  const runs: Run[] = [];
  const read: PageText = { runs, letters: 0, unknown: 0 };
  const styles = new Map<number, Style>();
  let run: Run | null = null;
  let object = 0;
  let style: Style = { size: 10, bold: false, mark: -1, artifact: false, turn: 0 };
  let space = "";
  let before = NaN;
  let afterLigature = false;
  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(textPage, index);
    // 2 is PDFium's mark for a hyphen at a line's end.
    if (
      (code <= 32 && code !== 2 && code !== 0) ||
      code === 0xa0 ||
      code === 0xad ||
      code === 0x200b ||
      code === 0xfeff
    ) {
      if (code !== 0xad) space = code === 0xa0 ? "\u00a0" : " ";
      continue;
    }
    const owner = pdfium.FPDFText_GetTextObject(textPage, index);
    if (owner === 0) continue;
    if (owner !== object) {
      object = owner;
      style = styles.get(owner) ?? readStyle(pdfium, textPage, index, owner, fonts);
      styles.set(owner, style);
    }
    read.letters++;
    if (code === 0 || code >= 0xfffd || (code >= 0xe000 && code < 0xf8ff && code !== 0xf0b7 && code !== 0xf0a7))
      read.unknown++;
    if (code === 0 || code === 0xffff || code === 0xfffe) continue;
    pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch);
    pdfium.FPDFText_GetCharOrigin(textPage, index, scratch + 16, scratch + 24);
    const { x0, x1, y } = readPlace(pdfium.view(), scratch, style.turn);
    const text =
      code === 2
        ? "-"
        : code > 0xfaff && code < 0xfb07
          ? String.fromCodePoint(code).normalize("NFKC")
          : String.fromCodePoint(code);
    // The letters of one ligature all get the place of its first.
    const ligature = x0 === before && space === "";
    if (run && (ligature || continues(run, style, x0, y))) {
      const gap = x0 - run.x1;
      if (!ligature && gap > -0.3 * run.size) run.text += space || (gap > 0.4 * run.size && !afterLigature ? " " : "");
      run.text += text;
      run.x1 = Math.max(run.x1, x1);
    } else {
      const { size, bold, mark, artifact, turn } = style;
      run = { text, x0, x1, y, size, bold, mark, artifact, spaced: space !== "", turn };
      runs.push(run);
    }
    before = x0;
    afterLigature = ligature;
    space = "";
  }
  snapRaised(runs);
  return read;
}

/** Box (four floats: left, top, right, bottom) and origin (two doubles), turned to reading direction. */
function readPlace(view: DataView, at: number, turn: number): { x0: number; x1: number; y: number } {
  const left = view.getFloat32(at, true);
  const top = view.getFloat32(at + 4, true);
  const right = view.getFloat32(at + 8, true);
  const bottom = view.getFloat32(at + 12, true);
  if (turn === 0) return { x0: left, x1: right, y: view.getFloat64(at + 24, true) };
  if (turn === 1) return { x0: bottom, x1: top, y: -view.getFloat64(at + 16, true) };
  if (turn === 2) return { x0: -right, x1: -left, y: -view.getFloat64(at + 24, true) };
  return { x0: -top, x1: -bottom, y: view.getFloat64(at + 16, true) };
}

function continues(run: Run, style: Style, x0: number, y: number): boolean {
  const { size } = run;
  return (
    style.mark === run.mark &&
    style.turn === run.turn &&
    style.bold === run.bold &&
    style.artifact === run.artifact &&
    Math.abs(style.size - size) < 0.05 * size &&
    Math.abs(y - run.y) < 0.08 * size &&
    x0 - run.x1 < GAP * size &&
    x0 - run.x1 > -0.6 * size
  );
}

/** Note marks and powers stand above the line: they are put on it, as raised characters. */
function snapRaised(runs: Run[]): void {
  for (let index = 1; index < runs.length; index++) {
    const base = runs[index - 1]!;
    const run = runs[index]!;
    const lift = run.y - base.y;
    if (run.size > 0.85 * base.size || lift < 0.12 * base.size || lift > 0.7 * base.size) continue;
    if (run.x0 - base.x1 > 0.5 * base.size || run.x0 < base.x0) continue;
    run.y = base.y;
    run.text = raised(run.text);
    run.size = base.size;
    run.bold = base.bold;
  }
}

function readStyle(
  pdfium: Pdfium,
  textPage: number,
  index: number,
  object: number,
  fonts: Map<number, boolean>,
): Style {
  const { scratch } = pdfium;
  const font = pdfium.FPDFTextObj_GetFont(object);
  let bold = fonts.get(font);
  if (bold === undefined) fonts.set(font, (bold = isBold(pdfium, font)));
  pdfium.FPDFText_GetMatrix(textPage, index, scratch);
  const view = pdfium.view();
  const a = view.getFloat32(scratch, true);
  const b = view.getFloat32(scratch + 4, true);
  const c = view.getFloat32(scratch + 8, true);
  const d = view.getFloat32(scratch + 12, true);
  const size = pdfium.FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d);
  const mark = pdfium.FPDFPageObj_GetMarkedContentID(object);
  const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
  return {
    size: size > 0.5 && size < 500 ? size : 10,
    bold,
    mark,
    artifact: mark < 0 && isArtifact(pdfium, object),
    turn,
  };
}

function isBold(pdfium: Pdfium, font: number): boolean {
  const length = pdfium.FPDFFont_GetBaseFontName(font, pdfium.scratch, 200);
  const bytes = new Uint8Array(pdfium.memory.buffer, pdfium.scratch, Math.max(0, Math.min(length - 1, 199)));
  const name = String.fromCharCode(...bytes);
  return /bold|black|heavy|semibold|demi/i.test(name) || pdfium.FPDFFont_GetWeight(font) >= 600;
}

function isArtifact(pdfium: Pdfium, object: number): boolean {
  const count = Math.min(pdfium.FPDFPageObj_CountMarks(object), 10);
  for (let index = 0; index < count; index++) {
    const mark = pdfium.FPDFPageObj_GetMark(object, index);
    pdfium.FPDFPageObjMark_GetName(mark, pdfium.scratch, 60, pdfium.scratch + 64);
    if (readUtf16(pdfium, pdfium.view().getUint32(pdfium.scratch + 64, true)) === "Artifact") return true;
  }
  return false;
}
