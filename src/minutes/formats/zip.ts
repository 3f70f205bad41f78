import { Inflate } from "fflate";

/** One packed file in an archive. Offsets are bytes in the archive. */
export type ZipEntry = {
  name: string;
  method: number;
  packedSize: number;
  /** As the list of contents says; what comes out may be more. */
  size: number;
  headerAt: number;
};

export type ZipFailure = "truncated" | "damaged" | "bomb" | "password";

/** XML shrinks to a tenth or a fiftieth. Past the first 10 MB a ratio above this is no document. */
const MAX_RATIO = 300;
const RATIO_COUNTS_FROM = 10 * 1024 * 1024;

/** Small enough that one step (deflate grows at most 1032 times) stays under 17 MB. */
const STEP = 16 * 1024;

const MAX_ENTRIES = 20_000;

/**
 * Reads an archive's own list of contents, at its end. Nothing is unpacked. The format is PKWARE's APPNOTE 6.3,
 * sections 4.3.12 and 4.3.16; ZIP64 does not occur below 4 GB.
 */
export function listZip(bytes: Uint8Array): Map<string, ZipEntry> | ZipFailure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return "truncated";
  const count = Math.min(view.getUint16(end + 10, true), MAX_ENTRIES);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return "damaged";
    if (view.getUint16(at + 8, true) & 1) return "password";
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** UTF-8, or what older programs on a Danish Windows write: code page 850, of which only our own letters matter. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => CODE_PAGE_850[byte] ?? (byte < 128 ? String.fromCharCode(byte) : "_")).join("");
  }
}

const CODE_PAGE_850: Record<number, string> = {
  0x91: "æ",
  0x92: "Æ",
  0x9b: "ø",
  0x9d: "Ø",
  0x86: "å",
  0x8f: "Å",
  0x82: "é",
};

/** Unpacks one file of the archive, never more than `limit` bytes of it. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | ZipFailure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== 0x04034b50) return "damaged";
  const start =
    entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
  if (start + entry.packedSize > bytes.length) return "truncated";
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (entry.method === 0) return packed.length > limit ? "bomb" : packed;
  return entry.method === 8 ? inflate(packed, limit) : "damaged";
}

function inflate(packed: Uint8Array, limit: number): Uint8Array | ZipFailure {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      const next = Math.min(at + STEP, packed.length);
      inflater.push(packed.subarray(at, next), next === packed.length);
      if (size > limit || (size > RATIO_COUNTS_FROM && size > next * MAX_RATIO)) return "bomb";
    }
  } catch {
    // The library throws for every kind of damage; which kind makes no difference to the reader.
    return "damaged";
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The end record is the last 22 bytes, before a comment of at most 65,535. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}
