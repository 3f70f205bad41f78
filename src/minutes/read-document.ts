import { hash } from "node:crypto";
import { extractText } from "./formats/extract-text.ts";
import { unreadable } from "./formats/unreadable.ts";
import type { ExtractedText, Minutes, Unreadable } from "./model.ts";
import { type CorrectStarts, isMinutes, readMinutes } from "./read-minutes.ts";

/** `text` is what all spans in the minutes point into; `extracted` is what they were read from. */
export type ReadDocument = { ok: true; minutes: Minutes; text: string; extracted: ExtractedText };

/** Reads minutes from a file's bytes. A file that is readable but holds no minutes is unreadable as minutes. */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  correctStarts?: CorrectStarts,
): Promise<ReadDocument | Unreadable> {
  const read = await extractText(bytes, fileName);
  if (!read.ok) return read;
  const { extracted } = read;
  const minutes = readMinutes(extracted, { file: fileName, sha256: hash("sha256", bytes, "hex") }, correctStarts);
  return isMinutes(minutes) ? { ok: true, minutes, text: extracted.text, extracted } : unreadable("not-minutes");
}
