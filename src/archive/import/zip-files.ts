import { open, readFile } from "node:fs/promises";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import { listZip, unpack, type ZipEntry, type ZipFailure } from "#minutes/formats/zip.ts";
import { holdsMinutes } from "./kinds.ts";

/** Packed bytes, files, and unpacked bytes of one ZIP file. */
export const ZIP_LIMITS = { bytes: 200 * 1024 * 1024, files: 2000, unpacked: 1024 * 1024 * 1024 } as const;

const REASONS = {
  truncated: "ZIP-filen er ikke hel, slutningen mangler. Hent den igen.",
  damaged: "ZIP-filen er beskadiget og kan ikke pakkes ud. Hent den igen.",
  bomb: "Filen fylder urimeligt meget, når den pakkes ud, og bliver ikke læst. Hent den igen fra det sted, den kommer fra.",
  password: "ZIP-filen er beskyttet med adgangskode. Gem en udgave uden adgangskode.",
  large: `ZIP-filen er over ${ZIP_LIMITS.bytes / 1024 / 1024} MB og bliver ikke pakket ud. Del den op.`,
  many: `Der er over ${ZIP_LIMITS.files.toLocaleString("da-DK")} filer i ZIP-filen. Del den op.`,
  huge: "Filerne i ZIP-filen fylder over 1 GB, når de pakkes ud. Del den op.",
  empty:
    "Der er ingen referater i ZIP-filen. Læg filer i den af en slags, der læses: PDF, DOCX, HTML, Markdown eller tekst.",
} as const satisfies Record<ZipFailure | string, string>;

export type ZipFile = { path: string; size: number; entry: ZipEntry };
export type ZipContents = { ok: true; files: ZipFile[]; passedOver: number } | { ok: false; message: string };

/** Packed files as such, not Office documents, which are packed the same way. */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || (bytes[2] !== 3 && bytes[2] !== 5)) return false;
  const entries = listZip(bytes);
  return typeof entries === "string" || !(entries.has("[Content_Types].xml") || entries.has("mimetype"));
}

/** The files in a ZIP file that may hold minutes, in the order of their names; nothing is unpacked. */
export function listZipFiles(bytes: Uint8Array): ZipContents {
  const refuse = (reason: keyof typeof REASONS): ZipContents => ({ ok: false, message: REASONS[reason] });
  if (bytes.length > ZIP_LIMITS.bytes) return refuse("large");
  const entries = listZip(bytes);
  if (typeof entries === "string") return refuse(entries);
  const all = [...entries.values()].filter(({ name }) => !name.endsWith("/"));
  const files = all
    .map((entry) => ({ path: safePath(entry.name), size: entry.size, entry }))
    .filter(
      ({ path }) => path.split("/").every((part) => !part.startsWith(".") && part !== "__MACOSX") && holdsMinutes(path),
    )
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  if (files.length > ZIP_LIMITS.files) return refuse("many");
  if (files.reduce((sum, { size }) => sum + size, 0) > ZIP_LIMITS.unpacked) return refuse("huge");
  return files.length === 0 ? refuse("empty") : { ok: true, files, passedOver: all.length - files.length };
}

/** A name to show and never to write to: without drive, root and steps upwards. */
function safePath(name: string): string {
  const parts = name.replace(/^[a-z]:/i, "").split("/");
  return parts.filter((part) => part !== "" && part !== "." && part !== "..").join("/") || "_";
}

/** The file's bytes, or a sentence saying why it cannot be had. */
export function unpackFile(bytes: Uint8Array, entry: ZipEntry): Uint8Array | string {
  if (entry.size > MAX_FILE_BYTES) return unreadable("too-large").message;
  const unpacked = unpack(bytes, entry, MAX_FILE_BYTES);
  return typeof unpacked === "string" ? REASONS[unpacked] : unpacked;
}

/** What is in a ZIP file on the disk; null when it is no such file after all. */
export async function listZipOnDisk(path: string, size: number): Promise<ZipContents | null> {
  if (size > ZIP_LIMITS.bytes) return { ok: false, message: REASONS.large };
  const bytes = await readFile(path);
  return isZip(bytes) ? listZipFiles(bytes) : null;
}

/** A local header is 30 bytes and two texts of at most 65,535 each (APPNOTE 6.3, § 4.3.7). */
const MOST_HEADER = 30 + 2 * 65_535;

/** Unpacks one file of a ZIP file on the disk, of which no more is read than that. */
export async function unpackFromDisk(path: string, entry: ZipEntry): Promise<Uint8Array | string> {
  const file = await open(path);
  try {
    const part = new Uint8Array(MOST_HEADER + entry.packedSize);
    const { bytesRead } = await file.read(part, 0, part.length, entry.headerAt);
    return unpackFile(part.subarray(0, bytesRead), { ...entry, headerAt: 0 });
  } finally {
    await file.close();
  }
}
