import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { MAX_FILE_BYTES, unreadable } from "#minutes/formats/unreadable.ts";
import type { Minutes, Unreadable } from "#minutes/model.ts";
import { readDocument } from "#minutes/read-document.ts";
import { fileError, findFiles } from "../find-files.ts";

export const summary = "læs referater, og skriv dem som NDJSON";

export const help = `
Brug: sagsgang parse FIL...

Læser referater og dagsordener (tekst, Markdown, HTML, PDF, DOCX) og skriver ét JSON-objekt pr. dokument, ét pr.
linje. En mappe læses med alt, hvad der er i den. '-' læser ét dokument fra standard input. Der bruges ingen database.

En fil, der ikke kan læses, giver én linje på standard error; de andre filer bliver læst alligevel.

Afslutningskode: 0 alt er læst, 1 mindst én fil kunne ikke læses, 2 kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  if (positionals.length === 0) {
    process.stderr.write("Skriv mindst én fil eller mappe. Se 'sagsgang parse --help'.\n");
    return 2;
  }
  const output = openOutput();
  let failed = false;
  for (const path of positionals) {
    for await (const file of path === "-" ? [path] : findFiles(path)) {
      const read = typeof file === "string" ? await parseFile(file) : file.failure;
      if (read.ok) await output.write(`${JSON.stringify(read.minutes)}\n`);
      else {
        failed = true;
        process.stderr.write(`${typeof file === "string" ? nameOf(file) : file.path}: ${read.message}\n`);
      }
      // Whoever read the output has had enough.
      if (output.closed()) return failed ? 1 : 0;
    }
  }
  return failed ? 1 : 0;
}

async function parseFile(path: string): Promise<{ ok: true; minutes: Minutes } | Unreadable> {
  let bytes: Uint8Array | null;
  try {
    bytes = path === "-" ? await readInput() : await readFile(path);
  } catch (error) {
    return fileError(error);
  }
  return bytes ? readDocument(bytes, nameOf(path)) : unreadable("too-large");
}

function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
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

function openOutput(): { write: (line: string) => Promise<void>; closed: () => boolean } {
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
