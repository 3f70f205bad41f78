import {
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  type FileChild,
} from "docx";
import { describe, expect, test } from "vitest";
import { extractText } from "#minutes/formats/extract-text.ts";
import type { Item, Section } from "#minutes/model.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import { pdfOf } from "../bench/pdf-of.ts";
import { MINUTES } from "./support/minutes-text.ts";

type Part =
  | { heading: number; text: string }
  | { rows: string[][] }
  | { list: "ul" | "ol"; items: string[] }
  | { lines: string[] };

/** The blocks of the text, for writing it in other formats. */
const parts = MINUTES.trim()
  .split(/\n\n+/)
  .map((block): Part => {
    const lines = block.split("\n");
    const heading = /^(#+) (.*)$/.exec(block);
    if (heading) return { heading: heading[1]!.length, text: heading[2]! };
    if (lines.every((line) => line.includes("\t") && !line.includes(".....")))
      return { rows: lines.map((line) => line.split("\t")) };
    if (lines.every((line) => line.startsWith("- "))) return { list: "ul", items: lines.map((line) => line.slice(2)) };
    if (lines.every((line) => /^\d\. /.test(line))) return { list: "ol", items: lines.map((line) => line.slice(3)) };
    return { lines };
  });

const html = parts
  .map((part) => {
    if ("heading" in part) return `<h${part.heading}>${part.text}</h${part.heading}>`;
    if ("rows" in part)
      return `<table>${part.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
    if ("list" in part) return `<${part.list}>${part.items.map((item) => `<li>${item}</li>`).join("")}</${part.list}>`;
    return `<p>${part.lines.join("<br>")}</p>`;
  })
  .join("\n");

async function docx(): Promise<Uint8Array> {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: "%1." },
    { level: 1, format: LevelFormat.DECIMAL, text: "%1.%2" },
  ];
  const children = parts.flatMap((part): FileChild[] => {
    if ("heading" in part)
      return [
        new Paragraph({
          text: part.text,
          heading: part.heading === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
      ];
    if ("rows" in part)
      return [
        new Table({
          rows: part.rows.map(
            (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
          ),
        }),
      ];
    if ("list" in part)
      return part.items.map(
        (text) =>
          new Paragraph(
            part.list === "ol" ? { text, numbering: { reference: "tal", level: 0 } } : { text, bullet: { level: 0 } },
          ),
      );
    return part.lines.map((line) => new Paragraph(line));
  });
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({ numbering: { config: [{ reference: "tal", levels }] }, sections: [{ children }] }),
    ),
  );
}

async function read(bytes: Uint8Array, name: string) {
  const extracted = await extractText(bytes, name);
  if (!extracted.ok) throw new Error(extracted.message);
  return readMinutes(extracted.extracted, { file: name, sha256: "" });
}

/** What must be the same in every format: all but places in the text and where its lines break. */
function meaning(items: Item[]): unknown {
  const flat = (text: string) => text.replace(/\s+/g, " ").replaceAll("**", "").trim();
  const section = ({ heading, role, text, tables, sections }: Section): unknown => ({
    heading,
    role,
    text: flat(text),
    tables,
    sections: sections.map(section),
  });
  return items.map(
    ({
      number,
      title,
      caseNumber,
      attachments,
      sections,
      treatment,
      recommendations,
      decisions,
      references,
      commitments,
    }) => ({
      number,
      title,
      caseNumber,
      attachments,
      treatment,
      references,
      sections: sections.map(section),
      recommendations: recommendations.map(({ text, ...rest }) => ({ ...rest, text: flat(text) })),
      decisions: decisions.map(({ text, parts, dissents, ...rest }) => ({
        ...rest,
        text: flat(text),
        parts: parts.map((part) => ({ ...part, text: flat(part.text) })),
        dissents,
      })),
      commitments: commitments.map(({ text, ...rest }) => ({ ...rest, text: flat(text) })),
    }),
  );
}

describe("the same minutes in every format", async () => {
  const expected = await read(new TextEncoder().encode(MINUTES), "referat.md");

  test("the Markdown itself is understood", () => {
    expect(expected.items.map(({ number, caseNumber }) => [number, caseNumber])).toEqual([
      ["21", null],
      ["22", "25-004711"],
      ["23", "09.00.00-K00-12-24"],
    ]);
    expect(expected.items[1]!.decisions[0]!.parts.map(({ outcome }) => outcome)).toEqual(["recommended", "approved"]);
    expect(expected.items[1]!.recommendations).toHaveLength(2);
    expect(expected.participants).toHaveLength(4);
  });

  test.each([
    ["HTML", async () => new TextEncoder().encode(html), "referat.html"],
    ["DOCX", docx, "referat.docx"],
    ["PDF with tags", async () => pdfOf(MINUTES.trim(), { tagged: true }), "referat.pdf"],
    ["PDF without tags", async () => pdfOf(MINUTES.trim(), { tagged: false }), "referat.pdf"],
  ] as const)("%s says the same as Markdown", async (_, write, name) => {
    const minutes = await read(await write(), name);
    expect(minutes.tableOfContents).toEqual(expected.tableOfContents);
    expect(minutes.participants).toEqual(expected.participants);
    expect({ date: minutes.date, committee: minutes.committee, place: minutes.place }).toEqual({
      date: expected.date,
      committee: expected.committee,
      place: expected.place,
    });
    expect(meaning(minutes.items)).toEqual(meaning(expected.items));
  });
});

/** Numbers that look random and are the same in every run (Lehmer's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function withWrongBytes(whole: Uint8Array, random: () => number): Uint8Array {
  const bytes = whole.slice();
  const changes = 1 + random() * 20;
  for (let change = 0; change < changes; change++)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}

describe("damaged files", async () => {
  const files: [string, Uint8Array, number][] = [
    ["referat.html", new TextEncoder().encode(html), 800],
    ["referat.docx", await docx(), 800],
    ["referat.pdf", new Uint8Array(pdfOf(MINUTES.trim(), { tagged: true })), 250],
    ["referat2.pdf", new Uint8Array(pdfOf(MINUTES.trim(), { tagged: false })), 250],
    ["referat.md", new TextEncoder().encode(MINUTES), 800],
  ];

  test.each(files)(
    "%s cut or with wrong bytes is an answer, never an exception",
    { timeout: 120_000 },
    async (name, whole, rounds) => {
      const random = numbers(name.length * 7919);
      const codes = new Set<string>();
      for (let round = 0; round < rounds; round++) {
        const bytes =
          round % 3 === 0 ? whole.slice(0, Math.floor(random() * whole.length)) : withWrongBytes(whole, random);
        const read = await extractText(bytes, name);
        if (read.ok) readMinutes(read.extracted, { file: name, sha256: "" });
        else expect(read.message).toMatch(/^[A-ZÆØÅ].+\.$/);
        codes.add(read.ok ? "ok" : read.code);
      }
      expect(codes).toContain("ok");
    },
  );
});
