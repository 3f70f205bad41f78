import { Inflate } from "fflate";
import { MAX_UNPACKED_BYTES } from "./unreadable.ts";

/** Text shrinks to a third or a tenth, repeated drawing to a fiftieth. Beyond this a stream is unpacked to be sure. */
const SUSPECT_RATIO = 150;
const SAMPLE = 8 * 1024;

/**
 * A PDF ends with "%%EOF" (ISO 32000-1, § 7.5.5); a few bytes may follow, objects may not. PDFium would repair a cut
 * file and silently leave pages out.
 */
export function isCutShort(bytes: Uint8Array): boolean {
  const end = lastIndexOf(bytes, "%%EOF");
  if (end < 0) return lastIndexOf(bytes.subarray(-1024), "startxref") < 0;
  return bytes.length - end > 64 && lastIndexOf(bytes.subarray(end), " obj") >= 0;
}

/** Whether a packed stream that is no picture unpacks to more than a document can hold. */
export function hidesBomb(bytes: Uint8Array): boolean {
  for (let at = indexOf(bytes, "stream", 0); at >= 0; at = indexOf(bytes, "stream", at + 6)) {
    // "endstream" ends one.
    if (bytes[at - 1] === 0x64) continue;
    const head = ascii(bytes.subarray(Math.max(0, at - 600), at));
    const dictionary = head.slice(head.lastIndexOf(" obj") + 1);
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    let start = at + 6;
    if (bytes[start] === 13) start++;
    if (bytes[start] === 10) start++;
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? bytes.length - start);
    if (isBomb(bytes.subarray(start, Math.min(bytes.length, start + length)))) return true;
    if ((dictionary.match(/FlateDecode/g)?.length ?? 0) > 1) return true;
  }
  return false;
}

function isBomb(packed: Uint8Array): boolean {
  // Deflate grows at most 1032 times.
  if (packed.length * 1032 < MAX_UNPACKED_BYTES) return false;
  let size = 0;
  const inflater = new Inflate((part) => {
    size += part.length;
  });
  try {
    // Two bytes of zlib header come before the packed data.
    for (let at = 2; at < packed.length; at += SAMPLE) {
      const next = Math.min(at + SAMPLE, packed.length);
      inflater.push(packed.subarray(at, next), next === packed.length);
      if (size > MAX_UNPACKED_BYTES) return true;
      if (size < next * SUSPECT_RATIO) return false;
    }
  } catch {
    // Not packed after all, or damaged: PDFium unpacks no more of it than this.
    return size > MAX_UNPACKED_BYTES;
  }
  return false;
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes);
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsAt(bytes, at, text)) return at;
  return -1;
}

function lastIndexOf(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1))
    if (startsAt(bytes, at, text)) return at;
  return -1;
}

function startsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}
