import { hash } from "node:crypto";
import { parseArgs } from "node:util";
import { check } from "#factcheck/check.ts";
import { lineFinder } from "#factcheck/lines.ts";
import type { Finding, Known, Source } from "#factcheck/model.ts";
import { extractText } from "#minutes/formats/extract-text.ts";
import type { Unreadable } from "#minutes/model.ts";
import { isMinutes, readMinutes } from "#minutes/read-minutes.ts";
import { findFiles } from "../find-files.ts";
import { knownFromArchive } from "../known-from-archive.ts";
import { nameOf, openOutput, readBytes } from "../streams.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "efterregn tallene i dokumenter, og skriv fundene som NDJSON";

export const help = `
Brug: sagsgang check FIL... [--all] [--archive]

Efterregner tal, datoer, navne og henvisninger i dokumenter (tekst, Markdown, HTML, PDF, DOCX) og skriver ét
JSON-objekt pr. fund, ét pr. linje. Flere filer efterregnes sammen og holdes op mod hinanden. En mappe læses med alt,
hvad der er i den. '-' læser ét dokument fra standard input. Dokumentet behøver ikke at være et referat.

  --all       skriv også de påstande, der er efterregnet og stemmer
  --archive   hold også henvisninger op mod arkivet

Hvert fund har file, line, item, check, verdict (error, warning, ok), claim, stated, computed, explanation, evidence.
'docs/checks.md' forklarer hver kontrol.

Afslutningskode: 0 alt er læst, også når der er fund, 1 mindst én fil kunne ikke læses, 2 kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: { all: { type: "boolean" }, archive: { type: "boolean" } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    process.stderr.write("Skriv mindst én fil eller mappe. Se 'sagsgang check --help'.\n");
    return 2;
  }
  const { sources, failed } = await readSources(positionals);
  let known: Known = {};
  if (values.archive) {
    const code = await withDatabase(async (db) => {
      known = await knownFromArchive(db, [...new Set(sources.flatMap(({ minutes }) => minutes?.municipality ?? []))]);
      return 0;
    });
    if (code !== 0) return code;
  }
  const findings = check(sources, known);
  await print(sources, values.all ? findings : findings.filter(({ verdict }) => verdict !== "ok"));
  if (process.stderr.isTTY) process.stderr.write(`${closing(sources.length, findings)}\n`);
  return failed ? 1 : 0;
}

async function readSources(paths: string[]): Promise<{ sources: Source[]; failed: boolean }> {
  const sources = new Map<string, Source>();
  let failed = false;
  for (const path of paths) {
    for await (const file of path === "-" ? [path] : findFiles(path)) {
      const name = typeof file === "string" ? nameOf(file) : file.path;
      if (sources.has(name)) continue;
      const read = typeof file === "string" ? await readSource(file, name) : file.failure;
      if (read.ok) sources.set(name, read.source);
      else {
        failed = true;
        process.stderr.write(`${name}: ${read.message}\n`);
      }
    }
  }
  return { sources: [...sources.values()], failed };
}

/** A text that is no minutes is checked all the same, without what only minutes have. */
async function readSource(path: string, file: string): Promise<{ ok: true; source: Source } | Unreadable> {
  const read = await readBytes(path);
  if (!read.ok) return read;
  const text = await extractText(read.bytes, file);
  if (!text.ok) return text;
  const minutes = readMinutes(text.extracted, { file, sha256: hash("sha256", read.bytes, "hex") });
  return { ok: true, source: { file, text: text.extracted.text, minutes: isMinutes(minutes) ? minutes : null } };
}

async function print(sources: Source[], findings: Finding[]): Promise<void> {
  const output = openOutput();
  const lines = new Map(sources.map(({ file, text }) => [file, lineFinder(text)]));
  const lineAt = (file: string, at: number): number => lines.get(file)?.(at) ?? 1;
  for (const { file, span, item, check: kind, verdict, claim, stated, computed, explanation, evidence } of findings) {
    const line = {
      file,
      line: lineAt(file, span.start),
      item,
      check: kind,
      verdict,
      claim,
      stated,
      computed,
      explanation,
      evidence: evidence.map((place) => ({
        file: place.file,
        line: lineAt(place.file, place.span.start),
        text: place.text,
      })),
    };
    await output.write(`${JSON.stringify(line)}\n`);
    if (output.closed()) return;
  }
}

function closing(documents: number, findings: Finding[]): string {
  const count = (verdict: string): number => findings.filter((finding) => finding.verdict === verdict).length;
  return (
    `${documents} ${documents === 1 ? "dokument" : "dokumenter"}: ${count("error")} stemmer ikke, ` +
    `${count("warning")} bør ses efter, ${count("ok")} stemmer.`
  );
}
