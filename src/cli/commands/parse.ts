import { parseArgs } from "node:util";
import type { Minutes, Unreadable } from "#minutes/model.ts";
import { readDocument } from "#minutes/read-document.ts";
import { findFiles } from "../find-files.ts";
import { nameOf, openOutput, readBytes } from "../streams.ts";

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
  const read = await readBytes(path);
  return read.ok ? readDocument(read.bytes, nameOf(path)) : read;
}
