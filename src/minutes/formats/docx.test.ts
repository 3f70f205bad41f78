import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  type FileChild,
} from "docx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { extractDocx } from "./docx.ts";

async function bytesOf(children: FileChild[], header?: string): Promise<Uint8Array> {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT },
    { level: 1, format: LevelFormat.LOWER_LETTER, text: "%2)", alignment: AlignmentType.LEFT },
  ];
  const document = new Document({
    numbering: { config: [{ reference: "tal", levels }] },
    footnotes: { 1: { children: [new Paragraph("Korrigeret budget")] } },
    sections: [
      {
        children,
        ...(header === undefined ? {} : { headers: { default: new Header({ children: [new Paragraph(header)] }) } }),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

async function textOf(children: FileChild[], header?: string): Promise<string> {
  const read = extractDocx(await bytesOf(children, header));
  return read.ok ? read.extracted.text : read.code;
}

/** A document with nothing around its body but what must be there. */
function packed(body: string, more: Record<string, string> = {}): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const files = { "[Content_Types].xml": "<Types/>", "word/document.xml": document, ...more };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function codeOf(bytes: Uint8Array): string {
  const read = extractDocx(bytes);
  return read.ok ? read.extracted.text : read.code;
}

const cell = (text: string, options: object = {}) => new TableCell({ children: [new Paragraph(text)], ...options });

describe("a Word document", () => {
  test("becomes headings, paragraphs, line breaks and bold lines", async () => {
    const paragraphs = [
      new Paragraph({ text: "Punkt 1: Veje", heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ children: [new TextRun({ text: "Beslutning", bold: true })] }),
      new Paragraph({ children: [new TextRun("Godkendt."), new TextRun({ text: "Anna (A) deltog ikke.", break: 1 })] }),
      new Paragraph({ children: [new TextRun("Mødedato"), new TextRun({ children: [new Tab(), "14. maj 2025"] })] }),
    ];
    expect(await textOf(paragraphs)).toBe(
      "# Punkt 1: Veje\n\n**Beslutning**\n\nGodkendt.\nAnna (A) deltog ikke.\n\nMødedato\t14. maj 2025\n",
    );
  });

  test("lists have the numbers Word shows", async () => {
    const item = (text: string, level: number) => new Paragraph({ text, numbering: { reference: "tal", level } });
    const list = [
      item("første", 0),
      item("under", 1),
      item("under igen", 1),
      item("anden", 0),
      item("under på ny", 1),
      new Paragraph({ text: "prik", bullet: { level: 0 } }),
    ];
    expect(await textOf(list)).toBe("1. første\n  a) under\n  b) under igen\n2. anden\n  a) under på ny\n- prik\n");
  });

  test("tables keep every value under its heading", async () => {
    const rows = [
      new TableRow({ children: [cell(""), cell("2024", { columnSpan: 2 })] }),
      new TableRow({ children: [cell("Klager", { verticalMerge: VerticalMergeType.RESTART }), cell("4"), cell("5")] }),
      new TableRow({ children: [cell("", { verticalMerge: VerticalMergeType.CONTINUE }), cell("6"), cell("7")] }),
    ];
    expect(await textOf([new Table({ rows })])).toBe("\t2024\t\nKlager\t4\t5\n\t6\t7\n");
  });

  test("footnotes follow what they explain, deleted text goes, inserted stays", async () => {
    const change = { id: 1, author: "a", date: "2025-01-01T00:00:00Z" };
    const children = [
      new TextRun("Budget"),
      new FootnoteReferenceRun(1),
      new DeletedTextRun({ text: " gammelt", ...change }),
      new InsertedTextRun({ text: " nyt", ...change }),
    ];
    expect(await textOf([new Paragraph({ children }), new Paragraph("Slut")])).toBe(
      "Budget¹⁾ nyt\n\n¹⁾ Korrigeret budget\n\nSlut\n",
    );
  });

  test("a page head is kept once if the text does not say it", async () => {
    expect(await textOf([new Paragraph("Godkendt.")], "Testby Kommune")).toBe("Testby Kommune\n\nGodkendt.\n");
    expect(await textOf([new Paragraph("Testby Kommune skriver")], "Testby Kommune")).toBe("Testby Kommune skriver\n");
  });

  test("contents lines lead to their page, text boxes and hidden text are told apart", () => {
    const contents =
      '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>1.</w:t><w:tab/><w:t>Veje</w:t><w:tab/><w:t>3</w:t></w:r></w:p>';
    const box =
      "<w:p><w:r><w:t>Før</w:t></w:r><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>I boks</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>";
    const hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>synlig</w:t></w:r></w:p>";
    expect(codeOf(packed(contents + box + hidden))).toBe("1. Veje.....\t3\n\nFør\n\nI boks\n\nsynlig\n");
  });
});

describe("a Word document that cannot be read", () => {
  test("is cut short", async () => {
    const whole = await bytesOf([new Paragraph("tekst")]);
    expect(codeOf(whole.subarray(0, whole.length - 100))).toBe("docx-truncated");
  });

  test("is another kind of archive", () => {
    expect(codeOf(zipSync({ "a.txt": strToU8("hej") }))).toBe("not-docx");
    expect(codeOf(packed("", { "word/document.xml": "" }))).toBe("docx-damaged");
    expect(
      codeOf(zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<x/>") })),
    ).toBe("old-format");
  });

  test("unpacks to far too much: unpacking stops", () => {
    expect(codeOf(packed("<w:p/>".repeat(3_000_000)))).toBe("docx-bomb");
  });

  test("nests too deep", () => expect(codeOf(packed("<w:p>".repeat(200_000)))).toBe("docx-damaged"));

  test("declares entities that grow: they are not expanded", () => {
    const entities = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    ).join("");
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">${entities}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>a&e9;b</w:t></w:r></w:p></w:body></w:document>`;
    expect(codeOf(packed("", { "word/document.xml": xml }))).toBe("a&e9;b\n");
  });
});
