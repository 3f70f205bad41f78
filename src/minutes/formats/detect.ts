import { looksLikeHtml } from "./html.ts";
import { looksLikeMarkdown } from "./markdown.ts";
import { decodeText } from "./text.ts";
import type { UnreadableCode } from "./unreadable.ts";
import type { Format } from "../model.ts";

type Detected = Format | { unreadable: UnreadableCode };

/** How files begin that hold no text we can read. */
const REFUSED: [string, UnreadableCode][] = [
  ["{\\rtf", "old-format"],
  ["\x89PNG", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["BM", "image"],
  ["\x1f\x8b", "binary"],
  ["7z\xbc\xaf", "binary"],
  ["Rar!", "binary"],
  ["\x7fELF", "binary"],
  ["MZ", "binary"],
];

/** Older Office files and password-protected newer ones (MS-CFB, MS-OFFCRYPTO). */
const COMPOUND_FILE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ENCRYPTED_PACKAGE = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/** Tells a file's format by its first bytes; the name counts only between kinds of text. */
export function detectFormat(bytes: Uint8Array, fileName: string): Detected {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "docx";
  if (start.includes("%PDF-")) return "pdf";
  if (start.startsWith(COMPOUND_FILE))
    return {
      unreadable: new TextDecoder("windows-1252").decode(bytes).includes(ENCRYPTED_PACKAGE)
        ? "docx-password"
        : "old-format",
    };
  const refused = REFUSED.find(([magic]) => start.startsWith(magic) && (magic.length > 2 || start.includes("\0")));
  if (refused) return { unreadable: refused[1] };
  const extension = /\.([^./\\]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  const { text } = decodeText(bytes.subarray(0, 65_536));
  if (looksLikeHtml(text)) return "html";
  if (/^(?:html?|xhtml|aspx)$/.test(extension) && /<[a-z!/][^<>]*>/i.test(text)) return "html";
  if (/^(?:md|markdown)$/.test(extension) || looksLikeMarkdown(text)) return "markdown";
  return "text";
}
