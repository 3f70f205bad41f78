import type { ExtractedText, Unreadable } from "../model.ts";
import { writeBlocks } from "./blocks.ts";
import { readBody, type DocxParts } from "./docx-body.ts";
import { readNumbering } from "./docx-numbering.ts";
import { readStyles } from "./docx-styles.ts";
import { MAX_UNPACKED_BYTES, unreadable, type UnreadableCode } from "./unreadable.ts";
import { attribute, readXml } from "./xml.ts";
import { listZip, unpack, type ZipEntry, type ZipFailure } from "./zip.ts";

const FAILURES: Record<ZipFailure, UnreadableCode> = {
  truncated: "docx-truncated",
  damaged: "docx-damaged",
  bomb: "docx-bomb",
  password: "docx-password",
};

/** The text of a Word document: headings, numbered lists as Word shows them, tables, notes below what they explain. */
export function extractDocx(bytes: Uint8Array): { ok: true; extracted: ExtractedText } | Unreadable {
  const entries = listZip(bytes);
  if (typeof entries === "string") return unreadable(FAILURES[entries]);
  if (!entries.has("[Content_Types].xml")) return unreadable(isOpenDocument(entries) ? "old-format" : "not-docx");
  const parts = unpackParts(bytes, entries);
  if (typeof parts === "string") return unreadable(parts);
  const blocks = readBody(parts);
  if (!blocks) return unreadable("docx-damaged");
  const text = writeBlocks(blocks);
  return text === ""
    ? unreadable("no-text")
    : { ok: true, extracted: { format: "docx", text, pages: null, warnings: [] } };
}

/** The parts' places are named by relations (ECMA-376 part 2, § 6.5), by habit word/document.xml and its neighbours. */
function unpackParts(bytes: Uint8Array, entries: Map<string, ZipEntry>): DocxParts | UnreadableCode {
  let left = MAX_UNPACKED_BYTES;
  let failure: ZipFailure | null = null;
  const part = (name: string | undefined): string => {
    const entry = name === undefined ? undefined : entries.get(name);
    if (!entry || failure) return "";
    const unpacked = unpack(bytes, entry, left);
    if (typeof unpacked === "string") {
      failure = unpacked;
      return "";
    }
    left -= unpacked.length;
    return decodeXml(unpacked);
  };
  const main =
    relations(part("_rels/.rels"), "").find((relation) => relation.type === "officeDocument")?.target ??
    "word/document.xml";
  if (!entries.has(main))
    return entries.has("word/document.xml") || main.startsWith("word/") ? "docx-damaged" : "not-docx";
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const related = relations(part(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const target = (type: string) => related.find((relation) => relation.type === type)?.target;
  const document = part(main);
  const parts = {
    document,
    headers: related
      .filter((relation) => relation.type === "header")
      .slice(0, 6)
      .map((relation) => part(relation.target)),
    notes: { footnotes: part(target("footnotes")), endnotes: part(target("endnotes")) },
    styles: readStyles(part(target("styles"))),
    numbering: readNumbering(part(target("numbering"))),
  };
  if (failure) return FAILURES[failure];
  // A document cut short inside its packed XML still unpacks; its last tag is then missing.
  if (!/<\/(?:\w+:)?document>\s*$/.test(document.slice(-200))) return "docx-damaged";
  return parts;
}

function relations(xml: string, folder: string): { type: string; target: string }[] {
  const found: { type: string; target: string }[] = [];
  readXml(xml, {
    open(name, attributes) {
      if (name !== "Relationship" || found.length > 1000) return;
      const target = attribute(attributes, "Target") ?? "";
      const type = attribute(attributes, "Type") ?? "";
      found.push({
        type: type.slice(type.lastIndexOf("/") + 1),
        target: target.startsWith("/") ? target.slice(1) : folder + target,
      });
    },
  });
  return found;
}

function decodeXml(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  return new TextDecoder(utf16 ?? "utf-8").decode(bytes);
}

function isOpenDocument(entries: Map<string, ZipEntry>): boolean {
  return entries.has("content.xml") && entries.has("mimetype");
}
