import { raised, writeBlocks, type Block } from "./blocks.ts";
import type { Numbering } from "./docx-numbering.ts";
import { isOn, type ParagraphStyle } from "./docx-styles.ts";
import { createFlow, type Start } from "./flow.ts";
import { attribute, readXml, type Attributes } from "./xml.ts";

export type DocxParts = {
  document: string;
  /** Page heads, as XML, in the order the document's relations name them. */
  headers: string[];
  notes: { footnotes: string; endnotes: string };
  styles: (id: string | undefined) => ParagraphStyle;
  numbering: () => Numbering;
};

/** Deleted text, and the older copy of a drawing that stands beside the new one. */
const SKIPPED = new Set(["del", "moveFrom", "Fallback", "instrText", "delText", "annotation"]);

type Paragraph = {
  styleId: string | undefined;
  numId: string | null;
  level: number | null;
  outline: number | null;
  start: Start;
  contents: boolean;
  /** Text so far, kept only for a line in a table of contents. */
  text: string;
};

type Run = { bold: boolean; raised: boolean; hidden: boolean };

/** The document's blocks, after what its page heads say that the text itself does not; null where XML is broken. */
export function readBody(parts: DocxParts): Block[] | null {
  const body = readPart(parts.document, parts, true);
  if (!body) return null;
  const said = writeBlocks(body);
  const heads = parts.headers.flatMap((xml) => readPart(xml, parts, false) ?? []);
  const added = new Set<string>();
  return [...heads.filter((block) => isNews(block, said, added)), ...body];
}

/** A page head is worth keeping once, when it says something the text does not: often the body's name and the date. */
function isNews(block: Block, said: string, added: Set<string>): boolean {
  if (block.kind !== "paragraph") return false;
  const text = block.text.replace(/^\*\*(.*)\*\*$/, "$1");
  if (!/\p{L}{3}/u.test(text) || /^\W*side\b/i.test(text) || said.includes(text) || added.has(text)) return false;
  added.add(text);
  return true;
}

function readPart(xml: string, parts: DocxParts, withNotes: boolean): Block[] | null {
  const flow = createFlow();
  const numbering = parts.numbering();
  const outer: Paragraph[] = [];
  const notes: string[] = [];
  const noteTexts = withNotes
    ? { footnote: readNotes(parts.notes.footnotes), endnote: readNotes(parts.notes.endnotes) }
    : null;
  let noteNumber = 0;
  let paragraph = newParagraph();
  let run: Run = { bold: false, raised: false, hidden: false };
  let inParagraphProperties = false;
  let inText = false;
  let skip = 0;
  let pendingCell: number | null = null;

  const whole = readXml(xml, {
    open(name, attributes) {
      if (skip > 0 || SKIPPED.has(name)) skip++;
      else if (inParagraphProperties) readParagraphProperty(name, attributes);
      else open(name, attributes);
    },
    close(name) {
      if (skip > 0) skip--;
      else close(name);
    },
    text(data) {
      if (inText && skip === 0) write(run.raised ? raised(data) : data);
    },
  });
  for (const note of noteBlocks()) writeNoteBlock(note);
  return whole ? flow.finish() : null;

  function open(name: string, attributes: Attributes): void {
    if (name === "p") startParagraph();
    else if (name === "pPr") inParagraphProperties = true;
    else if (name === "r") run = { bold: parts.styles(paragraph.styleId).bold, raised: false, hidden: false };
    else if (name === "t") inText = true;
    else if (name === "tab" || name === "ptab") write("\t");
    else if ((name === "br" && (attribute(attributes, "type") ?? "textWrapping") === "textWrapping") || name === "cr")
      write("\n");
    else if (name === "noBreakHyphen") write("-");
    else if (name === "footnoteReference" || name === "endnoteReference")
      writeNote(name === "footnoteReference" ? "footnote" : "endnote", attributes);
    else if (name === "tbl") {
      openPendingCell();
      flow.openTable();
    } else if (name === "tr") flow.openRow();
    else if (name === "tc") pendingCell = 1;
    else if (name === "gridSpan")
      pendingCell = Math.min(Math.max(Number.parseInt(attribute(attributes, "val") ?? "1", 10) || 1, 1), 200);
    else if (name === "txbxContent") {
      outer.push(paragraph);
      flow.end();
    } else readRunProperty(name, attributes);
  }

  function close(name: string): void {
    if (name === "pPr") {
      inParagraphProperties = false;
      beginParagraph();
    } else if (name === "p") flow.end();
    else if (name === "t") inText = false;
    else if (name === "tc") {
      openPendingCell();
      flow.closeCell();
    } else if (name === "tbl") {
      flow.closeTable();
      if (flow.tableDepth() === 0) for (const note of noteBlocks()) writeNoteBlock(note);
    } else if (name === "txbxContent") {
      paragraph = outer.pop() ?? newParagraph();
      flow.begin(paragraph.start);
    }
    if (name === "p" && flow.tableDepth() === 0) for (const note of noteBlocks()) writeNoteBlock(note);
  }

  function startParagraph(): void {
    openPendingCell();
    flow.end();
    paragraph = newParagraph();
  }

  function readParagraphProperty(name: string, attributes: Attributes): void {
    const value = attribute(attributes, "val");
    if (name === "pStyle") paragraph.styleId = value;
    else if (name === "numId") paragraph.numId = value ?? null;
    else if (name === "ilvl") paragraph.level = Number.parseInt(value ?? "0", 10) || 0;
    else if (name === "outlineLvl") paragraph.outline = Number.parseInt(value ?? "9", 10);
  }

  function beginParagraph(): void {
    const style = parts.styles(paragraph.styleId);
    const heading =
      style.heading ??
      (paragraph.outline !== null && paragraph.outline >= 0 && paragraph.outline < 9 ? paragraph.outline + 1 : null);
    const numId = paragraph.numId ?? style.numId;
    const depth = paragraph.level ?? style.level;
    const label = numId !== null && numId !== "0" ? nextLabel(numbering, numId, depth) : "";
    paragraph.contents = style.contents;
    if (heading !== null) paragraph.start = { kind: "heading", level: heading };
    else if (label !== "") paragraph.start = { kind: "item", depth, label };
    flow.begin(paragraph.start);
    if (heading !== null && label !== "" && label !== "-") flow.text(`${label} `, false);
  }

  function readRunProperty(name: string, attributes: Attributes): void {
    const value = attribute(attributes, "val");
    if (name === "b") run.bold = isOn(value);
    else if (name === "rStyle") run.bold ||= parts.styles(value).bold;
    else if (name === "vertAlign") run.raised = value === "superscript";
    else if (name === "vanish") run.hidden = isOn(value);
  }

  function write(text: string): void {
    if (run.hidden) return;
    if (!paragraph.contents) return flow.text(text, run.bold);
    // A line of contents is written as PDF shows it: dots lead to the page number.
    const leads = text === "\t" && !/^[\d.\s]*$/.test(paragraph.text);
    flow.text(leads ? ".....\t" : text === "\t" ? " " : text, run.bold);
    paragraph.text += text;
  }

  function openPendingCell(): void {
    if (pendingCell === null) return;
    flow.openCell(pendingCell, 1);
    pendingCell = null;
  }

  function writeNote(kind: "footnote" | "endnote", attributes: Attributes): void {
    const text = noteTexts?.[kind].get(attribute(attributes, "id") ?? "");
    if (text === undefined) return;
    const mark = raised(`${++noteNumber})`);
    flow.text(mark, run.bold);
    notes.push(`${mark} ${text}`);
  }

  function noteBlocks(): string[] {
    return notes.splice(0);
  }

  function writeNoteBlock(note: string): void {
    flow.begin({ kind: "paragraph" });
    flow.text(note, false);
    flow.end();
  }
}

function newParagraph(): Paragraph {
  return {
    styleId: undefined,
    numId: null,
    level: null,
    outline: null,
    start: { kind: "paragraph" },
    contents: false,
    text: "",
  };
}

function nextLabel(numbering: Numbering, numId: string, level: number): string {
  const label = numbering.next(numId, level);
  // Private-use characters are bullets drawn with a symbol font.
  return label === null ? "-" : label.replace(/[\ue000-\uf8ff]/g, "").trim();
}

/** Footnotes or endnotes by their id, each as one line. */
function readNotes(xml: string): Map<string, string> {
  const notes = new Map<string, string>();
  let id = "";
  let text = "";
  let inText = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === "footnote" || name === "endnote") {
        id = attribute(attributes, "id") ?? "";
        text = "";
      } else if (name === "p" || name === "tab" || name === "br") text += " ";
      else if (name === "t") inText = true;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "footnote" || name === "endnote") notes.set(id, text.replace(/\s+/g, " ").trim());
    },
    text(data) {
      if (inText) text += data;
    },
  });
  return notes;
}
