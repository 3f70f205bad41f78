import { PDFiumModule } from "@hyzyla/pdfium";

/** Addresses and handles are numbers: places in PDFium's own memory. */
type Handle = number;

/** The functions of PDFium used here (public/fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_structtree.h). */
type Functions = {
  memory: WebAssembly.Memory;
  malloc: (size: number) => Handle;
  free: (at: Handle) => void;
  FPDF_InitLibraryWithConfig: (config: Handle) => void;
  FPDF_LoadMemDocument: (at: Handle, size: number, password: Handle) => Handle;
  FPDF_CloseDocument: (document: Handle) => void;
  FPDF_GetLastError: () => number;
  FPDF_GetPageCount: (document: Handle) => number;
  FPDF_LoadPage: (document: Handle, index: number) => Handle;
  FPDF_ClosePage: (page: Handle) => void;
  FPDF_GetPageWidthF: (page: Handle) => number;
  FPDF_GetPageHeightF: (page: Handle) => number;
  FPDFPage_CountObjects: (page: Handle) => number;
  FPDFPage_GetObject: (page: Handle, index: number) => Handle;
  FPDFPageObj_GetType: (object: Handle) => number;
  FPDFPageObj_GetBounds: (object: Handle, left: Handle, bottom: Handle, right: Handle, top: Handle) => number;
  FPDFPageObj_GetMarkedContentID: (object: Handle) => number;
  FPDFPageObj_CountMarks: (object: Handle) => number;
  FPDFPageObj_GetMark: (object: Handle, index: number) => Handle;
  FPDFPageObjMark_GetName: (mark: Handle, buffer: Handle, size: number, needed: Handle) => number;
  FPDFTextObj_GetFont: (object: Handle) => Handle;
  FPDFFont_GetWeight: (font: Handle) => number;
  FPDFFont_GetBaseFontName: (font: Handle, buffer: Handle, size: number) => number;
  FPDFText_LoadPage: (page: Handle) => Handle;
  FPDFText_ClosePage: (text: Handle) => void;
  FPDFText_CountChars: (text: Handle) => number;
  FPDFText_GetUnicode: (text: Handle, index: number) => number;
  FPDFText_IsGenerated: (text: Handle, index: number) => number;
  FPDFText_GetTextObject: (text: Handle, index: number) => Handle;
  FPDFText_GetFontSize: (text: Handle, index: number) => number;
  FPDFText_GetMatrix: (text: Handle, index: number, matrix: Handle) => number;
  FPDFText_GetLooseCharBox: (text: Handle, index: number, box: Handle) => number;
  FPDFText_GetCharOrigin: (text: Handle, index: number, x: Handle, y: Handle) => number;
  FPDF_StructTree_GetForPage: (page: Handle) => Handle;
  FPDF_StructTree_Close: (tree: Handle) => void;
  FPDF_StructTree_CountChildren: (tree: Handle) => number;
  FPDF_StructTree_GetChildAtIndex: (tree: Handle, index: number) => Handle;
  FPDF_StructElement_GetType: (element: Handle, buffer: Handle, size: number) => number;
  FPDF_StructElement_CountChildren: (element: Handle) => number;
  FPDF_StructElement_GetChildAtIndex: (element: Handle, index: number) => Handle;
  FPDF_StructElement_GetChildMarkedContentID: (element: Handle, index: number) => number;
  FPDF_StructElement_GetAttributeCount: (element: Handle) => number;
  FPDF_StructElement_GetAttributeAtIndex: (element: Handle, index: number) => Handle;
  FPDF_StructElement_Attr_GetValue: (attribute: Handle, name: Handle) => Handle;
  FPDF_StructElement_Attr_GetNumberValue: (value: Handle, number: Handle) => number;
};

/** PDFium with a view of its memory. `scratch` is 512 bytes for results. */
export type Pdfium = Functions & { scratch: Handle; view: () => DataView };

type Module = { wasmExports: Functions };

let loading: Promise<Pdfium> | null = null;

/** One instance serves every document: starting one takes longer than reading a file with it. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= start();
  return loading;
}

/** Lets the instance go: its memory never shrinks, and after a crash inside it nothing it says can be trusted. */
export function dropPdfium(): void {
  loading = null;
}

async function start(): Promise<Pdfium> {
  const silent = { print: () => {}, printErr: () => {} };
  // The package types its own choice of options and functions only; the module has all of them.
  const module = (await PDFiumModule(silent as object)) as unknown as Module;
  const functions = module.wasmExports;
  functions.FPDF_InitLibraryWithConfig(0);
  let view = new DataView(functions.memory.buffer);
  return {
    ...functions,
    scratch: functions.malloc(512),
    view() {
      // Growing the memory puts a new buffer in the place of the old one.
      if (view.buffer !== functions.memory.buffer) view = new DataView(functions.memory.buffer);
      return view;
    },
  };
}

/** A UTF-16LE string a function wrote into scratch; `bytes` counts its final zero too. */
export function readUtf16(pdfium: Pdfium, bytes: number): string {
  const view = pdfium.view();
  let text = "";
  for (let at = 0; at + 2 < bytes && at < 510; at += 2)
    text += String.fromCharCode(view.getUint16(pdfium.scratch + at, true));
  return text;
}
