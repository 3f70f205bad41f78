import { readFile } from "node:fs/promises";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import type { Unreadable } from "#minutes/model.ts";
import { fileError } from "./find-files.ts";

/** What a path is called in messages; "-" is standard input. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** The bytes of a file, or of standard input for "-". */
export async function readBytes(path: string): Promise<{ ok: true; bytes: Uint8Array } | Unreadable> {
  try {
    const bytes = path === "-" ? await readInput() : await readFile(path);
    return bytes ? { ok: true, bytes } : unreadable("too-large");
  } catch (error) {
    return fileError(error);
  }
}

/** Null when more comes in than a file may hold. */
async function readInput(): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_FILE_BYTES) return null;
  }
  return Buffer.concat(chunks);
}

/** Standard output for lines; `closed` when whoever read it has had enough. */
export function openOutput(): { write: (line: string) => Promise<void>; closed: () => boolean } {
  let closed = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  return {
    // The callback comes when the line is out of our hands, so a slow reader holds us back.
    write: (line) => new Promise((resolve) => process.stdout.write(line, () => resolve())),
    closed: () => closed,
  };
}
