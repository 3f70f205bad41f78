import { readUtf16, type Pdfium } from "./pdfium.ts";

/**
 * An element of the tag tree as one page sees it. Children are elements, numbers of marked content on this page, or
 * null: something that stands on another page, or an empty element.
 */
export type Tag = { type: string; children: (Tag | number | null)[]; columns: number; rows: number };

const MAX_TAGS = 100_000;
const MAX_DEPTH = 60;

/** The page's part of the tag tree (PDF 32000-1, § 14.7); empty where the document has none. */
export function readTree(pdfium: Pdfium, page: number): Tag[] {
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return [];
  const names = { columns: cString(pdfium, "ColSpan"), rows: cString(pdfium, "RowSpan") };
  const budget = { left: MAX_TAGS };
  const read = (element: number, depth: number): Tag => {
    const type = readUtf16(pdfium, pdfium.FPDF_StructElement_GetType(element, pdfium.scratch, 200));
    const tag: Tag = { type, children: [], columns: 1, rows: 1 };
    if (type === "TD" || type === "TH") readSpans(pdfium, element, names, tag);
    const children = pdfium.FPDF_StructElement_CountChildren(element);
    for (let index = 0; index < children && budget.left > 0; index++) {
      budget.left--;
      const mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index);
      const child = mark >= 0 || depth >= MAX_DEPTH ? 0 : pdfium.FPDF_StructElement_GetChildAtIndex(element, index);
      if (mark >= 0) tag.children.push(mark);
      else if (child !== 0) tag.children.push(read(child, depth + 1));
      // A run of absent children (a whole document seen from one page) says no more than one of them; but a row needs each.
      else if (type === "TR" || tag.children.at(-1) !== null) tag.children.push(null);
    }
    return tag;
  };
  const tags: Tag[] = [];
  const roots = pdfium.FPDF_StructTree_CountChildren(tree);
  for (let index = 0; index < roots && budget.left > 0; index++) {
    const root = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index);
    if (root !== 0) tags.push(read(root, 0));
  }
  pdfium.free(names.columns);
  pdfium.free(names.rows);
  pdfium.FPDF_StructTree_Close(tree);
  return tags;
}

function readSpans(pdfium: Pdfium, element: number, names: { columns: number; rows: number }, tag: Tag): void {
  const count = Math.min(pdfium.FPDF_StructElement_GetAttributeCount(element), 10);
  for (let index = 0; index < count; index++) {
    const attribute = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index);
    if (attribute === 0) continue;
    tag.columns = readNumber(pdfium, attribute, names.columns) ?? tag.columns;
    tag.rows = readNumber(pdfium, attribute, names.rows) ?? tag.rows;
  }
}

function readNumber(pdfium: Pdfium, attribute: number, name: number): number | null {
  const value = pdfium.FPDF_StructElement_Attr_GetValue(attribute, name);
  if (value === 0 || pdfium.FPDF_StructElement_Attr_GetNumberValue(value, pdfium.scratch) === 0) return null;
  const number = Math.round(pdfium.view().getFloat32(pdfium.scratch, true));
  return number > 0 && number < 1000 ? number : null;
}

function cString(pdfium: Pdfium, text: string): number {
  const at = pdfium.malloc(text.length + 1);
  new Uint8Array(pdfium.memory.buffer).set(new TextEncoder().encode(`${text}\0`), at);
  return at;
}
