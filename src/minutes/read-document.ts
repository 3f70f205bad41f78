import { hash } from "node:crypto";
import { extractText } from "./formats/extract-text.ts";
import { unreadable } from "./formats/unreadable.ts";
import type { Minutes, Unreadable } from "./model.ts";
import { isMinutes, readMinutes } from "./read-minutes.ts";

/** `text` is what all spans in the minutes point into. */
export type ReadDocument = { ok: true; minutes: Minutes; text: string };

/** Reads minutes from a file's bytes. A file that is readable but holds no minutes is unreadable as minutes. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<ReadDocument | Unreadable> {
  const read = await extractText(bytes, fileName);
  if (!read.ok) return read;
  const minutes = readMinutes(read.extracted, { file: fileName, sha256: hash("sha256", bytes, "hex") });
  return isMinutes(minutes) ? { ok: true, minutes, text: read.extracted.text } : unreadable("not-minutes");
}
