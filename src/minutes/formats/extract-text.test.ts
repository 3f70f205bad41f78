import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writePdf } from "../../../tests/support/pdf.ts";
import { extractText } from "./extract-text.ts";
import { MAX_FILE_BYTES, unreadable } from "./unreadable.ts";

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function formatOf(bytes: Uint8Array, name: string): Promise<string> {
  const read = await extractText(bytes, name);
  return read.ok ? read.extracted.format : read.code;
}

describe("what a file is", () => {
  test.each([
    ["a PDF called .txt", writePdf([{ texts: [{ text: "Referat af et møde", x: 50, y: 700 }] }]), "referat.txt", "pdf"],
    ["a web page called .doc", ascii("\n<!-- x --><!DOCTYPE html><p>Referat</p>"), "referat.doc", "html"],
    ["a piece of HTML by its name", ascii("<p>Referat</p>"), "referat.htm", "html"],
    ["text that mentions HTML", ascii("Siden bruger <p> og <b>."), "referat.txt", "text"],
    ["Markdown by its headings", ascii("# Referat\n\n## Punkt 1\n"), "referat", "markdown"],
    ["Markdown by its name", ascii("Referat"), "referat.md", "markdown"],
    ["plain text", ascii("Referat"), "referat.pdf", "text"],
    ["nothing", ascii(""), "referat.pdf", "empty"],
    ["an older Word file", ascii("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument"), "referat.doc", "old-format"],
    [
      "a Word file with a password",
      ascii("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
      "referat.docx",
      "docx-password",
    ],
    ["rich text", ascii("{\\rtf1 Referat}"), "referat.rtf", "old-format"],
    ["a picture", ascii("\x89PNG\r\n\x1a\n\0\0"), "referat.png", "image"],
    ["a packed file", zipSync({ "a.txt": ascii("a") }), "referat.docx", "not-docx"],
    ["random bytes", Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), "referat.txt", "binary"],
  ])("%s", async (_, bytes, name, expected) => expect(await formatOf(bytes, name)).toBe(expected));

  test("more than 50 MB is refused", async () =>
    expect(await formatOf(new Uint8Array(MAX_FILE_BYTES + 1), "referat.txt")).toBe("too-large"));
});

test("every reason is one or two sentences that say what to do", () => {
  for (const code of ["empty", "too-large", "pdf-scanned", "pdf-password", "docx-truncated"] as const) {
    expect(unreadable(code).message).toMatch(/^[A-ZÆØÅ][^\n]+\. [A-ZÆØÅ][^\n]+\.$/);
  }
});
