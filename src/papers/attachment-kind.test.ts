import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { attachmentKind, MAX_ATTACHMENT, nameOfFile } from "./attachment-kind.ts";

const pdf = strToU8("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const png = new Uint8Array([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196, 137,
  0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
]);
const office = (main: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/doc.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
    ),
    "doc.xml": strToU8("<x/>"),
    ...more,
  });
const docx = "wordprocessingml.document";
const odt = (more: Record<string, Uint8Array> = {}) =>
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8("<x/>"),
    ...more,
  });

describe("what a file is", () => {
  test("is known by its bytes, and its name gets the ending that belongs to it", async () => {
    expect(await attachmentKind("Plan.pdf", pdf)).toEqual({
      ok: true,
      mediaType: "application/pdf",
      fileName: "Plan.pdf",
    });
    expect(await attachmentKind("C:\\temp\\plan.exe", pdf)).toMatchObject({ fileName: "plan.exe.pdf" });
    expect(await attachmentKind("foto.jpg", png)).toMatchObject({ mediaType: "image/png", fileName: "foto.jpg.png" });
    expect(await attachmentKind("Notat.docx", office(docx))).toMatchObject({ ok: true, fileName: "Notat.docx" });
    expect(await attachmentKind("Notat.odt", odt())).toMatchObject({ ok: true, fileName: "Notat.odt" });
    expect(await attachmentKind("tal.csv", strToU8("År;Tal\n2026;4\n"))).toMatchObject({ mediaType: "text/csv" });
  });

  test("is refused when it can run something, or is none of ours", async () => {
    const macro = { "word/vbaProject.bin": strToU8("x") };
    expect(await attachmentKind("Notat.docx", office(docx, macro))).toEqual({ ok: false, reason: "macros" });
    expect(await attachmentKind("Notat.odt", odt({ "Basic/Standard/Module1.xml": strToU8("x") }))).toMatchObject({
      reason: "macros",
    });
    const refused: [string, Uint8Array][] = [
      ["side.html", strToU8("<html><script>alert(1)</script></html>")],
      ["billede.svg", strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
      ["program.pdf", strToU8("MZ\u0090\u0000\u0003\u0000\u0000\u0000")],
      ["pakke.zip", zipSync({ "a.txt": strToU8("a") })],
      ["tekst.txt", new Uint8Array([65, 0, 66])],
      ["uden-endelse", strToU8("almindelig tekst")],
    ];
    for (const [name, bytes] of refused) expect(await attachmentKind(name, bytes), name).toMatchObject({ ok: false });
  });

  test("is refused when it is empty or too large", async () => {
    expect(await attachmentKind("tom.txt", new Uint8Array())).toEqual({ ok: false, reason: "empty" });
    expect(await attachmentKind("stor.txt", new Uint8Array(MAX_ATTACHMENT + 1))).toEqual({
      ok: false,
      reason: "large",
    });
  });

  test("keeps a name that every file system takes", async () => {
    const name = `../../${"x".repeat(300)}\u0000\u202e"<>.pdf`;
    const kind = await attachmentKind(name, pdf);
    expect(kind.ok && kind.fileName).toBe(`${"x".repeat(150)}.pdf`);
    expect(await attachmentKind("...", pdf)).toMatchObject({ fileName: "bilag.pdf" });
  });
});

test("an attachment is first called as its file, without the ending", () => {
  expect(nameOfFile("Plan_for_2027.pdf")).toBe("Plan for 2027");
  expect(nameOfFile("v1.2 udkast.docx")).toBe("v1.2 udkast");
});
