import type { Pdfium } from "./pdfium.ts";

/** A drawn line, upright (x0 = x1) or level (y0 = y1). Points from the page's lower left corner. */
export type Rule = { x0: number; x1: number; y0: number; y1: number };

export type Shapes = {
  upright: Rule[];
  level: Rule[];
  /** Small filled shapes, which may be bullets. */ dots: Rule[];
  hasImage: boolean;
  /** Pieces of text. */ texts: number;
};

export const NO_SHAPES: Shapes = { upright: [], level: [], dots: [], hasImage: false, texts: 0 };

/** FPDF_PAGEOBJ_TEXT, _PATH, _IMAGE and _FORM; scanners wrap the picture of a page in a form. */
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** Maps are drawn with some hundred thousand lines. */
const MAX_OBJECTS = 1_000_000;
const MAX_RULES = 2000;

/** Finds the lines, boxes and dots drawn on a page. A box counts as its four sides. */
export function readShapes(pdfium: Pdfium, page: number): Shapes {
  const shapes: Shapes = { ...NO_SHAPES, upright: [], level: [], dots: [] };
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS);
  const { scratch } = pdfium;
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === IMAGE || type === FORM) shapes.hasImage = true;
    if (type === TEXT) shapes.texts++;
    if (
      type !== PATH ||
      shapes.upright.length > MAX_RULES ||
      pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0
    )
      continue;
    const view = pdfium.view();
    addShape(shapes, {
      x0: view.getFloat32(scratch, true),
      y0: view.getFloat32(scratch + 4, true),
      x1: view.getFloat32(scratch + 8, true),
      y1: view.getFloat32(scratch + 12, true),
    });
  }
  return shapes;
}

function addShape(shapes: Shapes, box: Rule): void {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (shapes.level.length > MAX_RULES || shapes.dots.length > MAX_RULES) return;
  if (width < 9 && height < 9) {
    if (width > 1 && Math.abs(width - height) < 0.35 * height) shapes.dots.push(box);
    return;
  }
  if (width < 3) shapes.upright.push({ ...box, x1: box.x0 });
  else if (height < 3) shapes.level.push({ ...box, y1: box.y0 });
  else {
    shapes.upright.push({ ...box, x1: box.x0 }, { ...box, x0: box.x1 });
    shapes.level.push({ ...box, y1: box.y0 }, { ...box, y0: box.y1 });
  }
}
