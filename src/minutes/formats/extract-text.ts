import type { ExtractedText, Format, Unreadable } from "../model.ts";
import { detectFormat } from "./detect.ts";
import { extractDocx } from "./docx.ts";
import { extractHtml } from "./html.ts";
import { extractMarkdown } from "./markdown.ts";
import { extractPdf } from "./pdf.ts";
import { extractPlainText } from "./text.ts";
import { MAX_FILE_BYTES, unreadable } from "./unreadable.ts";

type Extracted = { ok: true; extracted: ExtractedText } | Unreadable;

const EXTRACT: Record<Format, (bytes: Uint8Array) => Extracted | Promise<Extracted>> = {
  text: extractPlainText,
  markdown: extractMarkdown,
  html: extractHtml,
  pdf: extractPdf,
  docx: extractDocx,
};

/**
 * Takes the text out of a file of any format we read. What the bytes are counts first, the file's name second. A file
 * that cannot be read is an answer, not an error: a stable code and one Danish sentence.
 *
 * @example const read = await extractText(bytes, "referat.pdf"); if (read.ok) readMinutes(read.extracted, source);
 */
export async function extractText(bytes: Uint8Array, fileName: string): Promise<Extracted> {
  if (bytes.length === 0) return unreadable("empty");
  if (bytes.length > MAX_FILE_BYTES) return unreadable("too-large");
  const format = detectFormat(bytes, fileName);
  return typeof format === "string" ? EXTRACT[format](bytes) : unreadable(format.unreadable);
}
