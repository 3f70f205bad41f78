import type { ExtractedText, Unreadable, Warning } from "../model.ts";
import { cleanLetters } from "./clean.ts";
import { dropPageHeads } from "./text-pages.ts";
import { unreadable } from "./unreadable.ts";
import { unwrap } from "./unwrap.ts";

export type Decoded = { text: string; warnings: Warning[] };

/**
 * Reads bytes as text: byte order marks first, then UTF-16 without one, UTF-8, and Windows-1252 (of which
 * ISO 8859-1 is a part). `declared` is what the document itself says, which counts where the bytes leave a choice.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const utf16 = findUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), warnings: [] };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return { text: utf8, warnings: suspectWrongEncoding(utf8) };
  if (mostlyUtf8(bytes)) {
    const warning = {
      code: "encoding-damaged",
      message: "Enkelte tegn i filen er ødelagte og vises som �.",
      line: null,
    };
    return { text: new TextDecoder("utf-8").decode(bytes), warnings: [warning] };
  }
  return { text: decodeDeclared(bytes, declared), warnings: [] };
}

/** Text of a file with one kind of line end and of each letter, without page heads, and with wrapped lines joined. */
export function extractPlainText(bytes: Uint8Array): { ok: true; extracted: ExtractedText } | Unreadable {
  const { text, warnings } = decodeText(bytes);
  if (looksBinary(text)) return unreadable("binary");
  if (!/\S/.test(text)) return unreadable("no-text");
  const whole = unwrap(dropPageHeads(cleanLetters(normalLines(text))));
  return { ok: true, extracted: { format: "text", text: whole, pages: null, warnings } };
}

/** Form feeds (page breaks from text converters) become line ends too. */
function normalLines(text: string): string {
  return /[\r\f\0]/.test(text) ? text.replace(/\r\n?|\f/g, "\n").replaceAll("\0", "") : text;
}

/** Control characters do not occur in text; a hundredth of them means that this is something else. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0x7f || code === 0xfffd)
      odd++;
  }
  return odd > 0 && odd * 100 > sample.length;
}

function findUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 16) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  // Danish in UTF-16 has a zero in nearly every second byte and none in the others.
  if (odd > length * 0.4 && even === 0) return "utf-16le";
  if (even > length * 0.4 && odd === 0) return "utf-16be";
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 with a few broken bytes (a damaged or cut file) rather than another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 1;
    let whole = length > 1;
    for (let next = 1; next < length; next++) whole &&= ((bytes[at + next] ?? 0) & 0xc0) === 0x80;
    if (whole) {
      good++;
      at += length - 1;
    } else bad++;
  }
  return good > bad;
}

/** Encodings a web page may name; everything else, unknown names too, is read as Windows-1252. */
function decodeDeclared(bytes: Uint8Array, declared: string | undefined): string {
  try {
    return new TextDecoder(declared && !/^utf-?8$/i.test(declared) ? declared : "windows-1252").decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** "SÃ¦rlige" for "Særlige": read once too often as Windows-1252. Kept as it is, but said. */
function suspectWrongEncoding(text: string): Warning[] {
  const found = text.match(/Ã[¦¸¥†˜…]/g)?.length ?? 0;
  if (found < 3) return [];
  return [
    {
      code: "encoding-suspect",
      message: "Filen ser ud til at være gemt med forkert tegnsæt (for eksempel 'Ã¦' for 'æ').",
      line: null,
    },
  ];
}
