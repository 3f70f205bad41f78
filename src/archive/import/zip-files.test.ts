import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { isZip, listZipFiles, unpackFile, ZIP_LIMITS } from "./zip-files.ts";

const pack = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]),
    ),
  );

const pathsIn = (files: Record<string, string>) => {
  const contents = listZipFiles(pack(files));
  return contents.ok ? contents.files.map(({ path }) => path) : contents.message;
};

test("files of the kinds that are read are listed by name, the others are counted", () => {
  const contents = listZipFiles(pack({ "b.txt": "b", "mappe/a.PDF": "a", "foto.png": "x", "README.md": "x" }));
  expect(contents).toMatchObject({ ok: true, passedOver: 2 });
  expect(contents.ok && contents.files.map(({ path }) => path)).toEqual(["b.txt", "mappe/a.PDF"]);
});

test("what a computer adds by itself is not taken for a document", () => {
  expect(pathsIn({ "__MACOSX/._a.txt": "x", ".skjult/b.txt": "x", "c/.d.txt": "x", "e.txt": "x" })).toEqual(["e.txt"]);
});

test("a path that leads out of its folder is only a name", () => {
  expect(pathsIn({ "../../etc/a.txt": "x", "/rod/b.txt": "x", "C:\\temp\\c.txt": "x" })).toEqual([
    "etc/a.txt",
    "rod/b.txt",
    "temp/c.txt",
  ]);
});

test("Danish letters in names are read, whether the program wrote UTF-8 or code page 850", () => {
  const bytes = pack({ "m_de.txt": "x" });
  for (const at of indexesOf(bytes, strToU8("m_de"))) bytes[at + 1] = 0x9b;
  const contents = listZipFiles(bytes);
  expect(contents.ok && contents.files[0]?.path).toBe("møde.txt");
  expect(pathsIn({ "møde.txt": "x" })).toEqual(["møde.txt"]);
});

test("a Word document is no ZIP file, though it is packed as one", () => {
  expect(isZip(pack({ "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" }))).toBe(false);
  expect(isZip(pack({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }))).toBe(false);
  expect(isZip(pack({ "a.txt": "a" }))).toBe(true);
  expect(isZip(strToU8("PK er også en forkortelse"))).toBe(false);
});

test("what cannot be unpacked says why in one sentence", () => {
  const whole = pack({ "a.txt": "a".repeat(1000) });
  expect(listZipFiles(whole.subarray(0, 60))).toEqual({ ok: false, message: expect.stringContaining("ikke hel") });
  expect(pathsIn({ "foto.png": "x" })).toContain("ingen referater");
  const many = Object.fromEntries(Array.from({ length: ZIP_LIMITS.files + 1 }, (_, index) => [`${index}.txt`, ""]));
  expect(pathsIn(many)).toContain("over 2.000 filer");
});

test("a bomb is not unpacked, and the file beside it is", () => {
  const bytes = pack({ "a.txt": "Referat", "bombe.txt": new Uint8Array(49_000_000) });
  const contents = listZipFiles(bytes);
  const unpacked = contents.ok ? contents.files.map(({ entry }) => unpackFile(bytes, entry)) : [];
  expect(unpacked[0]).toEqual(strToU8("Referat"));
  expect(unpacked[1]).toContain("urimeligt meget");
});

test("a file that says it is small and is not, is cut off where it is found out", () => {
  const bytes = pack({ "a.txt": new Uint8Array(60_000_000) });
  const contents = listZipFiles(bytes);
  const entry = contents.ok ? contents.files[0]?.entry : undefined;
  expect(unpackFile(bytes, { ...entry!, size: 10 })).toContain("urimeligt meget");
  expect(unpackFile(bytes, entry!)).toContain("over 50 MB");
});

function indexesOf(bytes: Uint8Array, part: Uint8Array): number[] {
  return Array.from(bytes.keys()).filter((at) => part.every((byte, offset) => bytes[at + offset] === byte));
}
